import { outcomeOf, outcomeOfUnresolved } from '../outcomes/association-outcome.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { unresolvedOf } from '../plan/associations-of.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';

interface RunToRename {
  readonly plan: Pick<Plan, 'rows'>;
  readonly outcomes: readonly Outcome[];
}

/** Outcomes of rows that are to be associated with others than before: the record stands, what is new is yet to be made. */
export function reopenedOutcomes(
  { plan, outcomes }: RunToRename,
  renamed: readonly PlannedRow[],
): readonly Outcome[] {
  if (renamed.length === 0) return [];
  const rows = new Map(renamed.map((row) => [row.slot, row]));
  const before = new Map(plan.rows.map((row) => [row.slot, row]));
  return outcomes.flatMap((outcome) => {
    const row = rows.get(outcome.slot);
    return row === undefined ? [] : [reopened(outcome, row, before.get(outcome.slot))];
  });
}

function reopened(outcome: Outcome, row: PlannedRow, before: PlannedRow | undefined): Outcome {
  const known = new Set(before?.associations);
  const added = (row.associations ?? []).filter((association) => !known.has(association));
  const isAdded = (toObjectType: string, toId: string) =>
    added.some((each) => each.toObjectType === toObjectType && each.toId === toId);
  const standing = (outcome.associations ?? []).filter(
    (each) => each.kind !== 'unresolved' && !isAdded(each.toObjectType, each.toId),
  );
  return {
    ...outcome,
    associations: [
      ...standing,
      ...added.map((association) => outcomeOf(association, 'not-sent')),
      ...unresolvedOf(row).map(outcomeOfUnresolved),
    ],
  };
}
