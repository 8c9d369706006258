import { describe, expect, it } from 'vitest';
import { beginVolleys, nextVolleyAt, NO_VOLLEYS, returnOne } from './volleys.ts';

const LIMIT = { max: 200, intervalMs: 10_000 };
const BEGUN = beginVolleys(LIMIT, 5000);
const HALF_BACK = returnOne(BEGUN, 3, 5800);

describe('the volleys a card begins with', () => {
  it.each([
    ['go out at once', BEGUN, 10, 5500, null],
    ['wait while a part of the one before is out', HALF_BACK, 10, 5900, 6300],
    [
      'wait for half a second from the first return on, not from the last',
      returnOne(HALF_BACK, 2, 6100),
      10,
      6200,
      6300,
    ],
    ['wait no longer for a straggler', HALF_BACK, 10, 6300, null],
    ['follow when all of the one before is back', returnOne(HALF_BACK, 0, 5900), 10, 5900, null],
    ['are over with much of the window taken', HALF_BACK, 90, 5900, null],
    [
      'are over when the window has been seen in all its length',
      returnOne(BEGUN, 3, 14_800),
      10,
      14_900,
      15_000,
    ],
    ['are no more after that', returnOne(BEGUN, 3, 15_000), 10, 15_000, null],
    ['are none without a beginning', returnOne(NO_VOLLEYS, 3, 5800), 10, 5900, null],
  ] as const)('%s', (...[, volleys, taken, nowMs, untilMs]) => {
    expect(nextVolleyAt(volleys, { limit: LIMIT, taken, nowMs })).toBe(untilMs);
  });
});
