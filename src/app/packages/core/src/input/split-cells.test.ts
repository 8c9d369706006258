import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCells } from './split-cells.ts';
import { troublesomeRecords, writeDelimited } from './testing/write-delimited.ts';

const cellsOf = (text: string, delimiter = ',') =>
  splitCells(text, delimiter).records.map(({ cells }) => cells);

const RULES: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'every line is a record',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a line end at the end starts no record', 'a\n', [['a']]],
  ['CRLF, LF and CR may be mixed', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
  ['a blank line is a record with one blank cell', 'a\n\nb', [['a'], [''], ['b']]],
  [
    'a delimiter at the end leaves a blank cell',
    'a,\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a quoted cell may hold delimiters and line ends', '"a,b\r\nc",d', [['a,b\r\nc', 'd']]],
  ['a doubled quote is one quote', '"a""b",""""', [['a"b', '"']]],
  ['a quoted blank cell is blank', '"",""', [['', '']]],
  ['a quote inside a cell is text', 'a"b,5" pipe', [['a"b', '5" pipe']]],
  ['text after a closing quote makes the whole cell literal', '"Acme" Ltd,x', [['"Acme" Ltd', 'x']]],
  ['a literal cell keeps its doubled quotes', '"a""b" c,x', [['"a""b" c', 'x']]],
  [
    'an unclosed quote ends with its cell',
    '"a,b\nc,d',
    [
      ['"a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['quoted cells after an unclosed quote are read', '"a,"b, c",d', [['"a', 'b, c', 'd']]],
  ['blanks around a quoted cell are no part of it', 'a, "b, c" ,d', [['a', 'b, c', 'd']]],
  ['blanks around a cell without quotes stay', ' a , b ', [[' a ', ' b ']]],
  ['leading zeros and signs stay', '007,+49 30,1.10', [['007', '+49 30', '1.10']]],
  [
    'a formula is text',
    '"=HYPERLINK(""https://example.org"",""x"")",b',
    [['=HYPERLINK("https://example.org","x")', 'b']],
  ],
  ['NUL and lone surrogates stay', 'a\u0000b,\ud83d', [['a\u0000b', '\ud83d']]],
];

describe('splitting delimited text', () => {
  test.each(RULES)('%s', (_rule, text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  test('Excel does not escape a pasted cell that merely starts with a quote', () => {
    expect(cellsOf('"A\t"B\tC\n"Acme" Ltd\t5" pipe\t"', '\t')).toEqual([
      ['"A', '"B', 'C'],
      ['"Acme" Ltd', '5" pipe', '"'],
    ]);
  });

  test('Excel quotes a pasted cell that holds a line break', () => {
    expect(cellsOf('"a\nb ""c"""\td', '\t')).toEqual([['a\nb "c"', 'd']]);
  });

  test('blanks before a quote belong to a pasted cell', () => {
    expect(cellsOf(' "a"\tb', '\t')).toEqual([[' "a"', 'b']]);
  });

  test('without a delimiter every line is one cell', () => {
    expect(cellsOf('a,b;c\td\n"e, f"', '')).toEqual([['a,b;c\td'], ['e, f']]);
  });

  test('a record starts on the line where it stands, whatever line breaks its predecessors hold', () => {
    const { records } = splitCells('a\n"b\r\nc\nd\re",x\n\nf', ',');
    expect(records.map(({ line }) => line)).toEqual([1, 2, 6, 7]);
  });

  test('a stray quote is named with its record and line', () => {
    const { stray } = splitCells('a\n"b\nc"\n"d" e', ',').quotes;
    expect(stray).toEqual({ count: 1, places: [{ recordNumber: 3, line: 4, found: '"d" e' }] });
  });

  test('an unclosed quote is named with its record and line', () => {
    const { unclosed } = splitCells('a\n"b\nc', ',').quotes;
    expect(unclosed).toEqual({ count: 1, places: [{ recordNumber: 2, line: 2, found: '"b' }] });
  });

  test('many stray quotes are counted, the first are named', () => {
    const { stray } = splitCells('"a" b\n'.repeat(1000), ',').quotes;
    expect([stray.places.length, stray.count]).toEqual([20, 1000]);
  });

  test('a cell in quotes may be very long', () => {
    const cell = `${'x'.repeat(1_048_572)}\nx`;
    expect(cellsOf(`"${cell}",b\nc`)).toEqual([[cell, 'b'], ['c']]);
  });

  test('a quote that closes only after a million characters is an unclosed one', () => {
    const { records, quotes } = splitCells(`"${'x'.repeat(1_048_573)}\nx",b\nc`, ',');
    expect(records.map(({ cells }) => cells.length)).toEqual([1, 2, 1]);
    expect([quotes.unclosed.count, quotes.stray.count]).toEqual([1, 0]);
  });

  test.each([
    [100_000, undefined],
    [100_001, 'too-many-columns'],
    [500_000, 'too-many-columns'],
  ])('a line of %d cells', (width, code) => {
    expect(splitCells(`a\n${','.repeat(width - 1)}\nb`, ',').problem?.code).toBe(code);
  });

  test.each([',', ';', '\t', '|'])('records written with %j read back identical', (delimiter) => {
    fc.assert(
      fc.property(troublesomeRecords, fc.constantFrom('\r\n', '\n', '\r'), (records, lineEnd) => {
        const split = splitCells(writeDelimited(records, delimiter, lineEnd), delimiter);
        expect(split.records.map(({ cells }) => cells)).toEqual(records);
        expect([split.quotes.stray.count, split.quotes.unclosed.count]).toEqual([0, 0]);
      }),
    );
  });

  test('reads what csv-parse reads wherever quotes are used as RFC 4180 has them', () => {
    const wellFormed = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(wellFormed, (records) => {
        const text = writeDelimited(records, ',');
        const options = {
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_quotes: true,
          relax_column_count: true,
        };
        expect(cellsOf(text)).toEqual(parse(text, options));
      }),
    );
  });

  test('no text loses a character that is neither quote, delimiter, blank nor line end', () => {
    const kept = (text: string) => text.replace(/[",\s]/g, '');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'b')), (parts) => {
        const text = parts.join('');
        expect(kept(cellsOf(text).flat().join(''))).toBe(kept(text));
      }),
      { numRuns: 500 },
    );
  });
});
