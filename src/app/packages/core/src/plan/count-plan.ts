import { associationsToMake, unresolvedOf } from './associations-of.ts';
import type { Plan, PlannedKind } from './plan.ts';

/** In the order in which people are told: what is written, what need not be, what cannot be. */
export const PLANNED_KINDS = [
  'create',
  'update',
  'archive',
  'unchanged',
  'blocked',
  'duplicate',
  'missing',
  'unread',
] as const satisfies readonly PlannedKind[];

export type PlanCounts = Readonly<Record<PlannedKind, number>>;

/** How many rows of each kind; together they are all rows. */
export function countPlan({ rows }: Pick<Plan, 'rows'>): PlanCounts {
  const counts: Record<PlannedKind, number> = {
    create: 0,
    update: 0,
    archive: 0,
    unchanged: 0,
    blocked: 0,
    duplicate: 0,
    missing: 0,
    unread: 0,
  };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}

/** How many records the run will write. */
export function countWrites(counts: PlanCounts): number {
  return counts.create + counts.update + counts.archive;
}

/** How many records the run only associates: it writes nothing else to them. */
export function countTied(plan: Pick<Plan, 'rows' | 'associations'>): number {
  return plan.rows.filter((row) => row.kind === 'unchanged' && associationsToMake(row, plan).length > 0)
    .length;
}

/** How many associations a plan makes, how many are there already, and how many it names that cannot be made. */
export function countAsked(plan: Pick<Plan, 'rows' | 'associations'>): {
  readonly toMake: number;
  readonly held: number;
  readonly unresolved: number;
} {
  return {
    toMake: plan.rows.reduce((sum, row) => sum + associationsToMake(row, plan).length, 0),
    held: plan.rows.reduce((sum, { held = [] }) => sum + held.length, 0),
    unresolved: plan.rows.reduce((sum, row) => sum + unresolvedOf(row).length, 0),
  };
}

/** How many rows would be written and can't be. A duplicate is not among them: its record is written with another row. */
export function countLeftOut({ blocked, missing, unread }: PlanCounts): number {
  return blocked + missing + unread;
}
