import { describe, expect, it } from 'vitest';
import { LEAST_LIMIT, learnLimit } from './window-limit.ts';

describe('the limit of the window', () => {
  it.each([100, 190, 250])('is the %i a header tells', (max) => {
    expect(learnLimit(LEAST_LIMIT, { max, intervalMs: 10_000 })).toEqual({ max, intervalMs: 10_000 });
  });

  it('is the least any account has until a header tells', () => {
    expect(learnLimit(LEAST_LIMIT, {})).toEqual({ max: 100, intervalMs: 10_000 });
  });

  it('stays as it was told when an answer has no headers', () => {
    expect(learnLimit({ max: 190, intervalMs: 10_000 }, {})).toEqual({ max: 190, intervalMs: 10_000 });
  });

  it.each([
    { max: 0, intervalMs: 0 },
    { max: 1e9, intervalMs: 1e9 },
  ])('does not believe $max requests in $intervalMs ms', (rate) => {
    expect(learnLimit(LEAST_LIMIT, rate)).toEqual(LEAST_LIMIT);
  });
});
