import { DATE_FORMATS } from './cell-format.ts';
import type { CellFormat, DateFormat } from './cell-format.ts';
import { readAs, refuse } from './cell-reading.ts';
import type { Candidate, CellReading, ExpectedValue } from './cell-reading.ts';
import { DAY_MS, formatDate, utcDayOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { civilDateOf, parseDateShape } from './date-shape.ts';
import type { DateShape } from './date-shape.ts';
import { findInstant } from './find-instant.ts';
import type { DateVerdict } from './find-instant.ts';
import type { ZoneClock } from './time-zone.ts';

type Local = Exclude<DateShape, { kind: 'instant' }>;

/** What differs between dates and date-times. */
interface Target {
  readonly expected: 'date' | 'date-time';
  readonly ofInstant: (epochMs: number) => DateVerdict;
  readonly ofDay: (day: CivilDate, time: Local['time']) => DateVerdict;
}

/** A date cell as `YYYY-MM-DD` (HubSpot CRM API guide, date properties). */
export function readDate(raw: string, formats: readonly CellFormat[]): CellReading {
  return readWith(DATE, raw, formats);
}

/**
 * A date-time cell as ISO 8601 in UTC. An offset in the cell counts, else the clock; a day without a time is its
 * first moment.
 */
export function readDateTime(
  raw: string,
  formats: readonly CellFormat[],
  clock: ZoneClock | null,
): CellReading {
  const target: Target = {
    expected: 'date-time',
    ofInstant: (epochMs) => ({ kind: 'value', value: new Date(epochMs).toISOString() }),
    ofDay: (day, time) => findInstant(day, time, clock),
  };
  return readWith(target, raw, formats);
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

function readWith(target: Target, raw: string, formats: readonly CellFormat[]): CellReading {
  const dateFormats = formats.filter((format) => format.kind === 'date');
  const orders = [...new Set(dateFormats.map(({ order }) => order))];
  const expected: ExpectedValue = { kind: target.expected, orders };
  const shape = parseDateShape(raw);
  if (shape === null) return refuse(raw, { code: 'not-a-date', expected });
  if (shape.kind === 'instant') return readVerdict(target.ofInstant(shape.epochMs), raw, expected);
  const verdicts = listVerdicts(target, shape, dateFormats);
  const [only] = verdicts;
  if (only === undefined) {
    const candidates = listCandidates(listVerdicts(target, shape, DATE_FORMATS));
    return refuse(raw, { code: 'not-a-date', expected, candidates });
  }
  if (verdicts.length === 1) return readVerdict(only.verdict, raw, expected);
  return refuse(raw, { code: 'format-open', expected, candidates: listCandidates(verdicts) });
}

function readVerdict(verdict: DateVerdict, raw: string, expected: ExpectedValue): CellReading {
  switch (verdict.kind) {
    case 'value':
      return readAs(verdict.value);
    case 'problem':
      return refuse(raw, { code: verdict.code, expected, candidates: verdict.candidates });
  }
}

interface FormatVerdict {
  readonly verdict: DateVerdict;
  readonly format: DateFormat;
}

/** One verdict per day that the formats find. */
function listVerdicts(
  target: Target,
  shape: Local,
  formats: readonly DateFormat[],
): readonly FormatVerdict[] {
  const found = new Map<string, FormatVerdict>();
  for (const format of formats) {
    const day = civilDateOf(shape, format);
    if (day === null) continue;
    const name = formatDate(day);
    if (!found.has(name)) found.set(name, { verdict: target.ofDay(day, shape.time), format });
  }
  return [...found.values()];
}

function listCandidates(verdicts: readonly FormatVerdict[]): readonly Candidate[] {
  return verdicts.flatMap(({ verdict, format }) => {
    if (verdict.kind === 'problem') return verdict.candidates;
    return [{ value: verdict.value, label: verdict.value, format }];
  });
}
