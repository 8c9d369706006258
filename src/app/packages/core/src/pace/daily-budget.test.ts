import { describe, expect, it } from 'vitest';
import { isSpent, learnBudget } from './daily-budget.ts';

const NOW = Date.parse('2026-11-02T09:00:00Z');
const MIDNIGHT = Date.parse('2026-11-03T00:00:00Z');
const WHEN = { nowMs: NOW, timeZone: 'UTC' };

function told(daily: number, ...left: readonly number[]) {
  const rates = left.map((dailyRemaining) => ({ daily, dailyRemaining }));
  return learnBudget(null, rates, WHEN);
}

describe('the day’s requests', () => {
  it('are what the scarcest answer tells', () => {
    expect(told(250_000, 120, 118, 119)).toMatchObject({ left: 118, total: 250_000 });
  });

  it('are not known to apps that are not told, and stay known when one answer tells nothing', () => {
    expect(learnBudget(null, [{ max: 190, remaining: 5 }], WHEN)).toBeNull();
    expect(learnBudget(told(1000, 7), [{}], WHEN)).toMatchObject({ left: 7 });
  });

  it.each([
    [250_000, 5001, 0.02, false],
    [250_000, 5000, 0.02, true],
    [250_000, 0, 0, true],
    [250_000, 1, 0, false],
  ])('of %i with %i left and a headroom of %f: spent is %s', (total, left, headroom, spent) => {
    expect(isSpent(told(total, left), headroom, NOW)).toBe(spent);
  });

  it('are anew after midnight', () => {
    expect(isSpent(told(1000, 0), 0, MIDNIGHT)).toBe(true);
    expect(isSpent(told(1000, 0), 0, MIDNIGHT + 60_000)).toBe(false);
  });

  it('are not spent when nobody told', () => {
    expect(isSpent(null, 0.02, NOW)).toBe(false);
  });
});
