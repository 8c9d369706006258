import { describe, expect, test } from 'vitest';
import { addIssues } from './add-issues.ts';
import type { InputIssue, Place, TextPlace } from './input-issue.ts';

const placesFrom = (first: number, count: number): readonly Place[] =>
  Array.from({ length: count }, (_, index) => ({ rowNumber: first + index, line: first + index }));
const textsFrom = (first: number, count: number): readonly TextPlace[] =>
  placesFrom(first, count).map((place) => ({ ...place, found: '"' }));
const unusual = (columnIndex: number, columnCount: number): InputIssue => ({
  code: 'unusual-characters',
  character: 'control',
  columnIndex,
  columnCount,
  count: 2,
  places: placesFrom(columnIndex, 2),
});

describe('adding issues of later rows', () => {
  test.each<
    InputIssue['code'] &
      (
        | 'literal-quotes'
        | 'unclosed-quote'
        | 'rows-above-header'
        | 'not-records'
        | 'cell-errors'
        | 'uncomputed-formulas'
        | 'long-numbers'
      )
  >([
    'literal-quotes',
    'unclosed-quote',
    'rows-above-header',
    'not-records',
    'cell-errors',
    'uncomputed-formulas',
    'long-numbers',
  ])('%s: counts are added, the first places kept', (code) => {
    const known = { code, count: 30, places: textsFrom(1, 15) };
    expect(addIssues([known], [{ code, count: 50, places: textsFrom(100, 20) }])).toEqual([
      { code, count: 80, places: [...textsFrom(1, 15), ...textsFrom(100, 5)] },
    ]);
  });

  test.each(['long-rows', 'short-rows'] as const)('%s', (code) => {
    const issue = (rowNumber: number): InputIssue => ({
      code,
      count: 1,
      expected: 3,
      places: [{ rowNumber, line: rowNumber, found: 2 }],
    });
    expect(addIssues([issue(2)], [issue(9)])).toEqual([
      { ...issue(2), count: 2, places: [2, 9].map((row) => ({ rowNumber: row, line: row, found: 2 })) },
    ]);
  });

  test.each(['merged-cells', 'hidden-rows'] as const)('%s', (code) => {
    expect(
      addIssues(
        [{ code, count: 1, places: placesFrom(1, 1) }],
        [{ code, count: 1, places: placesFrom(2, 1) }],
      ),
    ).toEqual([{ code, count: 2, places: placesFrom(1, 2) }]);
  });

  test('broken lines', () => {
    const broken = (line: number): InputIssue => ({
      code: 'broken-lines',
      count: 1,
      places: [{ line, column: 1, found: 'x' }],
    });
    expect(addIssues([broken(1)], [broken(7)])).toMatchObject([
      { count: 2, places: [{ line: 1 }, { line: 7 }] },
    ]);
  });

  test('repeated keys are named once each', () => {
    expect(
      addIssues(
        [{ code: 'repeated-keys', count: 2, keys: ['a', 'b'] }],
        [{ code: 'repeated-keys', count: 3, keys: ['b', 'c'] }],
      ),
    ).toEqual([{ code: 'repeated-keys', count: 5, keys: ['a', 'b', 'c'] }]);
  });

  test('unusual characters are added by column, and their columns counted', () => {
    expect(addIssues([unusual(0, 2), unusual(1, 2)], [unusual(1, 2), unusual(4, 2)])).toEqual([
      { ...unusual(0, 3) },
      { ...unusual(1, 3), count: 4, places: [...placesFrom(1, 2), ...placesFrom(1, 2)] },
      { ...unusual(4, 3) },
    ]);
  });

  test('no more than 50 columns are named, but never fewer counted than were', () => {
    const columns = (first: number) => Array.from({ length: 40 }, (_, index) => unusual(first + index, 70));
    const sum = addIssues(columns(0), columns(40));
    expect(sum).toHaveLength(50);
    expect(sum[0]).toMatchObject({ columnCount: 80 });
  });

  test.each<InputIssue>([
    { code: 'no-header', count: 1 },
    { code: 'blank-headers', count: 1, columnIndexes: [2] },
    { code: 'repeated-headers', count: 1, headers: [{ header: 'a', columnIndexes: [0, 1] }] },
  ])('there is one header: $code', (issue) => {
    expect(addIssues([issue], [issue])).toEqual([issue]);
  });

  test('other kinds are kept beside each other, in the order in which they were found', () => {
    const known: readonly InputIssue[] = [{ code: 'no-header', count: 1 }, unusual(0, 1)];
    const more: readonly InputIssue[] = [{ code: 'literal-quotes', count: 1, places: textsFrom(1, 1) }];
    expect(addIssues(known, more)).toEqual([...known, ...more]);
    expect([addIssues([], known), addIssues(known, [])]).toEqual([known, known]);
  });
});
