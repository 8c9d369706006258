import { OUTCOME_KINDS, type Outcome, type OutcomeKind } from './outcome.ts';

export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

export const NO_OUTCOMES: OutcomeCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  archived: 0,
  rejected: 0,
  conflict: 0,
  skipped: 0,
  'not-sent': 0,
  unknown: 0,
};

/** How many rows ended in each way. Their sum is the number of outcomes. */
export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
  const counts: Record<OutcomeKind, number> = { ...NO_OUTCOMES };
  for (const { kind } of outcomes) counts[kind] += 1;
  return counts;
}

/** The left side of the equation shown to the admin: it must equal the number of rows. */
export function sumCounts(counts: OutcomeCounts): number {
  return OUTCOME_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
}

/** Kinds that `other` does not name count as none. */
export function addCounts(
  one: OutcomeCounts,
  other: Readonly<Partial<Record<OutcomeKind, number>>>,
): OutcomeCounts {
  const sum: Record<OutcomeKind, number> = { ...NO_OUTCOMES };
  for (const kind of OUTCOME_KINDS) sum[kind] = one[kind] + (other[kind] ?? 0);
  return sum;
}
