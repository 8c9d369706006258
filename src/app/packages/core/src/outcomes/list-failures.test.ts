import { describe, expect, it } from 'vitest';
import { listFailures } from './list-failures.ts';
import type { Outcome } from './outcome.ts';

const unchanged: Outcome = {
  slot: 1,
  rowNumber: 3,
  key: 'ada@example.org',
  kind: 'unchanged',
  recordId: '7',
  url: null,
  evidence: { from: 'plan', matchedBy: 'key', isFromEarlierAttempt: false },
  differences: [],
  warnings: [],
  updatedAt: null,
  changedSince: [],
};

const repeated: Outcome = {
  slot: 0,
  rowNumber: 2,
  key: 'ada@example.org',
  kind: 'skipped',
  issues: [{ code: 'repeated', ofRow: 3, isMerged: true }],
};

const notSent: Outcome = {
  slot: 1,
  rowNumber: 3,
  key: 'ada@example.org',
  kind: 'not-sent',
  reason: 'stopped',
  detail: '',
};

describe('listFailures', () => {
  it('leaves out a duplicate whose record was written with another row', () => {
    expect(listFailures([repeated, unchanged])).toEqual([]);
  });

  it('keeps a duplicate together with the row that was to be written in its place and was not', () => {
    expect(listFailures([repeated, notSent])).toEqual([repeated, notSent]);
  });

  it('keeps rows that were left out for themselves', () => {
    const blocked: Outcome = { ...repeated, issues: [{ code: 'record-missing' }] };
    expect(listFailures([blocked, unchanged])).toEqual([blocked]);
  });
});
