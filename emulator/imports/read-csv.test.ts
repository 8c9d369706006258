import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';

function cellsOf(text: string) {
  return readCsv(text).map(({ cells }) => cells);
}

describe('a CSV file', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa\rb', [['a'], ['b']]],
    ['"a,b","c""d"\n', [['a,b', 'c"d']]],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    [',\n', [['', '']]],
    ['"a" x,b', [['a x', 'b']]],
    ['"never closed\nb', [['never closed\nb']]],
    ['a\n\nb', [['a'], ['b']]],
    ['""\nb', [[''], ['b']]],
    ['', []],
  ])('%j is read as %j', (text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  it('counts records and lines apart, empty lines in both', () => {
    const places = readCsv('h\n"a\nb"\n\nc\n').map(({ recordNumber, lineNumber }) => [
      recordNumber,
      lineNumber,
    ]);
    expect(places).toEqual([
      [1, 1],
      [2, 2],
      [4, 5],
    ]);
  });

  it('gives back whatever was quoted', () => {
    const row = fc.array(fc.string(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
        expect(cellsOf(quoted.join('\r\n'))).toEqual(rows);
      }),
    );
  });
});
