/** How a date format shows a serial: `day` without time, `time` without day, `elapsed` beyond 24 hours. */
export interface DateDisplay {
  readonly hasDay: boolean;
  readonly hasTime: boolean;
  readonly isElapsed: boolean;
}

const DAY_SECONDS = 86_400;
const DAY_MS = 86_400_000;
/** Serial 0 of the 1904 date system counted in days of the 1900 one (ECMA-376 part 1, 18.17.4.1). */
const DAYS_TO_1904 = 1462;
/** 1900-02-29, a day that never was: Lotus 1-2-3 had it, Excel kept it. */
const PHANTOM_DAY = 60;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;
/** Day 61 is 1900-03-01. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * A serial number as `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or `HH:MM:SS`, without a zone, as the sheet shows it;
 * null where no day has this number. A time of day is kept even where the format hides it, for the property it
 * goes to may want it.
 */
export function writeSerialDate(serial: string, display: DateDisplay, startsIn1904: boolean): string | null {
  const value = Number(serial);
  if (!(value >= 0 && value <= LAST_DAY + 1)) return null;
  const totalSeconds = Math.round(value * DAY_SECONDS);
  const days = Math.floor(totalSeconds / DAY_SECONDS) + (startsIn1904 ? DAYS_TO_1904 : 0);
  const seconds = totalSeconds % DAY_SECONDS;
  if (display.isElapsed) return clockText(totalSeconds);
  const isTimeOnly = display.hasTime && !display.hasDay && value < 1;
  if (isTimeOnly) return clockText(seconds);
  const day = dayText(days);
  if (day === null) return display.hasTime && days === 0 ? clockText(seconds) : null;
  return display.hasTime || seconds > 0 ? `${day}T${clockText(seconds)}` : day;
}

function dayText(days: number): string | null {
  if (days === PHANTOM_DAY) return '1900-02-29';
  if (days < 1 || days > LAST_DAY) return null;
  const ms = EPOCH_MS + (days < PHANTOM_DAY ? days + 1 : days) * DAY_MS;
  return new Date(ms).toISOString().slice(0, 10);
}

function clockText(totalSeconds: number): string {
  const parts = [Math.floor(totalSeconds / 3600), Math.floor(totalSeconds / 60) % 60, totalSeconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
