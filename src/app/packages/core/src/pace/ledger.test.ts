import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeRequests,
  countBetween,
  countOpen,
  countTaken,
  EMPTY_LEDGER,
  forgetBefore,
  freeAt,
  hasOpenSince,
  noteAside,
  openRequests,
  type Ledger,
} from './ledger.ts';

const SLOT_MS = 10_000;

function ledgerOf(arrivals: readonly number[], open: Ledger['open'] = []): Ledger {
  return { arrivals: [...arrivals].sort((one, other) => one - other), open, asides: [] };
}

const anyLedger = fc.record({
  arrivals: fc.array(fc.nat(30_000), { maxLength: 30 }),
  counts: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
});

describe('the ledger', () => {
  it('counts open requests until it hears what became of them', () => {
    const opened = openRequests(EMPTY_LEDGER, { id: 1, count: 5, since: 100 });
    expect(countTaken(opened, 0)).toBe(5);
    const closed = closeRequests(opened, 1, [300, 200]);
    expect(countTaken(closed, 0)).toBe(2);
    expect(closed).toEqual({ arrivals: [200, 300], open: [], asides: [] });
  });

  it('closes only the requests that are meant', () => {
    const opened = openRequests(openRequests(EMPTY_LEDGER, { id: 1, count: 5, since: 1 }), {
      id: 2,
      count: 3,
      since: 2,
    });
    expect(countOpen(closeRequests(opened, 1, []))).toBe(3);
  });

  it('lets a slot go exactly when its time is over', () => {
    const ledger = ledgerOf([1000]);
    expect(countTaken(ledger, 999)).toBe(1);
    expect(countTaken(ledger, 1000)).toBe(0);
    expect(freeAt(ledger, 0, SLOT_MS)).toBe(11_000);
  });

  it('counts between two moments what arrived and what may have', () => {
    const ledger = ledgerOf([100, 200, 300], [{ id: 1, count: 4, since: 250 }]);
    expect(countBetween(ledger, { afterMs: 100, untilMs: 249 })).toBe(1);
    expect(countBetween(ledger, { afterMs: 100, untilMs: 300 })).toBe(6);
    expect([hasOpenSince(ledger, 249), hasOpenSince(ledger, 250)]).toEqual([false, true]);
  });

  it('does not know when slots free that hang on open requests', () => {
    const ledger = ledgerOf([100], [{ id: 1, count: 4, since: 250 }]);
    expect(freeAt(ledger, 3, SLOT_MS)).toBeNull();
    expect(freeAt(ledger, 4, SLOT_MS)).toBe(100 + SLOT_MS);
    expect(freeAt(ledger, 5, SLOT_MS)).toBe(-Infinity);
  });

  it('forgets without changing what is counted later', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(30_000), ({ arrivals }, momentMs) => {
        const ledger = ledgerOf(arrivals);
        expect(countTaken(forgetBefore(ledger, momentMs), momentMs)).toBe(countTaken(ledger, momentMs));
      }),
    );
  });

  it('names the first moment at which so few slots are taken, neither earlier nor later', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(40), ({ arrivals, counts }, slots) => {
        const open = counts.map((count, id) => ({ id, count, since: 0 }));
        const ledger = ledgerOf(arrivals, open);
        const momentMs = freeAt(ledger, slots, SLOT_MS);
        if (momentMs === null) {
          expect(countOpen(ledger)).toBeGreaterThan(slots);
          return;
        }
        const takenAt = (nowMs: number): number => countTaken(ledger, nowMs - SLOT_MS);
        expect(takenAt(momentMs)).toBeLessThanOrEqual(slots);
        if (momentMs !== -Infinity) expect(takenAt(momentMs - 1)).toBeGreaterThan(slots);
      }),
    );
  });

  it('holds slots for an aside while it goes on, and for a window from its end', () => {
    const begun = { id: 7, count: 4, since: 1000, untilMs: Infinity };
    const goesOn = noteAside(EMPTY_LEDGER, begun);
    expect(countTaken(goesOn, 50_000)).toBe(4);
    const ended = noteAside(goesOn, { ...begun, count: 2, untilMs: 1600 });
    expect([countTaken(ended, 1599), countTaken(ended, 1600)]).toEqual([2, 0]);
    expect(freeAt(ended, 1, SLOT_MS)).toBe(11_600);
    expect(forgetBefore(ended, 1600).asides).toEqual([]);
  });

  it.each([
    ['that was over before', { afterMs: 1600, untilMs: 1900 }, 0],
    ['that may have been counted', { afterMs: 1500, untilMs: 1900 }, 2],
    ['that may have begun', { afterMs: 0, untilMs: 1000 }, 2],
    ['that began later', { afterMs: 0, untilMs: 999 }, 0],
  ])('takes an aside %s for ours as far as it can be', (_, between, count) => {
    const ledger = noteAside(EMPTY_LEDGER, { id: 7, count: 2, since: 1000, untilMs: 1600 });
    expect(countBetween(ledger, between)).toBe(count);
  });
});
