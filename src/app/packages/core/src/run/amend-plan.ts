import { digestPlan } from '../plan/digest-plan.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';

/** The plan with these rows in the place of those with the same slots; it has a digest of its own. */
export function amendPlan(plan: Plan, amended: readonly PlannedRow[]): Plan {
  if (amended.length === 0) return plan;
  const bySlot = new Map(amended.map((row) => [row.slot, row]));
  const said = { ...plan, rows: plan.rows.map((row) => bySlot.get(row.slot) ?? row) };
  return { ...said, digest: digestPlan(said) };
}
