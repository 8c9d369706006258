/** A day of the calendar. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export const DAY_MS = 86_400_000;

/** The day if it exists. Years from 1000 on: `0024-05-01` is a slip, not a day to write. */
export function makeCivilDate(year: number, month: number, day: number): CivilDate | null {
  if (!(year >= 1000 && year <= 9999)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && day >= 1 ? { year, month, day } : null;
}

/** Midnight UTC of the day, in milliseconds since 1970. */
export function utcMsOf({ year, month, day }: CivilDate): number {
  return Date.UTC(year, month - 1, day);
}

/** `YYYY-MM-DD` of the UTC day an instant falls on. */
export function utcDayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

export function formatDate(date: CivilDate): string {
  return utcDayOf(utcMsOf(date));
}
