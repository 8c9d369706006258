import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from './cut.ts';

describe('a list that is cut', () => {
  it.each([
    [[], 2, []],
    [[1, 2], 2, [[1, 2]]],
    [[1, 2, 3], 2, [[1, 2], [3]]],
  ])('%j by %i is %j', (list, size, pieces) => {
    expect(cut(list, size)).toEqual(pieces);
  });

  it('loses nothing and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (list, size) => {
        expect(cut(list, size).flat()).toEqual(list);
      }),
    );
  });
});
