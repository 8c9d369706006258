import type { Table } from '../input/table.ts';
import { hasFailed, type Outcome } from '../outcomes/outcome.ts';
import type { ReportWords } from './outcomes-csv.ts';
import { unguardCell } from './spreadsheet-guard.ts';
import { writeCsv } from './write-csv.ts';

/**
 * The rows that were not written, in their original columns, with the reason as the last one: correct them and
 * paste them again. `outcomes` are those of the table's rows.
 */
export function writeFailuresCsv(
  table: Table,
  outcomes: readonly Outcome[],
  words: Pick<ReportWords, 'reasonOf'>,
): string {
  const head = [...table.columns.map(({ header }) => header), REASON_HEADER];
  const lines = outcomes.filter(hasFailed).flatMap((outcome) => {
    const row = table.rows[outcome.slot];
    return row ? [[...row.cells, words.reasonOf(outcome)]] : [];
  });
  return writeCsv([head, ...lines]);
}

/** By this header our own file is recognised when it is pasted again; the same in every language. */
export const REASON_HEADER = 'Bulk Records: reason';

/** A pasted file of failures as the table it was made from; any other table stays as it is. */
export function readBackFailures(table: Table): Table {
  const last = table.columns.at(-1);
  if (last?.header !== REASON_HEADER) return table;
  return {
    ...table,
    columns: table.columns.slice(0, -1).map((column) => ({ ...column, header: unguardCell(column.header) })),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, -1).map(unguardCell) })),
  };
}
