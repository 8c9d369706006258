import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from './clock.ts';
import { nextCorrelationId } from './http/correlation-id.ts';
import { createRandom, hashText, orderByHash } from './randomness.ts';

describe('pseudo-randomness', () => {
  it('repeats itself for the same seed and not for another', () => {
    const drawn = (seed: number): readonly number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.below(1_000));
    };
    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
  });

  it('stays within its limit and reaches every number', () => {
    const random = createRandom(1);
    const drawn = new Set(Array.from({ length: 500 }, () => random.below(7)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('ordering by hash', () => {
  const keys = fc.uniqueArray(fc.string(), { maxLength: 20 });

  it('keeps every item and forgets where it stood', () => {
    fc.assert(
      fc.property(keys, fc.integer(), (items, seed) => {
        const ordered = orderByHash(items, (item) => item, seed);
        expect([...ordered].sort()).toEqual([...items].sort());
        expect(orderByHash([...items].reverse(), (item) => item, seed)).toEqual(ordered);
      }),
    );
  });

  it('depends on the seed', () => {
    const items = Array.from({ length: 20 }, (_, index) => String(index));
    expect(orderByHash(items, (item) => item, 1)).not.toEqual(orderByHash(items, (item) => item, 2));
  });

  it('hashes to 32 bits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const hash = hashText(text);
        expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
      }),
    );
  });
});

describe('the virtual clock', () => {
  it('moves only when it is told to', () => {
    const clock = createVirtualClock(5);
    expect(clock.nowMs()).toBe(5);
    clock.advance(10);
    expect(clock.nowMs()).toBe(15);
  });
});

describe('a correlation id', () => {
  it('begins with its time', () => {
    const id = nextCorrelationId(0x0123456789ab, createRandom(1));
    expect(id.startsWith('01234567-89ab-7')).toBe(true);
  });
});
