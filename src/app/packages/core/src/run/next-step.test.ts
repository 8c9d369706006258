import { describe, expect, it } from 'vitest';
import type { BatchAnswer } from '../contract/batch-answer.ts';
import { OPERATIONS, type Operation } from '../contract/operation.ts';
import { makeRequestError } from '../testing/bodies.ts';
import { nextStep, type BatchHistory } from './next-step.ts';

const when = { sentAt: 0, receivedAt: 1, rate: {} };

function history(told: Partial<BatchHistory> = {}): BatchHistory {
  return {
    operation: 'upsert',
    recordCount: 100,
    attempts: 1,
    refusals: 1,
    maxAttempts: 4,
    maxRefusals: 20,
    ...told,
  };
}

function refused(status: number, error: object = {}, retryAfterMs?: number): BatchAnswer {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { kind: 'refused', status, error: makeRequestError(error), ...wait, ...when };
}

function silence(told: { readonly retryAfterMs?: number } = {}): BatchAnswer {
  return { kind: 'no-answer', cause: 'timeout', message: 'lost', ...told, ...when };
}

describe('a refusal', () => {
  const stops: readonly (readonly [number, object, string])[] = [
    [
      400,
      { message: 'Unable to perform update/upsert by non-unique 0-3 property dealname' },
      'key-not-accepted',
    ],
    [400, { message: 'Unable to infer object type from: butterflies' }, 'unknown-object-type'],
    [
      400,
      { message: 'Invalid input JSON on line 1, column 2. Some required fields were not set: [inputs]' },
      'not-understood',
    ],
    [415, { message: 'HTTP 415 Unsupported Media Type' }, 'not-understood'],
    [401, { category: 'INVALID_AUTHENTICATION' }, 'invalid-token'],
    [401, { category: 'EXPIRED_AUTHENTICATION' }, 'invalid-token'],
    [403, { category: 'MISSING_SCOPES' }, 'missing-scopes'],
    [403, { message: 'You do not have permissions to view object type' }, 'no-permission'],
    [404, {}, 'unknown-object-type'],
    [405, {}, 'unknown-object-type'],
  ];

  it.each(stops)('%i with %j stops the run: %s', (status, error, reason) => {
    expect(nextStep(refused(status, error), history())).toMatchObject({ kind: 'stop', reason });
  });

  it('for missing scopes names the scopes HubSpot asks for', () => {
    const context = { requiredGranularScopes: ['crm.objects.deals.write'] };
    const step = nextStep(refused(403, { category: 'MISSING_SCOPES', errors: [{ context }] }), history());
    expect(step).toMatchObject({ detail: 'crm.objects.deals.write' });
  });

  const waits: readonly (readonly [number, object, number | undefined, number, boolean])[] = [
    [429, { policyName: 'TEN_SECONDLY_ROLLING' }, undefined, 1000, true],
    [429, { policyName: 'SECONDLY' }, undefined, 1000, true],
    [429, { message: 'You have reached your secondly limit.' }, undefined, 1000, true],
    [429, { message: 'You have reached your ten_secondly_rolling limit.' }, undefined, 1000, true],
    [429, {}, 3000, 3000, true],
    [429, {}, 3_600_000, 60_000, true],
    [423, {}, undefined, 2000, false],
    [477, {}, undefined, 60_000, true],
    [477, {}, 5000, 5000, true],
  ];

  it.each(waits)(
    '%i with %j and Retry-After %s ms is sent again after %i ms',
    (...[status, error, after, delayMs, pausesRun]) => {
      const step = nextStep(refused(status, error, after), history());
      expect(step).toMatchObject({ kind: 'resend', delayMs, pausesRun, mayHaveBeenApplied: false });
    },
  );

  it.each([
    [1, 1000],
    [2, 2000],
    [4, 8000],
    [5, 10_000],
    [19, 10_000],
  ])('429 for the rolling window, met for the %i. time, is waited out for %i ms', (refusals, delayMs) => {
    expect(nextStep(refused(429, {}), history({ refusals }))).toMatchObject({ delayMs });
  });

  it.each([{ policyName: 'DAILY' }, { message: 'You have reached your daily limit.' }])(
    '429 with %j waits for the next day, however often it comes',
    (error) => {
      expect(nextStep(refused(429, error), history({ refusals: 20 }))).toEqual({ kind: 'wait-for-day' });
    },
  );

  it.each([521, 523, 525, 526])('%i, which never reached HubSpot, is sent again, a create too', (status) => {
    const step = nextStep(refused(status), history({ operation: 'create', refusals: 3 }));
    expect(step).toMatchObject({
      kind: 'resend',
      delayMs: 4000,
      pausesRun: true,
      mayHaveBeenApplied: false,
    });
  });

  it('521 for minutes stops the run', () => {
    const step = nextStep(refused(521), history({ refusals: 8 }));
    expect(step).toMatchObject({ kind: 'stop', reason: 'hubspot-unreachable' });
  });

  it('477 that will last longer than a minute stops the run', () => {
    expect(nextStep(refused(477, {}, 3_600_000), history())).toMatchObject({
      kind: 'stop',
      reason: 'migrating',
    });
  });

  it('429 one time too often stops the run', () => {
    expect(nextStep(refused(429), history({ refusals: 20 }))).toMatchObject({
      kind: 'stop',
      reason: 'rate-limited',
    });
  });

  it.each([400, 409, 413, 414, 422])('%i of many rows splits the batch', (status) => {
    expect(nextStep(refused(status, { message: 'no' }), history())).toEqual({ kind: 'split' });
  });

  it.each([400, 409, 413, 414, 422])('%i of one row is that row’s own', (status) => {
    const step = nextStep(refused(status, { message: 'no' }), history({ recordCount: 1 }));
    expect(step).toMatchObject({ kind: 'reject', error: { message: 'no' } });
  });

  const duplicate = {
    message: 'Duplicate IDs found in batch input: [7]. IDs must be unique',
    context: { ids: ['7'] },
  };

  it('400 for repeated ids puts the repetitions off', () => {
    expect(nextStep(refused(400, duplicate), history())).toEqual({ kind: 'defer-repeated', ids: ['7'] });
  });

  it('400 for repeated ids of a single row rejects it', () => {
    expect(nextStep(refused(400, duplicate), history({ recordCount: 1 })).kind).toBe('reject');
  });
});

describe('silence', () => {
  it('to a create is never followed by a blind resend', () => {
    expect(nextStep(silence(), history({ operation: 'create' }))).toEqual({ kind: 'read-back' });
  });

  it.each(OPERATIONS.filter((operation) => operation !== 'create'))(
    'to an %s is sent again and remembered',
    (operation: Operation) => {
      const step = nextStep(silence(), history({ operation }));
      expect(step).toMatchObject({ kind: 'resend', mayHaveBeenApplied: true, pausesRun: false });
    },
  );

  it.each([
    [1, 1000],
    [2, 2000],
    [3, 4000],
  ])('number %i is answered by a wait of %i ms', (attempts, delayMs) => {
    expect(nextStep(silence(), history({ attempts }))).toMatchObject({ delayMs });
  });

  it('that asks for an hour is given a minute', () => {
    expect(nextStep(silence({ retryAfterMs: 3_600_000 }), history())).toMatchObject({ delayMs: 60_000 });
  });

  it('is read back after the last attempt', () => {
    expect(nextStep(silence(), history({ attempts: 4 }))).toEqual({ kind: 'read-back' });
  });
});

describe('other answers', () => {
  it('settle when HubSpot answered', () => {
    const body = { status: 'COMPLETE' as const, results: [], errors: [] };
    expect(nextStep({ kind: 'answered', status: 200, body, ...when }, history())).toEqual({ kind: 'settle' });
  });

  it('read back when an archive was accepted: 204 proves nothing', () => {
    const accepted: BatchAnswer = { kind: 'accepted', status: 204, ...when };
    expect(nextStep(accepted, history({ operation: 'archive' }))).toEqual({ kind: 'read-back' });
  });

  it.each(OPERATIONS)('send an %s at once when it was not sent', (operation) => {
    const step = nextStep({ kind: 'not-sent', reason: 'deadline' }, history({ operation }));
    expect(step).toMatchObject({ kind: 'resend', delayMs: 0, mayHaveBeenApplied: false });
  });
});
