import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalValue } from '../same-value.ts';
import type { CellFormat } from './cell-format.ts';
import { inFormat, NUMBER, readCell, readColumn, tell } from './testing/read-column.ts';

const POINT: CellFormat = { kind: 'number', decimalMark: '.', percentAs: 'points' };
const COMMA: CellFormat = { kind: 'number', decimalMark: ',', percentAs: 'points' };

describe('a number cell that can be read in one way', () => {
  it.each([
    ['0', '0'],
    ['42', '42'],
    [' 12 ', '12'],
    ['-7', '-7'],
    ['+5', '5'],
    ['−5', '-5'],
    ['007', '007'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['9007199254740993.10', '9007199254740993.10'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234\u202f567', '1234567'],
    ["1'234.50", '1234.50'],
    ['1’234’567.5', '1234567.5'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['12,34,567.89', '1234567.89'],
    ['0.123', '0.123'],
    ['0,123', '0.123'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['5.', '5'],
    ['1234.567', '1234.567'],
    ['12,5', '12.5'],
    ['24.00', '24.00'],
    ['(5,00)', '-5.00'],
    ['(1,234.50)', '-1234.50'],
    ['5.00-', '-5.00'],
    ['€ 1.234,50', '1234.50'],
    ['1.234,50 €', '1234.50'],
    ['$1,234.50', '1234.50'],
    ['-$5.25', '-5.25'],
    ['$-5.25', '-5.25'],
    ['($5.25)', '-5.25'],
    ['US$ 5.25', '5.25'],
    ['R$ 5,25', '5.25'],
    ['CHF 1’234.50', '1234.50'],
    ['CHF 20.–', '20'],
    ['20,--', '20'],
    ['Fr. 20.-', '20'],
    ['99 kr.', '99'],
    ['1 250 Kč', '1250'],
    ['EUR12', '12'],
    ['1e3', '1e3'],
    ['1.10e30', '1.10e30'],
    ['1,5E+3', '1.5e+3'],
  ])('%j is %s', (raw, value) => {
    expect(tell(readCell(NUMBER, raw))).toBe(value);
  });
});

describe('a cell that is no number', () => {
  it.each([
    'many',
    '12 kg',
    '1-5',
    '2024-05-01',
    '01.05.2024',
    '1.2.3',
    '1,23,4',
    '1 23',
    '12.345.67',
    '1,234,5678',
    '--5',
    '€5€',
    '5 5 €',
    '#N/A',
    '#DIV/0!',
    '####',
    '-',
    '€',
    '()',
    '.',
    '1e',
    '1e99999',
    '١٢٣',
    '12 USDX',
    '5 top',
  ])('%j is an issue', (raw) => {
    expect(readCell(NUMBER, raw)).toMatchObject({ kind: 'issue', issue: { code: 'not-a-number', raw } });
  });

  it('is blank if nothing stands in it', () => {
    expect(readCell(NUMBER, ' \t\u00a0')).toEqual({ kind: 'blank' });
  });
});

describe('a column of numbers', () => {
  it.each([
    ['1.234', ['1234', '1.234']],
    ['1,234', ['1234', '1.234']],
    ['-1.234', ['-1234', '-1.234']],
    ['€ 123.456', ['123456', '123.456']],
  ])('of %s alone is open: both readings are offered and none is taken', (raw, readings) => {
    const reading = readCell(NUMBER, raw);
    expect(reading).toMatchObject({ kind: 'issue', issue: { code: 'format-open', raw } });
    const values = reading.kind === 'issue' ? reading.issue.candidates.map(({ value }) => value) : [];
    expect([...values].sort()).toEqual([...readings].sort());
  });

  it.each([
    [
      ['1.234', '12,5'],
      ['1234', '12.5'],
    ],
    [
      ['1.234', '12.5'],
      ['1.234', '12.5'],
    ],
    [
      ['1,234', '0,5'],
      ['1.234', '0.5'],
    ],
    [
      ['1,234', '7', '1,234,567'],
      ['1234', '7', '1234567'],
    ],
    [
      ['1,234', 'oops', '1.50'],
      ['1234', '(not-a-number)', '1.50'],
    ],
  ])('%j is settled by the cell that shows it', (cells, values) => {
    expect(readColumn(NUMBER, cells).map(tell)).toEqual(values);
  });

  it('that contradicts itself reads what is clear and asks about the rest', () => {
    expect(readColumn(NUMBER, ['1,234.56', '1.234,56', '1.234']).map(tell)).toEqual([
      '1234.56',
      '1234.56',
      '(format-open 1.234 1234)',
    ]);
  });

  it('is read as the admin says', () => {
    expect(tell(readCell(NUMBER, '1.234', inFormat(POINT)))).toBe('1.234');
    expect(tell(readCell(NUMBER, '1.234', inFormat(COMMA)))).toBe('1234');
  });

  it('says of a cell against its format what it would be otherwise', () => {
    expect(tell(readCell(NUMBER, '12.50', inFormat(COMMA)))).toBe('(not-a-number 12.50)');
  });
});

describe('per cent', () => {
  it.each([
    ['12 %', '0.12', '12'],
    ['12,5%', '0.125', '12.5'],
    ['100%', '1', '100'],
    ['5%', '0.05', '5'],
    ['-0.5 %', '-0.005', '-0.5'],
    ['%20', '0.2', '20'],
  ])('%s is %s or %s, which only the admin knows', (raw, fraction, points) => {
    const reading = readCell(NUMBER, raw);
    const values = reading.kind === 'issue' ? reading.issue.candidates.map(({ value }) => value) : [];
    expect([...values].sort()).toEqual([fraction, points].sort());
    expect(tell(readCell(NUMBER, raw, inFormat({ ...COMMA, percentAs: 'fraction' })))).toBe(
      raw.includes('.') ? `(not-a-number ${points} ${fraction})` : fraction,
    );
  });
});

const digits = fc.stringMatching(/^(0|[1-9]\d{0,40})$/);
const fraction = fc.stringMatching(/^\d{0,12}$/);
const style = fc.constantFrom(
  { format: POINT, group: '', mark: '.' },
  { format: POINT, group: ',', mark: '.' },
  { format: POINT, group: "'", mark: '.' },
  { format: COMMA, group: '', mark: ',' },
  { format: COMMA, group: '.', mark: ',' },
  { format: COMMA, group: '\u202f', mark: ',' },
);
const dress = fc.constantFrom(
  (text: string) => text,
  (text: string) => `€ ${text}`,
  (text: string) => `${text} EUR`,
  (text: string) => ` ${text} `,
);

describe('law', () => {
  it('a number written in any style has the same digits again, however long', () => {
    fc.assert(
      fc.property(
        digits,
        fraction,
        fc.record({ style, dress, isNegative: fc.boolean() }),
        (...[whole, part, how]) => {
          const { format, group, mark } = how.style;
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
          const text = how.dress(`${how.isNegative ? '-' : ''}${grouped}${part === '' ? '' : mark + part}`);
          const plain = `${how.isNegative ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
          expect(tell(readCell(NUMBER, text, inFormat(format)))).toBe(plain);
        },
      ),
    );
  });

  it('a fraction of a hundred has the same significant digits', () => {
    fc.assert(
      fc.property(digits, fraction, (whole, part) => {
        const raw = `${whole}${part === '' ? '' : `.${part}`}`;
        const read = tell(readCell(NUMBER, `${raw}%`, inFormat({ ...POINT, percentAs: 'fraction' })));
        expect(canonicalValue(NUMBER, read)).toBe(canonicalValue(NUMBER, `${raw}e-2`));
      }),
    );
  });

  it('a value that was read is read again as itself', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[-(€]?[\d.,' ]{1,12}[%€)]?$/));
    fc.assert(
      fc.property(cell, (raw) => {
        const reading = readCell(NUMBER, raw, inFormat(POINT));
        if (reading.kind !== 'value') return;
        const again = tell(readCell(NUMBER, reading.value, inFormat(POINT)));
        expect(canonicalValue(NUMBER, again)).toBe(canonicalValue(NUMBER, reading.value));
      }),
    );
  });
});
