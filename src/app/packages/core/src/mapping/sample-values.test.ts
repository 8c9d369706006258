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

test('a value that stands in late rows only is found', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [index === 4999 ? 'x' : '', 'same']);
  expect(sampleValues(makeTable(['a', 'b'], ...rows), 0, 3)).toEqual(['x']);
});

test('a column of one value is not searched to its end for another', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [index === 4999 ? 'x' : 'same']);
  expect(sampleValues(makeTable(['a'], ...rows), 0, 3)).toEqual(['same']);
});
