import {
  draftRecordsSliced,
  readTextSliced,
  type ColumnTarget,
  type Sliced,
  type Table,
} from '@bulk-records/core';
import { describe, expect, test } from 'vitest';
import { HOSTILE_KINDS, makeHostileText } from './make-hostile-text.ts';
import { makeText, TEXT_KINDS } from './make-text.ts';
import { makePortal } from './portal/make-portal.ts';
import { findTargets, readTable } from './read-drafts.ts';

/** Pieces are of equal size, so their number is the amount of work. */
function countPieces(work: Sliced<unknown>): number {
  let count = 1;
  while (work.next().done !== true) count += 1;
  return count;
}

const SMALL = 150_000;
const TIMES = 4;
/** The last piece of a stage may be a small one. */
const TOLERANCE = 1.2;

describe('reading takes work in proportion to the text', () => {
  test.each(HOSTILE_KINDS)('made of %s', (kind) => {
    const [small, large] = [SMALL, SMALL * TIMES].map((length) =>
      countPieces(readTextSliced(makeHostileText(kind, length))),
    );
    expect(large).toBeLessThanOrEqual((small ?? 0) * TIMES * TOLERANCE);
  });

  test.each(TEXT_KINDS)('made of rows as %s', (kind) => {
    const [small, large] = [4000, 4000 * TIMES].map((rowCount) =>
      countPieces(readTextSliced(makeText({ kind, rowCount, seed: 1 }))),
    );
    expect(small).toBeGreaterThan(5);
    expect(large).toBeLessThanOrEqual((small ?? 0) * TIMES * TOLERANCE);
  });
});

describe('drafting', () => {
  const properties = makePortal('contacts');
  const draft = (table: Table, targets: readonly ColumnTarget[]) =>
    draftRecordsSliced(table, { operation: 'upsert', keyProperty: 'email', targets });

  test('takes work in proportion to the rows', () => {
    const [small, large] = [1000, 1000 * TIMES].map((rowCount) => {
      const table = readTable(makeText({ kind: 'simple CSV', rowCount, seed: 1 }));
      return countPieces(draft(table, findTargets(table, properties)));
    });
    expect(small).toBeGreaterThan(5);
    expect(large).toBeLessThanOrEqual((small ?? 0) * TIMES * TOLERANCE);
  });

  test('says how far it is, forward only, up to all rows', () => {
    const table = readTable(makeText({ kind: 'simple CSV', rowCount: 1000, seed: 1 }));
    const done = [...draft(table, findTargets(table, properties))]
      .filter(({ stage }) => stage === 'drafting')
      .map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBeGreaterThan(990);
  });
});
