import type { Plan, PlannedKind } from './plan.ts';

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
