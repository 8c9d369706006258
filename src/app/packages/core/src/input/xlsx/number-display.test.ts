import { describe, expect, test } from 'vitest';
import { builtInDisplay, displayOf, writeNumber } from './number-display.ts';

describe('format codes of dates and times', () => {
  test.each([
    ['yyyy-mm-dd', 'day'],
    ['[$-409]d-mmm-yy;@', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['dd/mm/yyyy', 'day'],
    ['mmm-yy', 'day'],
    ['mmmm', 'day'],
    ['m', 'day'],
    ['yyyy"年"m"月"d"日"', 'day'],
    ['[$-411]ggge"年"m"月"d"日"', 'day'],
    ['[Blue]d.m.', 'day'],
    ['YYYY-MM-DD', 'day'],
    ['h:mm', 'time'],
    ['[$-F400]h:mm:ss\\ AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['m/d/yy h:mm', 'day and time'],
    ['yyyy-mm-dd"T"hh:mm:ss', 'day and time'],
    ['mmm h:mm', 'day and time'],
    ['d [h]:mm', 'day and time'],
    ['h AM/PM', 'time'],
  ])('%s shows %s', (code, expected) => {
    const shown = displayOf(code);
    expect(shown.kind).toBe('date');
    if (shown.kind !== 'date') return;
    const { hasDay, hasTime, isElapsed } = shown.display;
    const parts = [
      hasDay ? ['day'] : [],
      hasTime && !isElapsed ? ['time'] : [],
      isElapsed ? ['elapsed'] : [],
    ];
    expect(parts.flat().join(' and ')).toBe(expected);
  });
});

describe('format codes that are no dates', () => {
  test.each([
    'General',
    'GENERAL',
    '0 "days"',
    '0\\d',
    '[Red]#,##0.00',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
    '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-',
    '[$USD] #,##0',
    '0.00E+00',
    '##0.0E-0',
    '# ?/?',
    '@',
    '',
    '"yyyy"0',
    '[=1]"yes";"no"',
    '0_h',
    '0*d',
  ])('%s', (code) => {
    expect(displayOf(code)).toEqual({ kind: 'number' });
  });
});

describe('built-in formats', () => {
  test.each([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 31, 36, 45, 46, 47, 50, 58, 71, 81])(
    '%i shows a date or time',
    (formatId) => {
      expect(builtInDisplay(formatId).kind).toBe('date');
    },
  );

  test.each([9, 10])('%i shows a percentage', (formatId) => {
    expect(builtInDisplay(formatId).kind).toBe('percentage');
  });

  test.each([0, 1, 2, 3, 4, 11, 12, 13, 23, 37, 44, 48, 49, 59, 999])('%i shows a number', (formatId) => {
    expect(builtInDisplay(formatId).kind).toBe('number');
  });
});

describe('a number is written as', () => {
  test.each([
    ['00000', '1234', '01234'],
    ['00000', '0', '00000'],
    ['00000', '1234567', '1234567'],
    ['00000-0000', '12345678', '01234-5678'],
    ['000\\-00\\-0000', '123456789', '123-45-6789'],
    ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '5551234', '555-1234'],
    ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '2125551234', '(212) 555-1234'],
    ['"INV-"0000', '42', 'INV-0042'],
    ['"+49 "000 0000000', '1715550100', '+49 171 5550100'],
    ['0 00 00 00 00', '123456789', '1 23 45 67 89'],
    ['00000;[Red]-00000', '7', '00007'],
    ['[>100]000;[<=100]00000', '50', '00050'],
  ])('the digits of a code under %s: %s is %s', (code, raw, text) => {
    expect(writeNumber(raw, displayOf(code), false)).toBe(text);
  });

  test.each([
    ['General', '1234', '1234'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['$#,##0.00', '1234.5', '1234.5'],
    ['#,##0.00\\ "€"', '-5', '-5'],
    ['0 "days"', '5', '5'],
    ['#\\ ##0', '1234567', '1234567'],
    ['0\\.000', '5', '5'],
    ['00000', '12.5', '12.5'],
    ['00000', '-12', '-12'],
    ['0.00', '37.299999999999997', '37.3'],
    ['@', '12345678901234567890', '12345678901234567890'],
    ['0%', '0.25', '25%'],
    ['0.00%', '0.12345', '12.345%'],
    ['0.00E+00', '1.5E+20', '150000000000000000000'],
    ['yyyy-mm-dd', '-5', '-5'],
    ['yyyy-mm-dd', '0', '0'],
    ['yyyy-mm-dd', '45000', '2023-03-15'],
    ['General', 'no number', 'no number'],
  ])('what it is under %s: %s is %s', (code, raw, text) => {
    expect(writeNumber(raw, displayOf(code), false)).toBe(text);
  });
});
