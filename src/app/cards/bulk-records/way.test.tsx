import { Alert, Select } from '@hubspot/ui-extensions';
import { decodeWith, IMPORT_RECORDS, importRecordsRequestSchema } from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { healthyFunctions, usualRecords } from './testing/fake-functions.ts';
import { equationOf, goTo, openCard, press, resetCard, startCardClock } from './testing/open-card.tsx';

beforeEach(startCardClock);
afterEach(resetCard);

function rows(count: number): string {
  const lines = Array.from({ length: count }, (_, row) => `way${String(row)}@example.org,Row ${String(row)}`);
  return ['Email,First name', ...lines].join('\n');
}

/** Functions whose imports are refused, and what was asked of them. */
function withImports(answer: () => unknown) {
  const tasks: string[] = [];
  const records = usualRecords();
  const functions = {
    ...healthyFunctions(records),
    [IMPORT_RECORDS]: (parameters: unknown) => {
      const request = decodeWith(importRecordsRequestSchema, parameters);
      if (!request.ok) throw new Error(request.problems.join());
      tasks.push(request.value.task);
      return answer();
    },
  };
  return { functions, tasks, records };
}

describe('the way a plan is written', () => {
  it('is no choice for a few rows', async () => {
    const card = openCard();
    await goTo(card, 'review', rows(5));
    expect(card.maybeFindByTestId(Select, 'way')).toBeNull();
  });

  it('is proposed above the portal’s number of rows, and never chosen by itself', async () => {
    const { functions, tasks } = withImports(() => null);
    const card = openCard(functions, { IMPORT_ABOVE_ROWS: 10 });
    await goTo(card, 'review', rows(12));
    expect(card.findByTestId(Alert, 'way-proposed').props.title).toBe('This is much for batches');
    expect(card.findByTestId(Select, 'way').props.value).toBe('batches');
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(equationOf(card)).toBe('12 created = 12 rows');
    expect(tasks).toEqual([]);
  });

  it('without the scope says so, and the rest goes by batches', async () => {
    const error = { code: 'missing-scopes', message: 'crm.import', retryable: false, scopes: ['crm.import'] };
    const { functions, tasks } = withImports(() => ({ ok: false, error }));
    const card = openCard(functions, { IMPORT_ABOVE_ROWS: 10 });
    await goTo(card, 'review', rows(12));
    card.findByTestId(Select, 'way').props.onChange?.('imports');
    expect(card.maybeFindByTestId(Alert, 'way-proposed')).toBeNull();
    expect(card.findByTestId(Select, 'way').props.description).toContain('read back');
    press(card, 'run');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tasks).toEqual(['start']);
    expect(equationOf(card)).toBe('12 not sent = 12 rows');
    press(card, 'resume');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(equationOf(card)).toBe('12 created = 12 rows');
  });
});
