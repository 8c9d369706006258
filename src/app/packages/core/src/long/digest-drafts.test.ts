import { describe, expect, it } from 'vitest';
import { draftRecords } from '../records/draft-records.ts';
import type { CellFix } from '../records/draft-choices.ts';
import type { AssociationColumn } from '../records/named-record.ts';
import { finish } from '../slices/sliced.ts';
import { namingCompanies } from '../testing/plans.ts';
import { longOrder } from '../testing/long-inputs.ts';
import { digestDraftsSliced } from './digest-drafts.ts';
import type { LongOrder } from './long-input.ts';

const HEADERS = ['email', 'name'];
const ORDER = longOrder(HEADERS);

function draftsOf(count: number) {
  const rows = Array.from({ length: count }, (_, row) => {
    return { number: row + 2, cells: [`a${String(row)}@example.org`, 'Ada'] };
  });
  const columns = HEADERS.map((header, index) => ({ index, header }));
  return draftRecords({ columns, rows }, ORDER.drafting);
}

const COMPANY: AssociationColumn = { ...namingCompanies('domain'), columnIndex: 1 };

/** Contacts whose second cell names a company, with whatever stands in for it. */
function namingOrder(changes: Partial<LongOrder['drafting']> = {}): LongOrder {
  const order = longOrder(['email']);
  return { ...order, drafting: { ...order.drafting, associations: [COMPANY], ...changes } };
}

function digestOf(order: LongOrder): string {
  const columns = HEADERS.map((header, index) => ({ index, header }));
  const rows = [{ number: 2, cells: ['a@example.org', 'acme'] }];
  return finish(digestDraftsSliced(draftRecords({ columns, rows }, order.drafting), order, ''));
}

function fixedBy(fix: CellFix): LongOrder {
  return namingOrder({ fixes: new Map([[1, new Map([['acme', fix]])]]) });
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

  it('depends on what a cell that names a record leads to, and not only on how it was typed', () => {
    const digests = [
      namingOrder(),
      namingOrder({ associations: [{ ...COMPANY, bySearch: false }] }),
      namingOrder({ associations: [{ ...COMPANY, types: [] }] }),
      fixedBy({ kind: 'blank' }),
      fixedBy({ kind: 'record', recordId: '501' }),
      fixedBy({ kind: 'record', recordId: '502' }),
      fixedBy({ kind: 'text', text: '501' }),
    ].map(digestOf);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digestOf(fixedBy({ kind: 'record', recordId: '501' }))).toBe(digests[4]);
  });
});
