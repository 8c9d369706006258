import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesInTime, learnAnswerTime, type AnswerTime } from './answer-time.ts';

const BOUNDS = { workMs: 8000, most: 5 };

function afterAnswers(...times: readonly number[]): AnswerTime | null {
  return times.reduce<AnswerTime | null>(learnAnswerTime, null);
}

function often(ms: number): AnswerTime | null {
  return afterAnswers(...Array.from({ length: 40 }, () => ms));
}

describe('batches per call', () => {
  it('are as many as may be before anything is known', () => {
    expect(batchesInTime(null, BOUNDS)).toBe(5);
  });

  it.each([
    [300, 5],
    [2500, 5],
    [4000, 4],
    [8000, 2],
    [30_000, 1],
  ])('with answers of %i ms are %i', (ms, batches) => {
    expect(batchesInTime(often(ms), BOUNDS)).toBe(batches);
  });

  it('become fewer when answers become slow, and more again', () => {
    const slow = Array.from({ length: 10 }, () => 9000);
    const fast = Array.from({ length: 60 }, () => 300);
    expect(batchesInTime(afterAnswers(300, 300, ...slow), BOUNDS)).toBeLessThan(3);
    expect(batchesInTime(afterAnswers(300, ...slow, ...fast), BOUNDS)).toBe(5);
  });

  it('leave room for answers that stray', () => {
    expect(
      batchesInTime(
        afterAnswers(...Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? 9000 : 300))),
        BOUNDS,
      ),
    ).toBeLessThan(5);
  });

  it('are always from one to the most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60_000), { maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        (times, most) => {
          const batches = batchesInTime(afterAnswers(...times), { workMs: 8000, most });
          expect(Number.isInteger(batches)).toBe(true);
          expect(batches).toBeGreaterThanOrEqual(1);
          expect(batches).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
