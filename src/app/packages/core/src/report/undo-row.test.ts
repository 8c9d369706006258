import { describe, expect, it } from 'vitest';
import { makeResult } from '../testing/bodies.ts';
import { PLAN_PROPERTIES } from '../testing/plans.ts';
import { undoRow } from './undo-row.ts';

const IDENTITY = { slot: 0, rowNumber: 2, key: '17' };

const WRITTEN = {
  recordId: '17',
  url: null,
  evidence: { from: 'answer', matchedBy: 'record-id', isFromEarlierAttempt: false },
  differences: [],
  warnings: [],
  updatedAt: '2026-11-22T09:00:00.000Z',
  changedSince: [],
} as const;

describe('undoRow', () => {
  it('keeps what was written without reading first: to blank it would be no way back', () => {
    const row = {
      planned: {
        ...IDENTITY,
        kind: 'update',
        recordId: '17',
        properties: { name: 'Ada' },
        before: {},
        kept: [],
      },
      outcome: { ...IDENTITY, kind: 'updated', ...WRITTEN },
      recordId: '17',
    } as const;
    const record = makeResult('17', { properties: { name: 'Ada' } });
    expect(undoRow(row, { kind: 'found', record, matchedBy: 'record-id' }, PLAN_PROPERTIES)).toEqual({
      kind: 'blocked',
      issues: [{ code: 'not-undone', why: 'no-earlier-value' }],
    });
  });
});
