/** A time as it was written, with the zone it was written in. */
export interface TimeOfDay {
  readonly timeMs: number;
  /** Minutes east of UTC; null where the cell names no offset. */
  readonly offsetMinutes: number | null;
}

/** A cell cut in two: the text of its day, and its time if it has one. */
export interface SplitTime {
  readonly day: string;
  readonly time: TimeOfDay | null;
}

const START = /(?:T|,?\s+(?:at\s+|um\s+|kl\.?\s+)?|,)(?=\d{1,2}:\d{2})/i;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\.?|\s?uhr|\s?h)?\s*(Z|UTC|GMT|(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?)?$/i;

/** Null where a time begins and cannot be read: its zone may be an abbreviation that names two offsets. */
export function splitTime(text: string): SplitTime | null {
  const start = START.exec(text);
  if (start === null) return { day: text, time: null };
  const time = parseTime(text.slice(start.index + start[0].length));
  return time === null ? null : { day: text.slice(0, start.index), time };
}

function parseTime(text: string): TimeOfDay | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hourText = '', minuteText = '', secondText = '0', fraction = '', half, zone] = match;
  const hours = hourOfDay(Number(hourText), half);
  const minutes = Number(minuteText);
  const seconds = Number(secondText);
  if (hours === null || minutes > 59 || seconds > 59) return null;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const offsetMinutes = zone === undefined ? null : offsetOf(zone);
  if (offsetMinutes !== null && Math.abs(offsetMinutes) > MAX_OFFSET_MINUTES) return null;
  return { timeMs: ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds, offsetMinutes };
}

/** Of Kiribati, the earliest clock on earth. */
const MAX_OFFSET_MINUTES = 14 * 60;

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function offsetOf(zone: string): number {
  const match = /([+\-−])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const [, sign, hours = '0', minutes = '0'] = match;
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}
