import { acceptsNumber, fillDigitMask, isDigitMask } from './digit-mask.ts';
import { plainNumber, plainPercentage } from './decimal-text.ts';
import { splitFormat } from './format-sections.ts';
import type { FormatSection } from './format-sections.ts';
import { writeSerialDate } from './serial-date.ts';
import type { DateDisplay } from './serial-date.ts';

/** What a number format makes of a number, as far as it changes what the number means. */
export type NumberDisplay =
  | { readonly kind: 'number' }
  | { readonly kind: 'percentage' }
  | { readonly kind: 'date'; readonly display: DateDisplay }
  | { readonly kind: 'mask'; readonly sections: readonly FormatSection[] };

const NUMBER: NumberDisplay = { kind: 'number' };
const DAY = { hasDay: true, hasTime: false, isElapsed: false };
const TIME = { hasDay: false, hasTime: true, isElapsed: false };
const DAY_AND_TIME = { hasDay: true, hasTime: true, isElapsed: false };
const ELAPSED = { hasDay: false, hasTime: true, isElapsed: true };

/**
 * Formats that files name by number only (ECMA-376 part 1, 18.8.30). 27 to 36 and 50 to 58 depend on the
 * language of Excel (Chinese, Japanese, Korean): some show a day, some a time; 71 to 81 are Thai.
 */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number, display: DateDisplay])[] = [
  [14, 17, DAY],
  [18, 21, TIME],
  [22, 22, DAY_AND_TIME],
  [27, 36, DAY],
  [45, 45, TIME],
  [46, 46, ELAPSED],
  [47, 47, TIME],
  [50, 58, DAY],
  [71, 74, DAY],
  [75, 76, TIME],
  [77, 77, DAY_AND_TIME],
  [78, 78, TIME],
  [79, 79, ELAPSED],
  [80, 80, TIME],
  [81, 81, DAY],
];
const BUILT_IN_PERCENTAGES: ReadonlySet<number> = new Set([9, 10, 67, 68]);

export function builtInDisplay(formatId: number): NumberDisplay {
  if (BUILT_IN_PERCENTAGES.has(formatId)) return { kind: 'percentage' };
  const found = BUILT_IN_DATES.find(([first, last]) => formatId >= first && formatId <= last);
  return found === undefined ? NUMBER : { kind: 'date', display: found[2] };
}

/** What a format code shows of a positive number. */
export function displayOf(formatCode: string): NumberDisplay {
  const sections = splitFormat(formatCode);
  const [first = []] = sections;
  const display = dateDisplayOf(first);
  if (display !== null) return { kind: 'date', display };
  if (first.some((token) => token.kind === 'code' && token.text === '%')) return { kind: 'percentage' };
  return isDigitMask(first) ? { kind: 'mask', sections } : NUMBER;
}

/** The text of a number cell: of a date the day, of a code its digits, of anything else the plain number. */
export function writeNumber(raw: string, display: NumberDisplay, startsIn1904: boolean): string {
  const number = plainNumber(raw);
  if (number === null) return raw;
  switch (display.kind) {
    case 'number':
      return number;
    case 'percentage':
      return `${plainPercentage(raw) ?? number}%`;
    case 'date':
      return writeSerialDate(number, display.display, startsIn1904) ?? number;
    case 'mask':
      return /^\d+$/.test(number) ? fillSections(display.sections, number) : number;
  }
}

function fillSections([first = [], second = []]: readonly FormatSection[], digits: string): string {
  const section = acceptsNumber(first, Number(digits)) ? first : second;
  return isDigitMask(section) ? fillDigitMask(section, digits) : digits;
}

/** Letters of days and times outside of quotes and brackets; `General`, `AM/PM` and exponents have no others. */
function dateDisplayOf(section: FormatSection): DateDisplay | null {
  const codes = section
    .map((token) => (token.kind === 'code' ? token.text : ' '))
    .join('')
    .toLowerCase();
  const isElapsed = section.some(({ kind }) => kind === 'elapsed');
  const hasTime = isElapsed || /[hs]/.test(codes);
  const hasDay = /[yd]|mmm/.test(codes) || (codes.includes('m') && !hasTime);
  return hasDay || hasTime ? { hasDay, hasTime, isElapsed: isElapsed && !hasDay } : null;
}
