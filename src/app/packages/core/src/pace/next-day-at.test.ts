import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDayAt } from './next-day-at.ts';

function at(text: string): number {
  return Date.parse(text);
}

const GRACE_MS = 60_000;

describe('the next day', () => {
  it.each([
    ['2026-11-02T09:00:00Z', 'UTC', '2026-11-03T00:00:00Z'],
    ['2026-11-02T09:00:00Z', 'Europe/Berlin', '2026-11-02T23:00:00Z'],
    ['2026-11-02T23:45:00Z', 'Europe/Berlin', '2026-11-03T23:00:00Z'],
    ['2026-11-02T09:00:00Z', 'US/Eastern', '2026-11-03T05:00:00Z'],
    ['2026-11-02T09:00:00Z', 'Pacific/Auckland', '2026-11-02T11:00:00Z'],
    ['2026-11-02T09:00:00Z', 'Asia/Kolkata', '2026-11-02T18:30:00Z'],
    // The night in which clocks are put back, and one without a midnight (Cairo, 2026-04-24).
    ['2026-10-25T12:00:00Z', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    ['2026-04-23T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ])('after %s in %s begins at %s', (now, zone, midnight) => {
    expect(nextDayAt(at(now), zone)).toBe(at(midnight) + GRACE_MS);
  });

  it('is tried for soon when the last one has just begun: our clock is early', () => {
    const now = at('2026-11-02T23:10:00Z');
    expect(nextDayAt(now, 'Europe/Berlin')).toBe(now + 5 * 60_000);
  });

  it('is tried for every hour in a zone nobody knows', () => {
    const now = at('2026-11-02T09:00:00Z');
    expect(nextDayAt(now, 'Middle/Earth')).toBe(now + 3_600_000);
  });

  it('is never past and never more than a day away', () => {
    const moments = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'Africa/Cairo',
      'America/Santiago',
      'Pacific/Kiritimati',
    );
    fc.assert(
      fc.property(moments, zones, (now, zone) => {
        const waitMs = nextDayAt(now, zone) - now;
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual(25 * 3_600_000 + GRACE_MS);
      }),
    );
  });
});
