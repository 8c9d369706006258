import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { tiesOf } from '../plan/associations-of.ts';
import { compareRecord } from '../plan/compare-record.ts';
import type { KeyReadings } from '../plan/key-reading.ts';
import type { Plan, PlannedRow, Values } from '../plan/plan.ts';
import { identityOf } from '../records/row-identity.ts';
import type { EndedRun } from './make-undo-plan.ts';

type PlannedCreate = Extract<PlannedRow, { kind: 'create' }>;

/** Creates that failed because the record is there already: each may become an update of that record. */
export function conflictsToUpdate({ plan, outcomes }: EndedRun): ReadonlyMap<number, string> {
  const creates = new Set(plan.rows.flatMap(({ kind, slot }) => (kind === 'create' ? [slot] : [])));
  return new Map(
    outcomes.flatMap((outcome) =>
      outcome.kind === 'conflict' && outcome.existingId !== null && creates.has(outcome.slot)
        ? [[outcome.slot, outcome.existingId] as const]
        : [],
    ),
  );
}

/**
 * Such creates where HubSpot does not say which record it is, by the key the record can be looked up by. One that failed by
 * the value of another property is about another record than its key.
 */
export function conflictsToFind({ plan, outcomes }: EndedRun): ReadonlyMap<number, string> {
  const { keyProperty } = plan;
  if (keyProperty === null) return new Map();
  const keys = new Map(plan.rows.flatMap((row) => (row.kind === 'create' ? [[row.slot, row.key]] : [])));
  return new Map(
    outcomes.flatMap((outcome) => {
      const key = keys.get(outcome.slot) ?? null;
      if (outcome.kind !== 'conflict' || outcome.existingId !== null || key === null) return [];
      const isAboutKey = outcome.rejection.values.every(
        ({ property }) => property === null || property === keyProperty,
      );
      return isAboutKey ? [[outcome.slot, key] as const] : [];
    }),
  );
}

/** The run with the records that were found for its conflicts; `readings` are by the rows' keys. */
export function withFoundRecords(run: EndedRun, readings: KeyReadings): EndedRun {
  const keys = conflictsToFind(run);
  const outcomes = run.outcomes.map((outcome) => {
    const key = keys.get(outcome.slot);
    const reading = key === undefined ? undefined : readings.get(key);
    return outcome.kind === 'conflict' && reading?.kind === 'found'
      ? { ...outcome, existingId: reading.record.id }
      : outcome;
  });
  return { ...run, outcomes };
}

/**
 * These creates as updates of the records that are there, held against what HubSpot holds of them now: only what differs
 * is sent, and what the columns' policies keep is kept. `readings` are by record id; a record that could not be read
 * leaves its row as it was.
 */
export function updateInstead(
  run: EndedRun,
  slots: ReadonlySet<number>,
  readings: KeyReadings,
): readonly PlannedRow[] {
  const { plan, outcomes } = run;
  const existing = conflictsToUpdate(run);
  const policies = new Map(plan.columns.map(({ property, policy }) => [property, policy]));
  const target = { ...plan, keyProperty: RECORD_ID_PROPERTY };
  const bySlot = new Map(outcomes.map((outcome) => [outcome.slot, outcome]));
  return plan.rows.flatMap((row): readonly PlannedRow[] => {
    const recordId = existing.get(row.slot);
    if (recordId === undefined || row.kind !== 'create' || !slots.has(row.slot)) return [];
    const reading = readings.get(recordId);
    if (reading?.kind !== 'found') return [];
    const wanted = withoutIdentity(row, bySlot.get(row.slot), plan);
    const compared = compareRecord(wanted, reading.record, { target, policies });
    const { kept } = compared;
    const identity = { ...identityOf(row), ...tiesOf(row) };
    return Object.keys(compared.properties).length === 0
      ? [{ ...identity, kind: 'unchanged', recordId, kept }]
      : [{ ...identity, kind: 'update', recordId, ...compared }];
  });
}

/** The value by which the record was found to exist is its own, or a secondary address that must not become the first. */
function withoutIdentity({ properties }: PlannedCreate, outcome: Outcome | undefined, plan: Plan): Values {
  const taken = outcome?.kind === 'conflict' ? outcome.rejection.values.map(({ property }) => property) : [];
  const identity = new Set([plan.keyProperty, ...taken]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !identity.has(name)));
}

/** The properties that have to be read of the records for it. */
export function propertiesToUpdate({ plan }: Pick<EndedRun, 'plan'>, slots: ReadonlySet<number>): string[] {
  const rows = plan.rows.filter(({ slot }) => slots.has(slot));
  const names = rows.flatMap((row) => (row.kind === 'create' ? Object.keys(row.properties) : []));
  return [...new Set(names)].filter((name) => plan.properties.has(name));
}
