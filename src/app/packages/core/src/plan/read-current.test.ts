import { describe, expect, it } from 'vitest';
import type { ReadRecordsQuestion } from '../contract/read-records.ts';
import { draft, UPSERT } from '../testing/plans.ts';
import type { KeyReadings } from './key-reading.ts';
import { readCurrent, type ReadCurrent } from './read-current.ts';

const ADA = 'ada@example.org';
const BO = 'bo@example.org';

/** Reads from a portal that holds nothing. */
async function read(drafts: Parameters<typeof readCurrent>[0], wish: Partial<ReadCurrent> = {}) {
  const requests: ReadRecordsQuestion[] = [];
  const ports: ReadCurrent['ports'] = {
    readRecords: (request) => {
      requests.push(request);
      return Promise.resolve({
        kind: 'reply',
        reply: { ok: true, records: [], missingIds: [...request.ids], unreadIds: [], requests: [] },
      });
    },
    sleep: () => Promise.resolve(),
  };
  const current = await readCurrent(drafts, UPSERT, { ports, options: { workMs: 8000 }, ...wish });
  return { current, requests };
}

describe('readCurrent', () => {
  it('asks for each key once, and not for rows that cannot be written', async () => {
    const blocked = { ...draft(2, 'c@example.org'), issues: [{ code: 'nothing-to-write' } as const] };
    const { current, requests } = await read([draft(0, ADA), draft(1, ADA), blocked]);
    expect(requests.map(({ ids }) => ids)).toEqual([[ADA]]);
    expect(current.keyCount).toBe(1);
  });

  it('does not ask again for keys that are known, and returns them with the others', async () => {
    const known: KeyReadings = new Map([[ADA, { kind: 'missing' }]]);
    const { current, requests } = await read([draft(0, ADA), draft(1, BO)], { known });
    expect(requests.map(({ ids }) => ids)).toEqual([[BO]]);
    expect([...current.readings.keys()]).toEqual([ADA, BO]);
  });

  it('reads the properties it is told, although no row holds a value of them yet', async () => {
    const { requests } = await read([draft(0, ADA)], { propertyNames: ['name', 'points', 'nowhere'] });
    expect(requests[0]?.properties).toEqual(expect.arrayContaining(['name', 'points']));
    expect(requests[0]?.properties).not.toContain('nowhere');
  });

  it('asks nothing for records that are created without a key', async () => {
    const { current, requests } = await read([draft(0, null)]);
    expect([requests.length, current.keyCount]).toEqual([0, 0]);
  });
});
