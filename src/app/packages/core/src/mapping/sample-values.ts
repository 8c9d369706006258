import type { Table } from '../input/table.ts';

/** So many rows show what a column holds; a column of few different values would else be searched to its end. */
const MAX_ROWS_WITH_VALUES = 2000;

/**
 * The first distinct cells of a column that are not blank, as written; an empty first row shows nothing. A value
 * that stands in late rows only is found, too, unless many earlier rows have others.
 */
export function sampleValues(table: Table, columnIndex: number, count: number): readonly string[] {
  const samples = new Set<string>();
  let rowsLeft = MAX_ROWS_WITH_VALUES;
  for (const { cells } of table.rows) {
    if (samples.size >= count || rowsLeft === 0) break;
    const cell = cells[columnIndex] ?? '';
    if (cell === '' || cell.trim() === '') continue;
    rowsLeft -= 1;
    samples.add(cell);
  }
  return [...samples];
}
