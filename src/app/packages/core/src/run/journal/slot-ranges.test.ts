import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromRanges, toRanges } from './slot-ranges.ts';

it('gives back the slots in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 50 })), (slots) => {
      expect(fromRanges(toRanges(slots))).toEqual(slots);
    }),
  );
});

it('says neighbours as one range', () => {
  expect(toRanges([0, 1, 2, 5, 4])).toEqual([
    [0, 2],
    [5, 5],
    [4, 4],
  ]);
});
