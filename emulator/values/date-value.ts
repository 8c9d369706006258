import type { ApiVersion } from '../model/api-version.ts';
import { enforcesAdminRules } from '../model/api-version.ts';
import type { ValueVerdict } from './value-verdict.ts';
import { accept, reject } from './value-verdict.ts';

const dayMs = 86_400_000;
const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/u;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/u;
const epochMs = /^-?\d{1,15}$/u;

/** 2026-02-30 is a shape but no day: Date.UTC would roll it over. */
function calendarDayMs(text: string): number | undefined {
  if (!calendarDay.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(text) ? undefined : ms;
}

function instantMs(text: string): number | undefined {
  if (epochMs.test(text)) return Number(text);
  if (!isoInstant.test(text)) return calendarDayMs(text);
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

function timeOfDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCHours()}:${date.getUTCMinutes()}:${date.getUTCSeconds()}.${date.getUTCMilliseconds()}`;
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/**
 * A calendar day. Before 2026-09 an instant that is not midnight UTC is refused; from 2026-09 on it is cut
 * to its day and the result carries a warning (HubSpot changelog, 2026-08-11).
 */
export function judgeDate(propertyName: string, raw: string, version: ApiVersion): ValueVerdict {
  const text = raw.trim();
  const ms = instantMs(text);
  if (ms === undefined) {
    const message = `${raw} was not a valid date`;
    return reject({ propertyName, code: 'INVALID_DATE', message, value: raw });
  }
  const midnightMs = Math.floor(ms / dayMs) * dayMs;
  if (calendarDay.test(text) || (epochMs.test(text) && ms === midnightMs)) return accept(dayText(ms));
  if (enforcesAdminRules(version)) {
    const warning = { propertyName, rawValue: raw, normalizedValue: String(midnightMs) };
    return { kind: 'accepted', value: dayText(ms), warning };
  }
  if (ms === midnightMs) return accept(dayText(ms));
  const message = `${raw} is at ${timeOfDay(ms)} UTC, not midnight!`;
  return reject({ propertyName, code: 'INVALID_DATE', message, value: raw });
}

/** An instant, ISO 8601 or epoch milliseconds; kept as ISO with milliseconds. */
export function judgeDatetime(propertyName: string, raw: string, version: ApiVersion): ValueVerdict {
  const ms = instantMs(raw.trim());
  if (ms !== undefined && Math.abs(ms) <= 8.64e15) return accept(new Date(ms).toISOString());
  return enforcesAdminRules(version)
    ? reject({ propertyName, code: 'INVALID_DATE', message: `${raw} was not a valid date`, value: raw })
    : reject({ propertyName, code: 'INVALID_LONG', message: `${raw} was not a valid long.`, value: raw });
}
