import type { DateFormat, DateOrder } from './cell-format.ts';
import { makeCivilDate, DAY_MS } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { removeHidden } from './hidden-characters.ts';
import { findMonth } from './month-names.ts';
import { splitTime } from './time-of-day.ts';
import type { TimeOfDay } from './time-of-day.ts';

/** A date cell taken apart; which part is the day is still open where only numbers stand. */
export type DateShape =
  | { readonly kind: 'instant'; readonly epochMs: number }
  | {
      readonly kind: 'numbers';
      readonly parts: Parts;
      readonly mark: string;
      readonly time: TimeOfDay | null;
    }
  | {
      readonly kind: 'named';
      readonly year: string;
      readonly month: number;
      readonly day: string;
      readonly time: TimeOfDay | null;
    };

type Parts = readonly [first: string, second: string, third: string];

/** The longest date with weekday-free names and a time is shorter; more is never a date. */
const MAX_LENGTH = 64;
const EPOCH_MS = /^(?:\d{12,13}|-\d{6,14})$/;
const EXCEL_SERIAL = /^(\d{5})(?:[.,](\d{1,15}))?$/;
const NUMBERS = /^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const EAST_ASIAN = /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]$/;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|°)?[\s.,/-]*(?:de\s|of\s)?\s*(\p{L}{3,})\.?[\s.,/-]*(?:de\s|del\s)?\s*['’]?(\d{4}|\d{2})$/iu;
const MONTH_FIRST = /^(\p{L}{3,})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,-]+['’]?(\d{4}|\d{2})$/iu;
const YEAR_FIRST = /^(\d{4})[\s,/-]+(\p{L}{3,})\.?[\s/-]+(\d{1,2})$/u;

/** Takes a date or date-time cell apart; null where no reading at all is possible. */
export function parseDateShape(raw: string): DateShape | null {
  const text = removeHidden(raw).trim();
  if (text.length > MAX_LENGTH || !/\d/.test(text)) return null;
  // HubSpot writes instants as milliseconds since 1970 (recorded traffic, 2025). Seconds look like them and are none.
  if (EPOCH_MS.test(text) && !isCompactDateTime(text)) return { kind: 'instant', epochMs: Number(text) };
  const serial = EXCEL_SERIAL.exec(text);
  if (serial !== null) return readSerial(serial[1] ?? '', serial[2] ?? '');
  const split = splitTime(text);
  return split === null ? null : parseDay(split.day.trim(), split.time);
}

/** `202405011030` is more likely half past ten than a day of 1976; as it may be both, it is neither. */
function isCompactDateTime(text: string): boolean {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)([01]\d|2[0-3])[0-5]\d$/.exec(text);
  return match !== null && makeCivilDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

function parseDay(text: string, time: TimeOfDay | null): DateShape | null {
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, first = '', mark = '', second = '', third = ''] = numbers;
    return { kind: 'numbers', parts: [first, second, third], mark, time };
  }
  const yearFirst = TOGETHER.exec(text) ?? EAST_ASIAN.exec(text);
  if (yearFirst !== null) {
    const [, year = '', month = '', day = ''] = yearFirst;
    return { kind: 'numbers', parts: [year, month, day], mark: '', time };
  }
  return parseNamed(text, time);
}

function parseNamed(text: string, time: TimeOfDay | null): DateShape | null {
  const byDay = DAY_FIRST.exec(text);
  if (byDay !== null) return named(byDay[3], byDay[2], { day: byDay[1] ?? '', time });
  const byMonth = MONTH_FIRST.exec(text);
  if (byMonth !== null) return named(byMonth[3], byMonth[1], { day: byMonth[2] ?? '', time });
  const byYear = YEAR_FIRST.exec(text);
  return byYear === null ? null : named(byYear[1], byYear[2], { day: byYear[3] ?? '', time });
}

function named(
  year = '',
  name = '',
  rest: { readonly day: string; readonly time: TimeOfDay | null },
): DateShape | null {
  const month = findMonth(name);
  return month === undefined ? null : { kind: 'named', year, month, ...rest };
}

/**
 * Excel counts days from 1899-12-30 (its 1900 date system). Five digits are the years 1927 to 2173; fewer would
 * make a date of any number. The time of day is no text that must survive: it may be a float.
 */
function readSerial(days: string, fraction: string): DateShape {
  const secondsOfDay = Math.round(Number(`0.${fraction}0`) * 86_400);
  const localMs = Date.UTC(1899, 11, 30) + Number(days) * DAY_MS + secondsOfDay * 1000;
  const day = new Date(localMs);
  const parts = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()].map(String);
  const [year = '', month = '', date = ''] = parts;
  const timeMs = ((localMs % DAY_MS) + DAY_MS) % DAY_MS;
  const time = fraction === '' ? null : { timeMs, offsetMinutes: null };
  return { kind: 'numbers', parts: [year, month, date], mark: '', time };
}

/** The day a shape means under a format; null where the format cannot read it, or there is no such day. */
export function civilDateOf(
  shape: Exclude<DateShape, { kind: 'instant' }>,
  format: DateFormat,
): CivilDate | null {
  switch (shape.kind) {
    case 'named':
      return makeCivilDate(yearOf(shape.year, format), shape.month, Number(shape.day));
    case 'numbers':
      return dayOfNumbers(shape.parts, shape.mark, format);
  }
}

function dayOfNumbers(parts: Parts, mark: string, format: DateFormat): CivilDate | null {
  const order = orderOf(parts, mark, format.order);
  if (order === null) return null;
  const at = (letter: string) => parts[order.indexOf(letter)] ?? '';
  const year = at('y');
  if (year.length !== 2 && year.length !== 4) return null;
  if (at('m').length > 2 || at('d').length > 2) return null;
  return makeCivilDate(yearOf(year, format), Number(at('m')), Number(at('d')));
}

/** Four digits in front are a year in every order. A year of two digits comes first only between hyphens (CLDR). */
function orderOf([first, , third]: Parts, mark: string, order: DateOrder): DateOrder | null {
  if (first.length === 4) return 'ymd';
  if (order !== 'ymd') return order;
  return mark === '-' && third.length <= 2 ? 'ymd' : null;
}

function yearOf(year: string, { firstYear }: DateFormat): number {
  if (year.length !== 2) return Number(year);
  return firstYear + ((Number(year) - (firstYear % 100) + 100) % 100);
}
