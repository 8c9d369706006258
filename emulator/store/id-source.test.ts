import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdSource } from './id-source.ts';

describe('record ids', () => {
  it('never repeat and stay above the first one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        (seed, count) => {
          const source = createIdSource(1_000, seed);
          const ids = Array.from({ length: count }, () => Number(source.next()));
          expect(new Set(ids).size).toBe(count);
          expect(Math.min(...ids)).toBeGreaterThanOrEqual(1_000);
        },
      ),
    );
  });

  it('do not rise in the order they are given out', () => {
    const source = createIdSource(1_000, 1);
    const ids = Array.from({ length: 20 }, () => Number(source.next()));
    expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
  });
});
