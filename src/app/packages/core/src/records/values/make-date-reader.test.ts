import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATE, inFormat, readCell, readColumn, tell } from './testing/read-column.ts';

const DMY = { kind: 'date', order: 'dmy', firstYear: 2000 } as const;
const MDY = { kind: 'date', order: 'mdy', firstYear: 2000 } as const;
const YMD = { kind: 'date', order: 'ymd', firstYear: 2000 } as const;

describe('a date that can be read in one way', () => {
  it.each([
    ['2024-05-01', '2024-05-01'],
    [' 2024-05-01 ', '2024-05-01'],
    ['2024-5-1', '2024-05-01'],
    ['2024/05/01', '2024-05-01'],
    ['2024.05.01', '2024-05-01'],
    ['2024. 5. 1.', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['2024年5月1日', '2024-05-01'],
    ['2024-02-29', '2024-02-29'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['31-12-2024', '2024-12-31'],
    ['01.02.2024', '2024-02-01'],
    ['1. 2. 2024', '2024-02-01'],
    ['01.02.24', '2024-02-01'],
    ['05/05/2024', '2024-05-05'],
    ['1 May 2024', '2024-05-01'],
    ['May 1, 2024', '2024-05-01'],
    ['1st of May 2024', '2024-05-01'],
    ['14th July 2024', '2024-07-14'],
    ['1. Mai 2024', '2024-05-01'],
    ['1. März 2024', '2024-03-01'],
    ['1. Marz 2024', '2024-03-01'],
    ['1er août 2024', '2024-08-01'],
    ['5 sept. 2024', '2024-09-05'],
    ['5 de mayo de 2024', '2024-05-05'],
    ['5 maggio 2024', '2024-05-05'],
    ['5 mei 2024', '2024-05-05'],
    ['5 października 2024', '2024-10-05'],
    ['1-Jan-24', '2024-01-01'],
    ['01-DEZ-2024', '2024-12-01'],
    ["Jun 5 '24", '2024-06-05'],
    ['2024-Jan-05', '2024-01-05'],
    ['45413', '2024-05-01'],
    ['45413.0', '2024-05-01'],
    ['25569', '1970-01-01'],
    ['1714521600000', '2024-05-01'],
    ['-86400000', '1969-12-31'],
    ['631152000000', '1990-01-01'],
    ['2024-05-01T00:00:00.000Z', '2024-05-01'],
    ['2024-05-01T00:00:00+02:00', '2024-05-01'],
    ['01.05.2024 00:00', '2024-05-01'],
  ])('%j is %s', (raw, value) => {
    expect(tell(readCell(DATE, raw))).toBe(value);
  });
});

describe('a cell that is no date', () => {
  it.each([
    'yesterday',
    '2024-02-30',
    '2023-02-29',
    '31.02.2026',
    '2024-13-01',
    '13/13/2024',
    '00/01/2024',
    '0001-01-01',
    '1/2',
    'May 2024',
    '2024-05',
    '2024',
    '12',
    '1714521600',
    '202405011030',
    '01/02-2024',
    '1/2/2024/3',
    '1 jui 2024',
    '1 Foo 2024',
    '32 May 2024',
    '2024-05-01 25:00',
    '2024-05-01 10:30 CEST',
    '#VALUE!',
    '123/01/2024',
    '1/2/202',
  ])('%j is an issue without a suggestion', (raw) => {
    expect(tell(readCell(DATE, raw))).toBe('(not-a-date)');
  });

  it.each([
    ['2024-05-01 13:45', '(time-in-date 2024-05-01)'],
    ['45413,5', '(time-in-date 2024-05-01)'],
    ['2024-04-30T22:00:00Z', '(time-in-date)'],
    ['1714521600001', '(time-in-date)'],
  ])('%s has a time of day: its day is offered only if it is sure', (raw, told) => {
    expect(tell(readCell(DATE, raw))).toBe(told);
  });
});

describe('a column of dates', () => {
  it.each([
    [['01/02/2024'], ['(format-open 2024-02-01 2024-01-02)']],
    [
      ['01/02/2024', '05/05/2024', '12-11-2024'],
      ['(format-open 2024-02-01 2024-01-02)', '2024-05-05', '(format-open 2024-11-12 2024-12-11)'],
    ],
    [
      ['01/02/2024', '25/12/2024'],
      ['2024-02-01', '2024-12-25'],
    ],
    [
      ['01/02/2024', '12/25/2024'],
      ['2024-01-02', '2024-12-25'],
    ],
    [
      ['01/02/2024', '03.04.2024'],
      ['2024-02-01', '2024-04-03'],
    ],
    [
      ['01/02/2024', '2024-05-06', '45413'],
      ['(format-open 2024-02-01 2024-01-02)', '2024-05-06', '2024-05-01'],
    ],
    [
      ['01/02/2024', '31/31/2024'],
      ['(format-open 2024-02-01 2024-01-02)', '(not-a-date)'],
    ],
    [
      ['24-05-01', '99-12-31'],
      ['2024-05-01', '(format-open 2099-12-31 1999-12-31)'],
    ],
  ])('%j is read as %j', (cells, told) => {
    expect(readColumn(DATE, cells).map(tell)).toEqual(told);
  });

  it('that contradicts itself reads what is clear and asks about the rest', () => {
    expect(readColumn(DATE, ['25/12/2024', '12/25/2024', '01/02/2024']).map(tell)).toEqual([
      '2024-12-25',
      '2024-12-25',
      '(format-open 2024-02-01 2024-01-02)',
    ]);
  });

  it('asks whether a year of two digits from 30 on has been or will be', () => {
    expect(readColumn(DATE, ['1 May 45', '1 May 24']).map(tell)).toEqual([
      '(format-open 2045-05-01 1945-05-01)',
      '2024-05-01',
    ]);
  });

  it('names the format of each reading, so that the answer can be given for the column', () => {
    const reading = readCell(DATE, '01/02/2024');
    expect(reading.kind === 'issue' && reading.issue.candidates.map(({ format }) => format)).toEqual([
      DMY,
      MDY,
    ]);
  });

  it.each([
    [DMY, '2024-02-01'],
    [MDY, '2024-01-02'],
    [YMD, '(not-a-date 2024-02-01 2024-01-02)'],
  ])('is read as the admin says: %j', (format, told) => {
    expect(tell(readCell(DATE, '01/02/2024', inFormat(format)))).toBe(told);
  });
});

const day = fc.date({
  min: new Date('1000-01-01'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const order = fc.constantFrom(DMY, MDY, YMD);
const ORDERS = { dmy: ['d', 'm', 'y'], mdy: ['m', 'd', 'y'], ymd: ['y', 'm', 'd'] } as const;
const mark = fc.constantFrom('-', '/', '.');

describe('law', () => {
  it('a day written in an order is that day again under the order', () => {
    fc.assert(
      fc.property(day, order, fc.record({ mark, isPadded: fc.boolean() }), (...[date, format, style]) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
        const short = (text: string) => (style.isPadded ? text : String(Number(text)));
        const written = { d: short(dayOfMonth), m: short(month), y: year };
        const text = ORDERS[format.order].map((letter) => written[letter]);
        expect(tell(readCell(DATE, text.join(style.mark), inFormat(format)))).toBe(iso);
      }),
    );
  });

  it.each(['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'pl'])(
    'a day written out in %s is that day again',
    (locale) => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      fc.assert(
        fc.property(day, (date) => {
          expect(tell(readCell(DATE, format.format(date)))).toBe(date.toISOString().slice(0, 10));
        }),
      );
    },
  );

  it('a day that Excel counts is that day again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999 }), (serial) => {
        const iso = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        expect(tell(readCell(DATE, String(serial)))).toBe(iso);
      }),
    );
  });
});
