import type { WindowLimit } from './window-limit.ts';

/**
 * How a card that has not seen HubSpot's window for a while begins: its calls go out in volleys, each when the one before
 * has come back whole. Then none of its own requests is open, and what HubSpot counts beyond them is somebody else's to
 * the request. A burst without a break hides a neighbour until the window is full (tried: decision 040).
 */
export interface Volleys {
  /** From then on the window has been seen in all its length. */
  readonly untilMs: number;
  /** Since when a part of the volley is back and another is not; null while that is not so. */
  readonly returningSinceMs: number | null;
}

export const NO_VOLLEYS: Volleys = { untilMs: -Infinity, returningSinceMs: null };

/** From this part of the window on, whoever came at the same time has shown, and waiting would only cost. */
const ENOUGH = 0.45;

/** A call that takes much longer than the others, a cold start say, does not hold them up. */
const PATIENCE_MS = 500;

export function beginVolleys({ intervalMs }: WindowLimit, nowMs: number): Volleys {
  return { untilMs: nowMs + intervalMs, returningSinceMs: null };
}

/** A call came back; so many are still open. */
export function returnOne(volleys: Volleys, openCalls: number, nowMs: number): Volleys {
  return { ...volleys, returningSinceMs: openCalls > 0 ? (volleys.returningSinceMs ?? nowMs) : null };
}

/** Until when the next call must wait for those that are open; null where it need not. */
export function nextVolleyAt(
  volleys: Volleys,
  { limit, taken, nowMs }: { readonly limit: WindowLimit; readonly taken: number; readonly nowMs: number },
): number | null {
  if (volleys.returningSinceMs === null || taken >= ENOUGH * limit.max) return null;
  const untilMs = Math.min(volleys.untilMs, volleys.returningSinceMs + PATIENCE_MS);
  return nowMs < untilMs ? untilMs : null;
}
