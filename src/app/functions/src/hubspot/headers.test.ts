import { describe, expect, it } from 'vitest';
import { readRateReport } from './rate-report.ts';
import { readRetryAfterMs } from './retry-after.ts';

describe('readRateReport', () => {
  it('reads every header HubSpot sends', () => {
    const headers = new Map([
      ['x-hubspot-ratelimit-max', '190'],
      ['x-hubspot-ratelimit-remaining', '188'],
      ['x-hubspot-ratelimit-interval-milliseconds', '10000'],
      ['x-hubspot-ratelimit-daily', '1000000'],
      ['x-hubspot-ratelimit-daily-remaining', '999990'],
    ]);
    expect(readRateReport(headers)).toEqual({
      max: 190,
      remaining: 188,
      intervalMs: 10_000,
      daily: 1_000_000,
      dailyRemaining: 999_990,
    });
  });

  it('leaves out what was not sent', () => {
    expect(readRateReport(new Map([['x-hubspot-ratelimit-remaining', '0']]))).toEqual({ remaining: 0 });
    expect(readRateReport(new Map())).toEqual({});
  });

  it.each(['', 'many', '-1', '1e3', '12.5', '9'.repeat(30)])('leaves out %j, which is no count', (text) => {
    expect(readRateReport(new Map([['x-hubspot-ratelimit-max', text]]))).toEqual({});
  });
});

describe('readRetryAfterMs', () => {
  const receivedAt = Date.parse('Sun, 22 Nov 2026 10:00:00 GMT');

  it.each([
    ['0', 0],
    ['2', 2000],
    ['0.5', 500],
    [' 10 ', 10_000],
    ['86400', 86_400_000],
    ['120000', 120_000],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ])('understands %j as %d ms', (text, expectedMs) => {
    expect(readRetryAfterMs(new Map([['retry-after', text]]), receivedAt)).toBe(expectedMs);
  });

  it.each(['', 'soon', '-5', 'NaN', '1e9'])('finds nothing in %j', (text) => {
    expect(readRetryAfterMs(new Map([['retry-after', text]]), receivedAt)).toBeUndefined();
  });

  it('finds nothing without the header', () => {
    expect(readRetryAfterMs(new Map(), receivedAt)).toBeUndefined();
  });
});
