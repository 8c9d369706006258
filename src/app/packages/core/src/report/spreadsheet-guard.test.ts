import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from './spreadsheet-guard.ts';

const dangerous = fc.stringMatching(/^'{0,3}[=+\-@\t\r]?[\s\S]{0,10}$/);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  dangerous,
  fc.stringMatching(/^'{0,2}-?\d{1,4}([.,]\d{1,3})?$/),
);

describe('guardCell', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("x")',
    '+49 30 1',
    '-cmd',
    '@SUM(A1)',
    '\tx',
    '\rx',
    "'=1",
    "''=1",
    '-1-1',
    '--1',
    '-',
  ])('puts an apostrophe before %j', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
  });

  it.each(['', 'Ada', '-12.5', '-1', '1,234', '-1.234,5', '12', "'quoted'", ' =1', '1=1', '007'])(
    'leaves %j alone',
    (cell) => {
      expect(guardCell(cell)).toBe(cell);
    },
  );

  it('leaves nothing that a spreadsheet would run', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(guardCell(cell)).not.toMatch(/^[=+@\t\r]/);
        expect(guardCell(cell)).not.toMatch(/^-(?!\d+(?:[.,]\d+)*$)/);
      }),
    );
  });

  it('is taken back exactly, for every text', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(unguardCell(guardCell(cell))).toBe(cell);
      }),
      { numRuns: 2000 },
    );
  });
});
