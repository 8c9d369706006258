import type { BatchAnswer } from '../contract/batch-answer.ts';

/** Batches in a row that got no answer, and since when. */
export interface Silence {
  readonly sinceMs: number;
  readonly batchCount: number;
}

export function silenceAfter(silence: Silence | null, answer: BatchAnswer, nowMs: number): Silence | null {
  switch (answer.kind) {
    case 'no-answer':
      return { sinceMs: silence?.sinceMs ?? nowMs, batchCount: (silence?.batchCount ?? 0) + 1 };
    case 'not-sent':
      return silence;
    case 'answered':
    case 'accepted':
    case 'refused':
      return null;
  }
}

/** Fewer silent batches in a row may be their own fault; so many are HubSpot's. */
const OUTAGE_BATCHES = 3;

/**
 * Whether HubSpot seems to be down. Then one batch at a time asks for it: each that gets no answer may leave its rows
 * unknown for good.
 */
export function isOutage(silence: Silence | null): boolean {
  return silence !== null && silence.batchCount >= OUTAGE_BATCHES;
}

const SHORTEST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const LONGEST_OUTAGE_MS = 120_000;

/** How long nothing is sent in an outage: as long as it has lasted. null: it has lasted too long to go on. */
export function outagePauseMs({ sinceMs }: Silence, nowMs: number): number | null {
  const lastedMs = nowMs - sinceMs;
  if (lastedMs >= LONGEST_OUTAGE_MS) return null;
  return Math.min(Math.max(lastedMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}
