import type { DraftRecord } from '../records/draft-record.ts';
import { Sha256 } from '../plan/sha-256.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { LongOrder } from './long-input.ts';

/** Rows digested between two pauses: a few milliseconds. */
const PIECE_ROWS = 256;

/**
 * SHA-256 in hexadecimal over what rows say, what is to be done with them, and the digest of the rows before them: rows
 * that have the same digest when they are written are those that were confirmed, and so are all before them.
 */
export function* digestDraftsSliced(
  drafts: readonly DraftRecord[],
  { target, columns }: Pick<LongOrder, 'target' | 'columns'>,
  before: string,
): Sliced<string> {
  const hash = new Sha256();
  const { operation, objectType, keyProperty } = target;
  const written = columns.map(({ property, policy }) => [property, policy]);
  hash.update(JSON.stringify(['rows 1', before, operation, objectType, keyProperty, written]));
  for (const [slot, { rowNumber, key, properties, issues, named = [] }] of drafts.entries()) {
    const names = named.map(({ raw, column }) => [column.columnIndex, raw]);
    hash.update(JSON.stringify([rowNumber, key, issues.length, properties, names]));
    const done = slot + 1;
    if (done % PIECE_ROWS === 0) yield { stage: 'drafting', done, total: drafts.length };
  }
  return hash.toHex();
}
