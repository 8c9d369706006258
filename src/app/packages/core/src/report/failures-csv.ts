import type { ReadingChoices } from '../input/reading.ts';
import type { Table } from '../input/table.ts';
import { listFailures } from '../outcomes/list-failures.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { recogniseOwnFile } from './recognise-own-file.ts';
import type { ReportWords } from './outcomes-csv.ts';
import { unguardCell } from './spreadsheet-guard.ts';
import { writeCsv } from './write-csv.ts';

/** Of the report's headers, those that stand beside the input's own. */
export type FailureWords = Pick<ReportWords, 'reasonOf'> & {
  readonly headers: Pick<ReportWords['headers'], 'row' | 'reason'>;
};

/**
 * The rows that were not written, in their original columns; then the row each was in the input, and the reason: correct
 * them and paste them again. `outcomes` are those of the table's rows.
 */
export function writeFailuresCsv(table: Table, outcomes: readonly Outcome[], words: FailureWords): string {
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
  const ours = [words.headers.row, words.headers.reason].map((word) => `${OUR_MARK}${word}`);
  return writeCsv([[...padTo(width, headers), ...ours], ...lines]);
}

function padTo(width: number, cells: readonly string[]): readonly string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

/** The headers of our own columns begin with it in every language: by it the file is known when it is pasted again. */
export const OUR_MARK = 'Bulk Records: ';

function isOurs(header: string | undefined): boolean {
  return header?.startsWith(OUR_MARK) ?? false;
}

/** A pasted file of failures as the table it was made from; any other table stays as it is. */
export function readBackFailures(table: Table): Table {
  if (!isOurs(table.columns.at(-1)?.header)) return table;
  const hasRow = isOurs(table.columns.at(-2)?.header);
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
  const delimiter = recogniseOwnFile(text, `${OUR_MARK}[^"\\t,;|\\r\\n]+`);
  return delimiter === null ? null : { form: { format: 'delimited', delimiter }, headerRow: 1 };
}
