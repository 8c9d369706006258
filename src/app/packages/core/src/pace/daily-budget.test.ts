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
    { left: 5001, headroom: 0.02, isOver: false },
    { left: 5000, headroom: 0.02, isOver: true },
    { left: 0, headroom: 0, isOver: true },
    { left: 1, headroom: 0, isOver: false },
  ])(
    'of 250,000 with $left left and a headroom of $headroom: spent is $isOver',
    ({ left, headroom, isOver }) => {
      expect(isSpent(told(250_000, left), headroom, NOW)).toBe(isOver);
    },
  );

  it('are anew after midnight', () => {
    expect(isSpent(told(1000, 0), 0, MIDNIGHT)).toBe(true);
    expect(isSpent(told(1000, 0), 0, MIDNIGHT + 60_000)).toBe(false);
  });

  it('are not spent when nobody told', () => {
    expect(isSpent(null, 0.02, NOW)).toBe(false);
  });
});
