import { listChanges } from '../plan/list-changes.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import { writeAssociations } from './association-text.ts';
import { writeCsv } from './write-csv.ts';

/** By this header a plan is recognised when its file is loaded; the same in every language. */
export const PLAN_HEADER = 'Bulk Records: plan';

/** Columns of the file, in their order. `Sent` is what goes to HubSpot where that is not the new value itself. */
export const PLAN_COLUMNS = [
  'Row',
  'Key',
  'Action',
  'Record ID',
  'Property',
  'Label',
  'Old value',
  'New value',
  'Sent',
  'Same record as row',
  'Associate with',
  PLAN_HEADER,
] as const;

/**
 * A plan as CSV for a second pair of eyes: one line per cell that changes, with its old and new value, and one line per
 * row that changes no cell. The first line below the headers says what the plan is for and has its digest; with that
 * line the file can be loaded again.
 */
export function writePlanFile(plan: Plan, labelOf: (property: string) => string): string {
  const head = JSON.stringify({
    version: 1,
    digest: plan.digest,
    operation: plan.operation,
    objectType: plan.objectType,
    apiVersion: plan.apiVersion,
    keyProperty: plan.keyProperty,
    columns: plan.columns,
    associations: plan.associations,
    readAt: plan.readAt,
  });
  const blank = PLAN_COLUMNS.slice(1).map(() => '');
  return writeCsv([
    [...PLAN_COLUMNS],
    [...blank, head],
    ...plan.rows.flatMap((row) => linesOf(row, plan, labelOf)),
  ]);
}

function linesOf(
  row: PlannedRow,
  { properties }: Plan,
  labelOf: (property: string) => string,
): readonly (readonly string[])[] {
  const start = [String(row.rowNumber), row.key ?? '', row.kind, 'recordId' in row ? row.recordId : ''];
  const ties = writeAssociations(row.associations ?? []);
  const ofRow = row.kind === 'duplicate' ? String(row.ofRow) : '';
  const changes = listChanges(row, properties);
  if (changes.length === 0) return [[...start, '', '', '', '', '', ofRow, ties, '']];
  const sent = 'properties' in row ? row.properties : {};
  return changes.map(({ property, before, after }, place) => {
    const value = sent[property] ?? '';
    const cells = [property, labelOf(property), before, after, value === after ? '' : value];
    // What is a row's stands in its first line.
    return [...start, ...cells, '', place === 0 ? ties : '', ''];
  });
}
