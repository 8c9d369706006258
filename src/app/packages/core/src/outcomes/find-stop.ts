import type { Outcome } from './outcome.ts';

/** The first row that a stopped run left unsent. A single row that could not be read again stops no run. */
export function findStop(outcomes: readonly Outcome[]): Extract<Outcome, { kind: 'not-sent' }> | null {
  for (const outcome of outcomes) {
    if (outcome.kind === 'not-sent' && outcome.reason !== 'not-rechecked') return outcome;
  }
  return null;
}
