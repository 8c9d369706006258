import type { Property } from '../contract/describe-object-type.ts';
import type { Plan, PlannedRow, Values } from '../plan/plan.ts';
import type { CellFix } from '../records/draft-choices.ts';
import { normaliseKey } from '../records/normalise-key.ts';
import type { CellReading } from '../records/values/cell-reading.ts';
import { chooseColumnFormat } from '../records/values/choose-column-format.ts';
import { makeCellReader } from '../records/values/make-cell-reader.ts';
import { refusedCellsOf, type RefusedCell } from './group-refusals.ts';
import type { EndedRun } from './make-undo-plan.ts';

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
