import type { Plan, PlannedRow, Values } from '../plan/plan.ts';
import { appendedOptions } from '../plan/appended-options.ts';
import { MAX_KEY_LENGTH, normaliseKey } from '../records/normalise-key.ts';
import { refusedCellsOf, type RefusedCell } from './group-refusals.ts';
import type { EndedRun } from './make-undo-plan.ts';
import { readFix, type CellFixesById } from './read-fix.ts';

/**
 * The rows whose every refused cell has a fix, planned anew. They were refused, so they are proven unwritten; what the
 * fixes say nothing about stays as it was confirmed.
 */
export function repairRows(
  { plan, outcomes }: EndedRun,
  fixes: CellFixesById,
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
  readonly fixes: CellFixesById;
  readonly timeZone: string | null;
}

/** Null where a cell has no fix, or one that is no value of its property. */
function repairRow(row: Writing, cells: readonly RefusedCell[], repair: Repair): Writing | null {
  const { plan, fixes, timeZone } = repair;
  let fixed: Writing | null = row;
  for (const { id, property } of cells) {
    const fix = fixes.get(id);
    const isKey = property === plan.keyProperty;
    const described = plan.properties.get(property);
    const sent = row.properties[property] ?? '';
    const appends = described !== undefined && appendedOptions(described, sent) !== null;
    const reading = fix === undefined ? null : readFix(fix, described, { timeZone, isKey, appends });
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
  if (!isKey || row.kind !== 'create') return { ...row, properties };
  const key = normaliseKey(property, value);
  return key.length > MAX_KEY_LENGTH ? null : { ...row, key, properties };
}
