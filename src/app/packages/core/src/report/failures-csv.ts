import type { ReadingChoices } from '../input/reading.ts';
import type { Table } from '../input/table.ts';
import { listFailures } from '../outcomes/list-failures.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { recogniseOwnFile } from './recognise-own-file.ts';
import type { ReportWords } from './outcomes-csv.ts';
import { unguardCell } from './spreadsheet-guard.ts';
import { writeCsv } from './write-csv.ts';

/**
 * The rows that were not written, in their original columns; then the row each was in the input, and the reason: correct
 * them and paste them again. `outcomes` are those of the table's rows.
 */
export function writeFailuresCsv(
  table: Table,
  outcomes: readonly Outcome[],
  words: Pick<ReportWords, 'reasonOf'>,
): string {
  const failed = listFailures(outcomes).flatMap((outcome) => {
    const row = table.rows[outcome.slot];
    return row ? [{ outcome, row, cells: [...row.cells, ...(row.surplus ?? [])] }] : [];
  });
  // Cells beyond the last column keep columns of their own, or the reason would stand in their place.
  const width = failed.reduce((most, { cells }) => Math.max(most, cells.length), table.columns.length);
  const headers = table.columns.map(({ header }) => header);
  const lines = failed.map(({ cells, row, outcome }) => [
    ...padTo(width, cells),
    row.origin ?? String(row.number),
    words.reasonOf(outcome),
  ]);
  return writeCsv([[...padTo(width, headers), ROW_HEADER, REASON_HEADER], ...lines]);
}

function padTo(width: number, cells: readonly string[]): readonly string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

/** By the last header our own file is recognised when it is pasted again; the same in every language. */
export const ROW_HEADER = 'Bulk Records: row';
export const REASON_HEADER = 'Bulk Records: reason';

/** A pasted file of failures as the table it was made from; any other table stays as it is. */
export function readBackFailures(table: Table): Table {
  if (table.columns.at(-1)?.header !== REASON_HEADER) return table;
  const hasRow = table.columns.at(-2)?.header === ROW_HEADER;
  const width = table.columns.length - (hasRow ? 2 : 1);
  return {
    ...table,
    columns: table.columns
      .slice(0, width)
      .map((column) => ({ ...column, header: unguardCell(column.header) })),
    rows: table.rows.map((row) => {
      const origin = hasRow ? row.cells[width]?.trim() : undefined;
      const cells = row.cells.slice(0, width).map(unguardCell);
      return { ...row, cells, ...(origin === undefined || origin === '' ? {} : { origin }) };
    }),
  };
}

/**
 * How our own file of failures has to be read when it is pasted, whatever a guess at its dialect and header row
 * would say (rows without headers, one row only); null for any other text. Spreadsheets paste it with tabs.
 */
export function recogniseFailures(text: string): Pick<ReadingChoices, 'form' | 'headerRow'> | null {
  const delimiter = recogniseOwnFile(text, REASON_HEADER);
  return delimiter === null ? null : { form: { format: 'delimited', delimiter }, headerRow: 1 };
}
