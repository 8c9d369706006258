import { describe, expect, it } from 'vitest';
import { Pacer } from '../pace/pacer.ts';
import { KeyTable } from '../plan/key-table.ts';
import { draftRecords } from '../records/draft-records.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import { Turns } from '../slices/take-turns.ts';
import { longOrder } from '../testing/long-inputs.ts';
import { ModelPortal } from '../testing/model-portal.ts';
import { planChunk } from './plan-chunk.ts';

const ORDER = longOrder(['email']);
const ROWS = 2560;

/** A chunk of a longer input: its rows begin at row 100, and half of their records are written by row 9000. */
function chunk() {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    return { number: 100 + at, cells: [`p${String(at)}@example.org`] };
  });
  const drafts = draftRecords({ columns: [{ index: 0, header: 'email' }], rows }, ORDER.drafting);
  const keys = new KeyTable();
  for (const { key, rowNumber } of drafts) keys.note(key ?? '', rowNumber);
  for (const { key, slot } of drafts) if (slot % 2 === 0) keys.note(key ?? '', 9000);
  return { drafts, repeatedKeys: keys.repeatedKeys() };
}

describe('planChunk', () => {
  it('gives the event loop its turns, whatever many rows it plans', async () => {
    const { drafts, repeatedKeys } = chunk();
    const portal = new ModelPortal({});
    let atMs = 0;
    let turnCount = 0;
    // Every piece of work takes longer than a slice.
    const turns = new Turns({
      now: () => (atMs += 20),
      turn: () => {
        turnCount += 1;
        return Promise.resolve();
      },
    });
    const { plan } = await planChunk(
      drafts,
      {
        ...{ order: ORDER, repeatedKeys, duplicates: 'last', isCompared: false },
        ...{ associations: [], needsAllNamed: false },
      },
      {
        ...{ ports: portal, turns, pacer: new Pacer(portal, DEFAULT_RUN_SETTINGS) },
        associateRecords: () => Promise.reject(new Error('nothing is associated')),
        options: { workMs: 1000 },
      },
    );
    // Pieces of all rows, of those that are written here, and three times of the plan: its rows, side effects and digest.
    expect(turnCount).toBe(10 + 20 + 3 * 40);
    expect(plan.rows.filter(({ kind }) => kind === 'duplicate')).toHaveLength(ROWS / 2);
    expect(plan.rows[0]).toMatchObject({ kind: 'duplicate', ofRow: 9000 });
    expect(plan.rows[1]).toMatchObject({ kind: 'create', rowNumber: 101 });
  });
});
