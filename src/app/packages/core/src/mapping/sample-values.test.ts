import { expect, test } from 'vitest';
import { sampleValues } from './sample-values.ts';
import { makeTable } from './testing/make-table.ts';

const TABLE = makeTable(['a'], [''], [' '], ['x'], ['x'], [' y'], ['z'], ['w']);

test('samples are the first distinct cells that are not blank, as written', () => {
  expect(sampleValues(TABLE, 0, 3)).toEqual(['x', ' y', 'z']);
});

test('there may be fewer samples than asked for', () => {
  expect(sampleValues(makeTable(['a'], ['x'], ['x']), 0, 3)).toEqual(['x']);
});

test('a column that does not exist has no samples', () => {
  expect(sampleValues(TABLE, 7, 3)).toEqual([]);
});
