import type { Candidate, CellIssueCode } from './cell-reading.ts';
import { utcMsOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { ZoneClock } from './time-zone.ts';

/** The value of a day and time, or what stands in its way. */
export type DateVerdict =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'problem'; readonly code: CellIssueCode; readonly candidates: readonly Candidate[] };

/**
 * The instant of a local time as ISO 8601 in UTC: by its own offset, else by the clock of a zone, null where none is
 * known. A day without a time is its midnight. A time that the clocks show twice has both instants as candidates.
 */
export function findInstant(day: CivilDate, time: TimeOfDay | null, clock: ZoneClock | null): DateVerdict {
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
