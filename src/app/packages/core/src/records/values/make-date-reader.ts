import { DATE_FORMATS } from './cell-format.ts';
import type { DateFormat } from './cell-format.ts';
import type { CellReading } from './cell-reading.ts';
import { DAY_MS, formatDate, utcDayOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { civilDateOf, parseDateShape } from './date-shape.ts';
import { findInstant } from './find-instant.ts';
import { makeFormatReader } from './make-format-reader.ts';
import type { Meaning } from './make-format-reader.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { ZoneClock } from './time-zone.ts';

/** What differs between dates and date-times. */
interface Target {
  readonly expected: 'date' | 'date-time';
  readonly ofInstant: (epochMs: number) => Meaning;
  readonly ofDay: (day: CivilDate, time: TimeOfDay | null) => Meaning;
}

/** Reads date cells as `YYYY-MM-DD` (HubSpot CRM API guide, date properties). */
export function makeDateReader(formats: readonly DateFormat[]): (raw: string) => CellReading {
  return makeReader(DATE, formats);
}

/**
 * Reads date-time cells as ISO 8601 in UTC. An offset in the cell counts, else the clock; a day without a time is its
 * first moment.
 */
export function makeDateTimeReader(
  formats: readonly DateFormat[],
  clock: ZoneClock | null,
): (raw: string) => CellReading {
  const target: Target = {
    expected: 'date-time',
    ofInstant: (epochMs) => ({ kind: 'value', value: new Date(epochMs).toISOString() }),
    ofDay: (day, time) => findInstant(day, time, clock),
  };
  return makeReader(target, formats);
}

const DATE: Target = {
  expected: 'date',
  // HubSpot keeps a date as midnight UTC; any other instant is on two days, depending on where one stands.
  ofInstant: (epochMs) =>
    epochMs % DAY_MS === 0
      ? { kind: 'value', value: utcDayOf(epochMs) }
      : { kind: 'problem', code: 'time-in-date', candidates: [] },
  ofDay: (day, time) => {
    const value = formatDate(day);
    if (time === null || time.timeMs === 0) return { kind: 'value', value };
    const candidates = time.offsetMinutes === null ? [{ value, label: value }] : [];
    return { kind: 'problem', code: 'time-in-date', candidates };
  },
};

function makeReader(target: Target, formats: readonly DateFormat[]): (raw: string) => CellReading {
  const orders = [...new Set(formats.map(({ order }) => order))];
  const parse = (raw: string) => {
    const shape = parseDateShape(raw);
    if (shape === null) return null;
    return (format: DateFormat) => {
      if (shape.kind === 'instant') return target.ofInstant(shape.epochMs);
      const day = civilDateOf(shape, format);
      return day === null ? null : target.ofDay(day, shape.time);
    };
  };
  const expected = { kind: target.expected, orders };
  return makeFormatReader({ code: 'not-a-date', expected, allFormats: DATE_FORMATS, parse }, formats);
}
