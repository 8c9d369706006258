import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateForeignUse, type Sighting } from './foreign-use.ts';
import type { Ledger } from './ledger.ts';

const LIMIT = { max: 190, intervalMs: 10_000 };
const NOW = 100_000;

function seen(taken: number, atMs: number = NOW): Sighting {
  return { taken, fromMs: atMs - 200, untilMs: atMs };
}

function own(count: number, atMs: number, open: Ledger['open'] = []): Ledger {
  return { arrivals: Array.from({ length: count }, () => atMs), open, asides: [] };
}

describe('what others use', () => {
  it('is nothing before anything was seen', () => {
    expect(estimateForeignUse([], own(5, NOW), LIMIT)).toBe(0);
  });

  it('is what HubSpot counted beyond our own requests', () => {
    expect(estimateForeignUse([seen(60)], own(10, NOW - 1000), LIMIT)).toBe(50);
  });

  it('is never below nothing, although a refused request of ours may not have been counted', () => {
    expect(estimateForeignUse([seen(3)], own(10, NOW - 1000), LIMIT)).toBe(0);
  });

  it('leaves out our requests that have left the window', () => {
    expect(estimateForeignUse([seen(60)], own(10, NOW - 11_000), LIMIT)).toBe(60);
  });

  it('gives ourselves every open request that may have been counted', () => {
    const open = [
      { id: 1, count: 5, since: NOW - 300 },
      { id: 2, count: 5, since: NOW + 1000 },
    ];
    expect(estimateForeignUse([seen(60)], own(10, NOW - 1000, open), LIMIT)).toBe(45);
  });

  it('keeps to the last sighting that left nothing open, while later ones are in doubt', () => {
    const open = [{ id: 1, count: 50, since: NOW - 300 }];
    const sightings = [seen(60, NOW - 2000), seen(62)];
    expect(estimateForeignUse(sightings, own(10, NOW - 3000, open), LIMIT)).toBe(50);
  });

  it('forgets a use that a later clear sighting does not show', () => {
    const sightings = [seen(60, NOW - 2000), seen(12)];
    expect(estimateForeignUse(sightings, own(10, NOW - 3000), LIMIT)).toBe(2);
  });

  it('never takes an own request for a foreign one, in whatever order they are answered', () => {
    const arrivals = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(arrivals, fc.nat(300), (times, pathMs) => {
        const sorted = [...times].sort((one, other) => one - other);
        const sightings = sorted.map((atMs) => {
          const taken = sorted.filter((time) => time > atMs - 10_000 && time <= atMs).length;
          return { taken, fromMs: atMs - Math.min(pathMs, 100), untilMs: atMs + pathMs };
        });
        const ledger = { arrivals: sorted.map((atMs) => atMs - Math.min(pathMs, 100)), open: [], asides: [] };
        expect(estimateForeignUse(sightings, ledger, LIMIT)).toBe(0);
      }),
    );
  });
});
