import { RECORD_ID_PROPERTY, type Property } from '../contract/describe-object-type.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { tiesOf } from '../plan/associations-of.ts';
import { compareRecord } from '../plan/compare-record.ts';
import type { KeyReadings } from '../plan/key-reading.ts';
import type { Plan, PlannedRow, Values } from '../plan/plan.ts';
import type { CellFix } from '../records/draft-choices.ts';
import { normaliseKey } from '../records/normalise-key.ts';
import { identityOf } from '../records/row-identity.ts';
import type { CellReading } from '../records/values/cell-reading.ts';
import { chooseColumnFormat } from '../records/values/choose-column-format.ts';
import { makeCellReader } from '../records/values/make-cell-reader.ts';
import { refusedCellsOf, type RefusedCell } from './group-refusals.ts';
import type { EndedRun } from './make-undo-plan.ts';

export type PlannedCreate = Extract<PlannedRow, { kind: 'create' }>;

/** What a fix makes of a refused cell: blank leaves it out. A typed text is read as the property's type asks. */
export function readFix(
  fix: CellFix,
  property: Property | undefined,
  { timeZone, isKey }: { readonly timeZone: string | null; readonly isKey: boolean },
): CellReading {
  switch (fix.kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'value':
      return { kind: 'value', value: fix.value };
    case 'record':
      return { kind: 'value', value: fix.recordId };
    case 'text': {
      if (property === undefined) return { kind: 'value', value: fix.text };
      const format = chooseColumnFormat(property, [fix.text]);
      return makeCellReader(property, { format, timeZone, appends: false, isKey })(fix.text, null);
    }
  }
}

/** What stands in for refused cells, by the id of their group. */
export type RefusalFixes = ReadonlyMap<string, CellFix>;

/**
 * The rows whose every refused cell has a fix, planned anew. They were refused, so they are proven unwritten; what the
 * fixes say nothing about stays as it was confirmed.
 */
export function repairRows(
  { plan, outcomes }: EndedRun,
  fixes: RefusalFixes,
  timeZone: string | null,
): readonly PlannedRow[] {
  if (fixes.size === 0) return [];
  const planned = new Map(plan.rows.map((row) => [row.slot, row]));
  return outcomes.flatMap((outcome) => {
    const row = planned.get(outcome.slot);
    if (row?.kind !== 'create' && row?.kind !== 'update') return [];
    const cells = refusedCellsOf(row, outcome, plan);
    return cells.length === 0 ? [] : (repairRow(row, cells, { plan, fixes, timeZone }) ?? []);
  });
}

type Writing = Extract<PlannedRow, { kind: 'create' | 'update' }>;

interface Repair {
  readonly plan: Plan;
  readonly fixes: RefusalFixes;
  readonly timeZone: string | null;
}

/** Null where a cell has no fix, or one that is no value of its property. */
function repairRow(row: Writing, cells: readonly RefusedCell[], repair: Repair): Writing | null {
  const { plan, fixes, timeZone } = repair;
  let fixed: Writing | null = row;
  for (const { id, property } of cells) {
    const fix = fixes.get(id);
    const isKey = property === plan.keyProperty;
    const reading =
      fix === undefined ? null : readFix(fix, plan.properties.get(property), { timeZone, isKey });
    if (reading === null || reading.kind === 'issue' || fixed === null) return null;
    fixed = withCell(fixed, { property, value: reading.kind === 'value' ? reading.value : null, isKey });
  }
  return fixed;
}

interface FixedCell {
  readonly property: string;
  /** Null leaves the cell out. */
  readonly value: string | null;
  readonly isKey: boolean;
}

function withCell(row: Writing, { property, value, isKey }: FixedCell): Writing | null {
  const others: Values = Object.fromEntries(
    Object.entries(row.properties).filter(([name]) => name !== property),
  );
  if (value === null) {
    // Without its key HubSpot could not tell whose the row is, and without a value there is nothing to write.
    return isKey || Object.keys(others).length === 0 ? null : { ...row, properties: others };
  }
  const isSent = !isKey || property in row.properties;
  const properties = isSent ? { ...others, [property]: value } : others;
  return isKey && row.kind === 'create'
    ? { ...row, key: normaliseKey(property, value), properties }
    : { ...row, properties };
}

/** Creates that failed because the record is there already: each may become an update of that record. */
export function conflictsToUpdate({ plan, outcomes }: EndedRun): ReadonlyMap<number, string> {
  const planned = new Map(plan.rows.map((row) => [row.slot, row.kind]));
  return new Map(
    outcomes.flatMap((outcome) =>
      outcome.kind === 'conflict' && outcome.existingId !== null && planned.get(outcome.slot) === 'create'
        ? [[outcome.slot, outcome.existingId] as const]
        : [],
    ),
  );
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
