import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { foldName } from '../contract/read-records.ts';
import type { Row } from '../input/table.ts';
import type { CellFix, ValueChoices } from './draft-choices.ts';
import type { AssociationColumn, NamedRecord } from './named-record.ts';
import { normaliseKey } from './normalise-key.ts';
import { makeCellReader, type CellReader } from './values/make-cell-reader.ts';

type NameChoices = Pick<ValueChoices, 'fixes' | 'clearToken'>;

/** As HubSpot's exports write "Associated Company IDs". */
const SEPARATOR = ';';

/** Reads which records the cells of a row name, in the order of the columns. */
export function makeNameReader(
  columns: readonly AssociationColumn[],
  { fixes, clearToken = '' }: NameChoices,
): (row: Row) => readonly NamedRecord[] {
  const readers = columns.map((column) => ({
    columnIndex: column.columnIndex,
    read: makePartReader(column, fixes?.get(column.columnIndex)),
  }));
  const token = clearToken.trim();
  return ({ cells }) =>
    readers.flatMap(({ columnIndex, read }) => {
      const cell = (cells[columnIndex] ?? '').trim();
      // A cell takes no association away.
      if (cell === '' || cell === token) return [];
      return splitNames(cell).flatMap(read);
    });
}

/** What a fix makes of one name: several names, another one, or none. */
export function fixName(
  { column, raw }: Pick<NamedRecord, 'column' | 'raw'>,
  fix: CellFix,
): readonly NamedRecord[] {
  return makePartReader(column, new Map([[raw, fix]]))(raw);
}

/** What a text names, as a cell of the column would. */
export function readNames(column: AssociationColumn, text: string): readonly NamedRecord[] {
  return splitNames(text).flatMap(makePartReader(column, undefined));
}

function splitNames(text: string): readonly string[] {
  return text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function makePartReader(
  column: AssociationColumn,
  fixes: ReadonlyMap<string, CellFix> | undefined,
): (raw: string) => readonly NamedRecord[] {
  const read = makeCellReader(column.property, {
    format: { alternatives: [] },
    timeZone: null,
    appends: false,
    isKey: true,
  });
  const nameIn = (text: string, raw: string) => readName(text, { column, raw, read });
  return (raw) => {
    const fix = fixes?.get(raw);
    switch (fix?.kind) {
      case undefined:
        return nameIn(raw, raw);
      case 'blank':
        return [];
      case 'record':
        return [{ column, raw, kind: 'name', keyProperty: RECORD_ID_PROPERTY, name: fix.recordId }];
      case 'value':
        return nameIn(fix.value, raw);
      case 'text':
        return splitNames(fix.text).flatMap((part) => nameIn(part, raw));
    }
  };
}

interface Part {
  readonly column: AssociationColumn;
  readonly raw: string;
  readonly read: CellReader;
}

function readName(text: string, { column, raw, read }: Part): readonly NamedRecord[] {
  const reading = read(text, null);
  const { property, columnIndex, related, bySearch } = column;
  switch (reading.kind) {
    case 'blank':
      return [];
    case 'value': {
      const name = bySearch ? foldName(reading.value) : normaliseKey(property.name, reading.value);
      return [{ column, raw, kind: 'name', keyProperty: property.name, name }];
    }
    case 'issue': {
      const where = { property: property.name, columnIndex, raw, relatedType: related.objectType };
      return [{ column, raw, kind: 'issue', issue: { ...reading.issue, ...where } }];
    }
  }
}
