import { describe, expect, it } from 'vitest';
import type { BatchAnswer } from '../contract/batch-answer.ts';
import { makeBody, makeRequestError } from '../testing/bodies.ts';
import { isOutage, outagePauseMs, silenceAfter, type Silence } from './silence.ts';

const when = { sentAt: 0, receivedAt: 1, rate: {} };
const lost: BatchAnswer = { kind: 'no-answer', cause: 'server-error', message: 'HTTP 502', ...when };

function silenceOf(answers: readonly BatchAnswer[]): Silence | null {
  return answers.reduce<Silence | null>(
    (silence, answer, index) => silenceAfter(silence, answer, 1000 * index),
    null,
  );
}

describe('silence', () => {
  it('begins with the first lost answer and counts on', () => {
    expect(silenceOf([lost, lost, lost])).toEqual({ sinceMs: 0, batchCount: 3 });
  });

  const words: readonly BatchAnswer[] = [
    { kind: 'answered', status: 200, body: makeBody({}), ...when },
    { kind: 'accepted', status: 204, ...when },
    { kind: 'refused', status: 429, error: makeRequestError({}), ...when },
  ];

  it.each(words)('is broken by a batch that is $kind', (word) => {
    expect(silenceOf([lost, lost, word])).toBeNull();
    expect(silenceOf([lost, lost, word, lost])).toEqual({ sinceMs: 3000, batchCount: 1 });
  });

  it('goes on over a batch that was never sent', () => {
    const silence = silenceOf([lost, { kind: 'not-sent', reason: 'deadline' }, lost]);
    expect(silence).toEqual({ sinceMs: 0, batchCount: 2 });
  });
});

describe('an outage', () => {
  it.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
  ])('is not seen in %i silent batches: %s', (count, expected) => {
    expect(isOutage(silenceOf(Array.from({ length: count }, () => lost)))).toBe(expected);
  });

  it.each([
    [0, 1000],
    [500, 1000],
    [4000, 4000],
    [119_999, 30_000],
    [120_000, null],
  ])('that has lasted %i ms makes the run wait %s ms', (lastedMs, pauseMs) => {
    expect(outagePauseMs({ sinceMs: 7000, batchCount: 3 }, 7000 + lastedMs)).toBe(pauseMs);
  });
});
