import { DAY_MS } from './civil-date.ts';

/** The instants at which the clocks of a zone show a local time: one; none where clocks jumped; two where they were put back. */
export type LocalInstants = readonly number[];

/** Reads clocks of one zone. */
export type ZoneClock = (localMs: number) => LocalInstants;

/** The clock of a time zone by its IANA name; null where this machine knows no such zone. */
export function makeZoneClock(timeZone: string): ZoneClock | null {
  const format = makeFormat(timeZone);
  if (format === null) return null;
  const offsets = new Map<number, number>();
  /** Of the start of a UTC day; kept, because asking `Intl` is slow and days repeat. */
  const offsetAtDay = (dayNumber: number): number => {
    const known = offsets.get(dayNumber);
    if (known !== undefined) return known;
    const offset = offsetAt(format, dayNumber * DAY_MS);
    offsets.set(dayNumber, offset);
    return offset;
  };
  return (localMs) => {
    const day = Math.floor(localMs / DAY_MS);
    const before = offsetAtDay(day - 1);
    const after = offsetAtDay(day + 2);
    // Between the starts of these days lies every instant that this local time can be.
    if (before === after && offsetAtDay(day) === before) return [localMs - before];
    const candidates = new Set([before, offsetAtDay(day), after].map((offset) => localMs - offset));
    return [...candidates]
      .filter((instant) => instant + offsetAt(format, instant) === localMs)
      .sort((a, b) => a - b);
  };
}

/** `Intl` is the outside world here: it throws at a name it does not know. */
function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const wholeSeconds = Math.floor(instant / 1000) * 1000;
  const numbers = new Map(
    format.formatToParts(wholeSeconds).map(({ type, value }) => [type, Number(value)] as const),
  );
  const at = (type: Intl.DateTimeFormatPartTypes) => numbers.get(type) ?? 0;
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return local - wholeSeconds;
}
