import { decodeBytes, draftRecords, mapColumns, readText } from '@bulk-records/core';
import type { ColumnTarget, StartDecoding, DraftRecord, Property, Table } from '@bulk-records/core';

const NO_CHOICES: ReadonlyMap<number, string | null> = new Map();
const EMPTY_TABLE: Table = { columns: [], rows: [] };

export const startDecoding: StartDecoding = (label) => {
  const decoder = new TextDecoder(label);
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
};

/** The text of a file; '' for what is no text. */
export function decodeFile(bytes: Uint8Array): string {
  const file = decodeBytes(bytes, startDecoding);
  return file.kind === 'text' ? file.text : '';
}

/** The table of a text; an empty one for what cannot be read. */
export function readTable(text: string): Table {
  const reading = readText(text);
  return reading.kind === 'table' ? reading.table : EMPTY_TABLE;
}

export function findTargets(table: Table, properties: readonly Property[]): readonly ColumnTarget[] {
  return mapColumns(table, properties, NO_CHOICES).flatMap((mapping) =>
    mapping.kind === 'mapped' ? [{ columnIndex: mapping.column.index, property: mapping.property }] : [],
  );
}

/** The one place that knows how values are typed and checked. */
export function makeDrafts(table: Table, targets: readonly ColumnTarget[]): readonly DraftRecord[] {
  return draftRecords(table, { operation: 'upsert', keyProperty: 'email', targets });
}

/** All that stands between a file and the preview: decoding, splitting, mapping, typing and checking. */
export function readDrafts(bytes: Uint8Array, properties: readonly Property[]): readonly DraftRecord[] {
  const table = readTable(decodeFile(bytes));
  return makeDrafts(table, findTargets(table, properties));
}
