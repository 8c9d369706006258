/** How long HubSpot takes for one batch: a moving mean, and how far answers stray from it (as in RFC 6298). */
export interface AnswerTime {
  readonly meanMs: number;
  readonly deviationMs: number;
}

const WEIGHT = 1 / 8;

export function learnAnswerTime(known: AnswerTime | null, tookMs: number): AnswerTime {
  if (known === null) return { meanMs: tookMs, deviationMs: tookMs / 2 };
  const offMs = Math.abs(tookMs - known.meanMs);
  return {
    meanMs: known.meanMs + WEIGHT * (tookMs - known.meanMs),
    deviationMs: known.deviationMs + WEIGHT * (offMs - known.deviationMs),
  };
}

/**
 * How many batches a call may carry so that it ends within its time. A function sends them side by side; the slower
 * the answers, the fewer, because a server that is slow already gets slower with each further request. Half of the
 * time is kept for answers that take twice as long as expected.
 */
export function batchesInTime(
  known: AnswerTime | null,
  { workMs, most }: { readonly workMs: number; readonly most: number },
): number {
  if (known === null) return most;
  const expectedMs = known.meanMs + 2 * known.deviationMs;
  return Math.max(1, Math.min(most, Math.floor((most * workMs) / 2 / expectedMs)));
}
