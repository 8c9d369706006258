import type { Row } from '../input/table.ts';
import type { DraftChoices } from './draft-choices.ts';
import type { DraftRecord } from './draft-record.ts';
import { MAX_KEY_LENGTH, normaliseKey } from './normalise-key.ts';
import type { PreparedColumn } from './prepared-column.ts';

type KeyReading = Pick<DraftRecord, 'key' | 'issues'>;

/**
 * Reads the key of a row, normalised, and what is wrong with it. A create needs none and tells its issues as a
 * value's.
 */
export function makeKeyReader(
  prepared: readonly PreparedColumn[],
  { keyProperty, operation }: DraftChoices,
): (row: Row) => KeyReading {
  if (keyProperty === null) return () => ({ key: null, issues: NONE });
  const column = prepared.find(({ target }) => target.property.name === keyProperty);
  const read = (row: Row) =>
    column === undefined ? keyMissing(keyProperty) : readKeyCell(row, column, keyProperty);
  return operation === 'create' ? (row) => ({ key: read(row).key, issues: NONE }) : read;
}

function keyMissing(property: string): KeyReading {
  return { key: null, issues: [{ code: 'key-missing', property }] };
}

function readKeyCell(row: Row, { target, read }: PreparedColumn, keyProperty: string): KeyReading {
  const { columnIndex } = target;
  const raw = row.cells[columnIndex] ?? '';
  const meaning = read(raw, null);
  switch (meaning.kind) {
    case 'blank':
    case 'clear':
      return keyMissing(keyProperty);
    case 'issue':
      return { key: null, issues: [meaning.issue] };
    case 'value': {
      const key = normaliseKey(keyProperty, meaning.value);
      if (key.length <= MAX_KEY_LENGTH) return { key, issues: NONE };
      const expected = { kind: 'text', maxLength: MAX_KEY_LENGTH } as const;
      const where = { property: keyProperty, columnIndex, raw, found: key };
      return { key, issues: [{ code: 'value-too-long', ...where, expected, candidates: [] }] };
    }
  }
}

const NONE: KeyReading['issues'] = [];
