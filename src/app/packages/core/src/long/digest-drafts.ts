import type { DraftRecord } from '../records/draft-record.ts';
import type { AssociationColumn, NamedRecord } from '../records/named-record.ts';
import { sayType } from '../plan/digest-plan.ts';
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
  { target, columns, drafting }: LongOrder,
  before: string,
): Sliced<string> {
  const hash = new Sha256();
  const { operation, objectType, keyProperty } = target;
  const written = columns.map(({ property, policy }) => [property, policy]);
  const associated = (drafting.associations ?? []).map(sayColumn);
  hash.update(JSON.stringify(['rows 2', before, operation, objectType, keyProperty, written, associated]));
  for (const [slot, { rowNumber, key, properties, issues, named = [] }] of drafts.entries()) {
    hash.update(JSON.stringify([rowNumber, key, issues.length, properties, named.map(sayName)]));
    const done = slot + 1;
    if (done % PIECE_ROWS === 0) yield { stage: 'drafting', done, total: drafts.length };
  }
  return hash.toHex();
}

function sayColumn({ columnIndex, related, property, bySearch, types }: AssociationColumn): unknown {
  return [columnIndex, related.objectType, property.name, bySearch, types.map(sayType)];
}

/** A fix changes what a name leads to, and not how it was typed. */
function sayName(named: NamedRecord): unknown {
  const { columnIndex } = named.column;
  return named.kind === 'name' ? [columnIndex, named.keyProperty, named.name] : [columnIndex, named.raw];
}
