import type { RateReport } from '../contract/batch-answer.ts';

/** How many requests HubSpot takes from this app in a rolling window. */
export interface WindowLimit {
  readonly max: number;
  readonly intervalMs: number;
}

/**
 * Assumed until a header tells: the least any account has (HubSpot usage guidelines: 100 on Free and Starter, 190
 * on Professional and Enterprise, 250 with an API limit increase; always per ten seconds).
 */
export const LEAST_LIMIT: WindowLimit = { max: 100, intervalMs: 10_000 };

/** Bounds of what may be believed: a header nobody foresaw must neither stop a run for good nor unleash it. */
const SANE_MAX = { least: 1, most: 10_000 };
const SANE_INTERVAL_MS = { least: 1000, most: 60_000 };

/** The limit by the latest headers; what they don't say stays as it was. */
export function learnLimit(known: WindowLimit, { max, intervalMs }: RateReport): WindowLimit {
  return {
    max: within(max, SANE_MAX) ?? known.max,
    intervalMs: within(intervalMs, SANE_INTERVAL_MS) ?? known.intervalMs,
  };
}

function within(
  told: number | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  return told !== undefined && told >= least && told <= most ? told : undefined;
}
