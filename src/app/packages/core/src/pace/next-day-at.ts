import { makeZoneClock } from '../records/values/time-zone.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Clocks differ: HubSpot's midnight may come a little after ours. */
const GRACE_MS = 60_000;

/** Refused so soon after midnight means that our clock is early, not that a new day is used up. */
const EARLY_MS = HOUR_MS / 2;
const EARLY_WAIT_MS = 5 * 60_000;

/**
 * When requests may go on after the daily limit: it starts anew at midnight of the account's time zone (HubSpot usage
 * guidelines). Without a zone this machine knows, it is tried every hour.
 */
export function nextDayAt(nowMs: number, timeZone: string): number {
  const midnights = midnightsAround(nowMs, timeZone);
  const last = midnights.filter((midnight) => midnight <= nowMs).at(-1);
  const next = midnights.find((midnight) => midnight > nowMs);
  if (last === undefined || next === undefined) return nowMs + HOUR_MS;
  return nowMs - last < EARLY_MS ? nowMs + EARLY_WAIT_MS : next + GRACE_MS;
}

function midnightsAround(nowMs: number, timeZone: string): readonly number[] {
  const clock = makeZoneClock(timeZone);
  if (clock === null) return [];
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return [-2, -1, 0, 1, 2].flatMap((days) => {
    const midnight = today + days * DAY_MS;
    // Where clocks are put forward at midnight, the day begins at one.
    return clock(midnight)[0] ?? clock(midnight + HOUR_MS)[0] ?? [];
  });
}
