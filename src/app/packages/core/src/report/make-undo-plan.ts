import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { countAssociations } from '../outcomes/association-outcome.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { digestPlan } from '../plan/digest-plan.ts';
import { findSideEffects } from '../plan/find-side-effects.ts';
import type { KeyReadings } from '../plan/key-reading.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import { undoRow, type RowToUndo } from './undo-row.ts';

/** A run that is over, as far as undoing it asks. */
export interface EndedRun {
  readonly plan: Plan;
  /** One per row of the plan, in its order. */
  readonly outcomes: readonly Outcome[];
}

/** The ids of the records a run has, or may have, written: what has to be read before it can be undone. */
export function recordsToUndo({ plan, outcomes }: EndedRun): readonly string[] {
  return [...new Set(rowsToUndo(plan, outcomes).map(({ recordId }) => recordId))];
}

/** The properties that have to be read for it. */
export function propertiesToUndo({ plan }: Pick<EndedRun, 'plan'>): readonly string[] {
  return [...new Set(plan.rows.flatMap((row) => ('properties' in row ? Object.keys(row.properties) : [])))];
}

/**
 * The plan that takes a run back (law 9): a cell is restored only where HubSpot still holds what the run wrote, a
 * record is archived only where the run made it and nobody has touched it since; everything else is kept, with the
 * reason. It is a plan like any other, with a preview and a digest, and can be undone itself. `readings` are by record
 * id. Rows the run did not write are not in it.
 */
export function makeUndoPlan(run: EndedRun, readings: KeyReadings, readAt: number): Plan {
  const { objectType, apiVersion, properties } = run.plan;
  const target = {
    operation: 'update',
    keyProperty: RECORD_ID_PROPERTY,
    objectType,
    apiVersion,
    properties,
  } as const;
  const rows = rowsToUndo(run.plan, run.outcomes).map((row, slot): PlannedRow => {
    const identity = { slot, rowNumber: row.planned.rowNumber, key: row.recordId };
    const reading = readings.get(row.recordId) ?? { kind: 'unread' };
    return { ...identity, ...undoRow(row, reading, properties) };
  });
  const said = {
    ...target,
    columns: [],
    rows,
    duplicates: [],
    associations: [],
    sideEffects: findSideEffects(rows, { target, readings, associations: [] }),
    readAt,
  };
  return { ...said, digest: digestPlan(said) };
}

/** How many associations a run made that its undo leaves: those of all records that are not archived with it. */
export function countKeptAssociations(
  { outcomes }: Pick<EndedRun, 'outcomes'>,
  undo: Pick<Plan, 'rows'>,
): number {
  const archived = new Set(undo.rows.flatMap((row) => (row.kind === 'archive' ? [row.recordId] : [])));
  const ofRest = outcomes.filter(
    (outcome) => 'recordId' in outcome && outcome.recordId !== null && !archived.has(outcome.recordId),
  );
  return countAssociations(ofRest).made;
}

function rowsToUndo(plan: Plan, outcomes: readonly Outcome[]): readonly RowToUndo[] {
  const bySlot = new Map(outcomes.map((outcome) => [outcome.slot, outcome]));
  return plan.rows.flatMap((planned) => {
    const ended = bySlot.get(planned.slot);
    if (ended === undefined) return [];
    const outcome = standingOf(ended);
    const recordId = recordOf(planned, outcome);
    return recordId === null ? [] : [{ planned, outcome, recordId }];
  });
}

/** What of a row stands in HubSpot, where it was written without some of its values. */
function standingOf(outcome: Outcome): Outcome {
  if (outcome.kind !== 'rejected' || outcome.partly === undefined) return outcome;
  const { slot, rowNumber, key, partly } = outcome;
  return { slot, rowNumber, key, ...partly };
}

/** Of a row that was not written there is nothing to undo; of one nobody knows about, only a planned update names a record. */
function recordOf(planned: PlannedRow, outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'archived':
      return outcome.recordId;
    case 'unknown':
      return planned.kind === 'update' || planned.kind === 'archive' ? planned.recordId : null;
    case 'unchanged':
    case 'rejected':
    case 'conflict':
    case 'skipped':
    case 'not-sent':
      return null;
  }
}
