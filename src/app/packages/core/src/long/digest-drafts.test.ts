import { describe, expect, it } from 'vitest';
import { draftRecords } from '../records/draft-records.ts';
import { finish } from '../slices/sliced.ts';
import { longOrder } from '../testing/long-inputs.ts';
import { digestDraftsSliced } from './digest-drafts.ts';

const HEADERS = ['email', 'name'];
const ORDER = longOrder(HEADERS);

function draftsOf(count: number) {
  const rows = Array.from({ length: count }, (_, row) => {
    return { number: row + 2, cells: [`a${String(row)}@example.org`, 'Ada'] };
  });
  const columns = HEADERS.map((header, index) => ({ index, header }));
  return draftRecords({ columns, rows }, ORDER.drafting);
}

describe('digestDraftsSliced', () => {
  it('stops for a moment every few hundred rows, so that whoever drives it can answer something else', () => {
    const pauses = [...digestDraftsSliced(draftsOf(2000), ORDER, '')].map(({ done }) => done);
    const gaps = [...pauses, 2000].map((done, at) => done - (pauses[at - 1] ?? 0));
    expect(pauses.length).toBeGreaterThan(0);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(500);
  });

  it('depends on what stands before the rows and in each of them', () => {
    const drafts = draftsOf(3);
    const digests = [
      finish(digestDraftsSliced(drafts, ORDER, '')),
      finish(digestDraftsSliced(drafts, ORDER, 'before')),
      finish(digestDraftsSliced(drafts.slice(0, 2), ORDER, '')),
      finish(digestDraftsSliced(drafts, longOrder(HEADERS, { operation: 'create' }), '')),
    ];
    expect(new Set(digests).size).toBe(4);
    expect(finish(digestDraftsSliced(draftsOf(3), ORDER, ''))).toBe(digests[0]);
  });
});
