import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSlips } from './count-slips.ts';

describe('countSlips', () => {
  it.each([
    ['customer', 'customer', 0],
    ['custmer', 'customer', 1],
    ['customerr', 'customer', 1],
    ['kustomer', 'customer', 1],
    ['cusotmer', 'customer', 1],
    ['ucstomre', 'customer', 2],
    ['sliver', 'silver', 1],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('from %j to %j are %i', (from, to, slips) => {
    expect(countSlips(from, to, 3)).toBe(slips);
  });

  it('stops counting after the most', () => {
    expect(countSlips('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(countSlips('a', 'abcdef', 2)).toBe(3);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(word, word, fc.nat(9), (...[one, other, most]) => {
        expect(countSlips(one, other, most)).toBe(countSlips(other, one, most));
      }),
    );
  });

  it('does not depend on the most, as long as it is not reached', () => {
    fc.assert(
      fc.property(word, word, fc.nat(9), (...[one, other, most]) => {
        expect(countSlips(one, other, most)).toBe(Math.min(countSlips(one, other, 20), most + 1));
      }),
    );
  });
});
