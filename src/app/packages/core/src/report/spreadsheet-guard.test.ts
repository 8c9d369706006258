import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from './spreadsheet-guard.ts';
import { writeCsv } from './write-csv.ts';

const FORMULA = /^[\t\r\n]*[=+\-@＝＋－＠]/;
/** Alone, or followed by what no formula goes on with. */
const NUMBER = /^[\t\r\n]*-?\d+(?:[.,]\d+)*(?:[,;|"\t]|$)/;

const dangerous = fc.stringMatching(/^'{0,3}[=+\-@＝＋－＠\t\r\n]?[\s\S]{0,10}$/);
const unit = fc.constantFrom(...'\uFEFF=+-@＝＋－＠\t\r\n;,|"\'1a. '.split(''));
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  dangerous,
  fc.string({ unit, maxLength: 14 }),
  fc.stringMatching(/^'{0,2}-?\d{1,4}([.,]\d{1,3})?$/),
);

describe('guardCell', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("x")',
    '+49 30 1',
    '-cmd',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1+1',
    '＠SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    "'=1",
    "''=1",
    '-1-1',
    '--1',
    '-',
    "=cmd|' /C calc'!A0",
    '\uFEFF=1+1',
    "'\uFEFF@SUM(A1)",
  ])('puts an apostrophe before %j', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
  });

  it.each([
    ['x;=1+1', "x;'=1+1"],
    ["x;=cmd|' /C calc'!A0;y", "x;'=cmd|' /C calc'!A0;y"],
    ['x\t=1+1', "x\t'=1+1"],
    ['x\n=1+1', "x\n'=1+1"],
    ['x\r\n@a', "x\r\n'@a"],
    ['x;"=1+1&"', 'x;"\'=1+1&"'],
    ['x,＝1', "x,'＝1"],
    ["x;'=1", "x;''=1"],
    ['1;-2;-3.5', '1;-2;-3.5'],
    ['1;-2-3', "1;'-2-3"],
    ['\t=1', "'\t'=1"],
  ])('guards what would begin a formula where a spreadsheet cuts %j elsewhere', (cell, guarded) => {
    expect(guardCell(cell)).toBe(guarded);
  });

  it.each([
    '',
    'Ada',
    '-12.5',
    '-1',
    '1,234',
    '-1.234,5',
    '12',
    "'quoted'",
    ' =1',
    '1=1',
    '007',
    '|a',
    'a|b',
    'a; b',
  ])('leaves %j alone', (cell) => {
    expect(guardCell(cell)).toBe(cell);
  });

  it('is taken back exactly, for every text', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(unguardCell(guardCell(cell))).toBe(cell);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads a huge cell once through', () => {
    for (const piece of ["'", '"', ';', ';"', "';", '=', '\t', '-1', ';-1.1']) {
      const cell = piece.repeat(200_000);
      expect(unguardCell(guardCell(cell))).toBe(cell);
    }
  });
});

describe('a file for spreadsheets', () => {
  it('holds nothing that one would run, however it cuts the file into cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (rows) => {
        // A reader of files drops what it takes for a byte order mark.
        const file = writeCsv(rows).replace(/^\uFEFF+/, '');
        for (const cut of [/[\r\n]/, /[,\r\n]/, /[;\r\n]/, /[\t\r\n]/, /[|\r\n]/]) {
          for (const piece of file.split(cut)) {
            // One quote opens a cell and a second one closes it; three are a quote in the cell.
            const bare = piece.replace(/^"{1,2}(?!")/, '');
            if (!NUMBER.test(bare)) expect(bare).not.toMatch(FORMULA);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
