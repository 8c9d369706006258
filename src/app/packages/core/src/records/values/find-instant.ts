import { utcMsOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { Meaning } from './make-format-reader.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { ZoneClock } from './time-zone.ts';

/**
 * The instant of a local time as ISO 8601 in UTC: by its own offset, else by the clock of a zone, null where none is
 * known. A day without a time is its midnight. A time that the clocks show twice has both instants as candidates.
 */
export function findInstant(day: CivilDate, time: TimeOfDay | null, clock: ZoneClock | null): Meaning {
  const localMs = utcMsOf(day) + (time?.timeMs ?? 0);
  const offsetMinutes = time?.offsetMinutes ?? null;
  if (offsetMinutes !== null) return { kind: 'value', value: isoOf(localMs - offsetMinutes * 60_000) };
  if (clock === null) return { kind: 'problem', code: 'time-zone-missing', candidates: [] };
  const instants = clock(localMs).map(isoOf);
  const [first] = instants;
  if (first === undefined) return { kind: 'problem', code: 'time-skipped', candidates: [] };
  if (instants.length === 1) return { kind: 'value', value: first };
  const candidates = instants.map((value) => ({ value, label: value }));
  return { kind: 'problem', code: 'time-repeated', candidates };
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
