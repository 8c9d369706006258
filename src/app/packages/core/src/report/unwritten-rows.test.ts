import { expect, test } from 'vitest';
import { NOT_WRITTEN } from '../outcomes/settle-by-read.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { draft, planOf } from '../testing/plans.ts';
import { unwrittenRows } from './unwritten-rows.ts';

const MISSING = { kind: 'missing' } as const;

const plan = planOf(
  [draft(0, 'ada@example.org', { name: 'Ada' }), draft(1, 'ben@example.org', { name: 'Ben' })],
  { 'ada@example.org': MISSING, 'ben@example.org': MISSING },
);

function rejected(slot: number, category: string | null): Outcome {
  const rejection = { category, message: '', values: [], correlationId: null };
  return { slot, rowNumber: slot + 2, key: null, kind: 'rejected', rejection, recordId: null };
}

function unknown(slot: number): Outcome {
  return { slot, rowNumber: slot + 2, key: null, kind: 'unknown', reason: 'answer-lost', detail: '' };
}

test('a row that HubSpot passed over without a word may be sent again as it was planned', () => {
  const outcomes = [rejected(0, NOT_WRITTEN), rejected(1, 'VALIDATION_ERROR')];
  expect(unwrittenRows({ plan, outcomes })).toEqual([plan.rows[0]]);
});

test('a row nobody knows about is not: it may have been written', () => {
  expect(unwrittenRows({ plan, outcomes: [unknown(0), rejected(1, null)] })).toEqual([]);
});
