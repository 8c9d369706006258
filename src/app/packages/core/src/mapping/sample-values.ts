import type { Table } from '../input/table.ts';

/** The first distinct cells of a column that are not blank, as written; an empty first row shows nothing. */
export function sampleValues(table: Table, columnIndex: number, count: number): readonly string[] {
  const samples = new Set<string>();
  for (const { cells } of table.rows) {
    if (samples.size >= count) break;
    const cell = cells[columnIndex] ?? '';
    if (cell.trim() !== '') samples.add(cell);
  }
  return [...samples];
}
