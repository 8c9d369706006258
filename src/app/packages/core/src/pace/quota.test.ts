import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutQuota, moveQuota, type Quota } from './quota.ts';

const LIMIT = { max: 190, intervalMs: 10_000 };

/** Cards that use all they may, for so many seconds; they know nothing of each other but what is free. */
function share(quotas: readonly number[], seconds: number): readonly number[] {
  let now: readonly Quota[] = quotas.map((slots) => ({ slots, atMs: 0 }));
  for (let step = 1; step <= seconds * 5; step += 1) {
    const free = LIMIT.max - now.reduce((sum, { slots }) => sum + slots, 0);
    now = now.map((quota) => moveQuota(quota, { limit: LIMIT, free, taken: quota.slots, nowMs: step * 200 }));
  }
  return now.map(({ slots }) => slots);
}

describe('the quota beside others', () => {
  it('comes to equal shares from anywhere, and leaves some slots free', () => {
    const starts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(starts, (quotas) => {
        const shares = share(quotas, 60);
        expect(Math.min(...shares)).toBeGreaterThan(0.95 * Math.max(...shares));
        const sum = shares.reduce((one, other) => one + other, 0);
        expect(sum).toBeGreaterThan(0.75 * LIMIT.max);
        expect(sum).toBeLessThan(0.96 * LIMIT.max);
      }),
    );
  });

  it('gives way to a newcomer within a window or two', () => {
    const [old = 0, fresh = 0] = share([150, 5], 20);
    expect(fresh).toBeGreaterThan(0.8 * old);
  });

  it('stays within what can be free, and above nothing', () => {
    const any = fc.record({
      slots: fc.integer({ min: 1, max: 400 }),
      free: fc.integer({ min: -400, max: 400 }),
      taken: fc.nat(400),
      afterMs: fc.nat(100_000),
    });
    fc.assert(
      fc.property(any, ({ slots, free, taken, afterMs }) => {
        const moved = moveQuota({ slots, atMs: 0 }, { limit: LIMIT, free, taken, nowMs: afterMs });
        expect(moved.slots).toBeGreaterThanOrEqual(1);
        expect(moved.slots).toBeLessThanOrEqual(Math.max(slots, taken + 8));
        expect(moved.atMs).toBe(afterMs);
      }),
    );
  });

  it('does not grow while it is not used up', () => {
    const moved = moveQuota({ slots: 50, atMs: 0 }, { limit: LIMIT, free: 150, taken: 10, nowMs: 1000 });
    expect(moved.slots).toBe(50);
  });

  it('becomes smaller after a refusal, but never nothing', () => {
    expect(cutQuota({ slots: 50, atMs: 7 })).toEqual({ slots: 45, atMs: 7 });
    expect(cutQuota({ slots: 1, atMs: 7 })).toEqual({ slots: 1, atMs: 7 });
  });
});
