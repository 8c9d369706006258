import type { Table } from '@bulk-records/core';
import type { LabelledHeader } from './labelled-sheet.ts';

/** A table of the labelled columns, as many rows as the longest list of samples; shorter lists end in blanks. */
export function makeTable(headers: readonly LabelledHeader[]): Table {
  const rowCount = Math.max(1, ...headers.map(({ samples }) => samples.length));
  return {
    columns: headers.map(({ header }, index) => ({ index, header })),
    rows: Array.from({ length: rowCount }, (_, row) => ({
      number: row + 2,
      cells: headers.map(({ samples }) => samples[row] ?? ''),
    })),
  };
}
