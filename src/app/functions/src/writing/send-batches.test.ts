import type { BatchAnswer } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { sendBatches } from './send-batches.ts';

const accepted: BatchAnswer = { kind: 'accepted', status: 204, sentAt: 1, receivedAt: 2, rate: {} };
const fourWeeks = { remainingMs: () => 2_419_200_000 };

function refused(status: number): BatchAnswer {
  return {
    kind: 'refused',
    status,
    error: { message: '', context: {}, errors: [] },
    sentAt: 1,
    receivedAt: 2,
    rate: {},
  };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe('sendBatches', () => {
  it('answers for every batch in the order of the batches, whichever came first', async () => {
    const answers = await sendBatches({
      batches: [30, 1, 10],
      workMs: 8000,
      maxRequests: 10,
      deadline: fourWeeks,
      send: async (delayMs) => {
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        return { ...accepted, sentAt: delayMs };
      },
    });
    expect(answers.map((answer) => answer.kind === 'accepted' && answer.sentAt)).toEqual([30, 1, 10]);
  });

  it('has five under way at once, and no more', async () => {
    let underWay = 0;
    let most = 0;
    await sendBatches({
      batches: numbers(10),
      workMs: 8000,
      maxRequests: 10,
      deadline: fourWeeks,
      send: async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await Promise.resolve();
        underWay -= 1;
        return accepted;
      },
    });
    expect(most).toBe(5);
  });

  it.each([401, 403, 429])('starts no further batch after a %d', async (status) => {
    const sent: number[] = [];
    const answers = await sendBatches({
      batches: numbers(10),
      workMs: 8000,
      maxRequests: 10,
      deadline: fourWeeks,
      send: (batch) => {
        sent.push(batch);
        return Promise.resolve(refused(status));
      },
    });
    expect(sent).toEqual([0, 1, 2, 3, 4]);
    expect(answers.slice(5)).toEqual(numbers(5).map(() => ({ kind: 'not-sent', reason: 'refusal' })));
  });

  it.each([400, 409, 423])('goes on after a %d, which is about one batch', async (status) => {
    const answers = await sendBatches({
      batches: numbers(10),
      workMs: 8000,
      maxRequests: 10,
      deadline: fourWeeks,
      send: () => Promise.resolve(refused(status)),
    });
    expect(answers.every((answer) => answer.kind === 'refused')).toBe(true);
  });

  it.each([1, 3, 7])('sends %i batches when it may send so many', async (maxRequests) => {
    const sent: number[] = [];
    const answers = await sendBatches({
      batches: numbers(10),
      workMs: 8000,
      maxRequests,
      deadline: fourWeeks,
      send: (batch) => {
        sent.push(batch);
        return Promise.resolve(accepted);
      },
    });
    expect(sent).toEqual(numbers(maxRequests));
    expect(answers.slice(maxRequests)).toEqual(
      numbers(10 - maxRequests).map(() => ({ kind: 'not-sent', reason: 'allowance' })),
    );
  });

  it('starts nothing when too little time is left for an answer', async () => {
    let leftMs = 8000;
    const answers = await sendBatches({
      batches: numbers(7),
      workMs: 8000,
      maxRequests: 10,
      deadline: { remainingMs: () => leftMs },
      send: () => {
        leftMs = 2400;
        return Promise.resolve(accepted);
      },
    });
    expect(answers.map((answer) => answer.kind)).toEqual(['accepted', ...numbers(6).map(() => 'not-sent')]);
  });

  it('lets a request last as long as there is time', async () => {
    const times: number[] = [];
    await sendBatches({
      batches: [1],
      workMs: 8000,
      maxRequests: 10,
      deadline: { remainingMs: () => 7321 },
      send: (_, timeoutMs) => {
        times.push(timeoutMs);
        return Promise.resolve(accepted);
      },
    });
    expect(times).toEqual([7321]);
  });

  it('sends at least the first batches of a very short call', async () => {
    const answers = await sendBatches({
      batches: [1],
      workMs: 100,
      maxRequests: 10,
      deadline: { remainingMs: () => 99 },
      send: () => Promise.resolve(accepted),
    });
    expect(answers).toEqual([accepted]);
  });
});
