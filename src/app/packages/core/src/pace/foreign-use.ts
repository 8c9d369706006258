import { countBetween, hasOpenSince, type Ledger } from './ledger.ts';
import type { WindowLimit } from './window-limit.ts';

/** What a call's answers said about the window: so many slots were taken at some moment between two. */
export interface Sighting {
  readonly taken: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The card's clock, the function's and HubSpot's count never agree to the millisecond. */
const FUZZ_MS = 100;

/** Sightings so close to the newest one are as good as it. */
const FRESH_MS = 700;

/**
 * How many slots of the window others use: what HubSpot counted beyond the most that we can have sent. While requests
 * of ours are open, a sighting tells only the least it can be; the last one that left nothing open tells it well. An
 * own request mistaken for a foreign one would slow a run down for nothing, so doubt speaks for us.
 */
export function estimateForeignUse(
  sightings: readonly Sighting[],
  ledger: Ledger,
  limit: WindowLimit,
): number {
  const newestMs = sightings.at(-1)?.untilMs ?? 0;
  const fresh = sightings.filter(({ untilMs }) => untilMs >= newestMs - FRESH_MS);
  const clear = sightings.filter(({ untilMs }) => !hasOpenSince(ledger, untilMs + FUZZ_MS)).slice(-1);
  return Math.max(0, ...[...fresh, ...clear].map((sighting) => foreignIn(sighting, ledger, limit)));
}

function foreignIn({ taken, fromMs, untilMs }: Sighting, ledger: Ledger, limit: WindowLimit): number {
  const afterMs = fromMs - limit.intervalMs - FUZZ_MS;
  return taken - countBetween(ledger, { afterMs, untilMs: untilMs + FUZZ_MS });
}
