import type { NotSentReason, Outcome, UnknownReason } from '@bulk-records/core';
import { isBad, ROWS } from './fault-jobs.ts';
import { isWritten } from './find-run-faults.ts';
import type { StruckRun } from './strike-run.ts';

const NOT_SENT_WORDS: Readonly<Partial<Record<NotSentReason, string>>> = {
  'daily-limit': 'the day’s limit',
  migrating: 'the portal is being moved',
  'hubspot-unreachable': 'no answer for two minutes',
  'not-understood': 'HubSpot can’t read the request',
  'invalid-token': 'the token',
  'missing-scopes': 'the scope',
};

const UNKNOWN_WORDS: Readonly<Partial<Record<UnknownReason, string>>> = {
  'no-key-to-read-back': 'no key to look it up by',
  'answer-silent': 'not named, and no key to look it up by',
  'read-back-failed': 'reading is refused too',
};

const GOOD_ROWS = Array.from({ length: ROWS }, (_, slot) => slot).filter((slot) => !isBad(slot)).length;

/** One cell of the table: what became of the rows when the first, a middle and the last request was struck. */
export function describeRuns(runs: readonly StruckRun[]): string {
  const written = runs.map(({ outcomes }) => outcomes.filter(isWritten).length);
  const isComplete = written.every((count) => count === GOOD_ROWS);
  const parts = [
    isComplete ? 'all written' : `${inOrder(written)} written`,
    ...describeReasons(runs, 'unknown', UNKNOWN_WORDS),
    ...describeReasons(runs, 'not-sent', NOT_SENT_WORDS),
  ];
  return `${parts.join(', ')} · ${inOrder(runs.map(({ requestCount }) => requestCount))}`;
}

type Reasoned = Extract<Outcome, { kind: 'unknown' | 'not-sent' }>;

function describeReasons(
  runs: readonly StruckRun[],
  kind: Reasoned['kind'],
  words: Readonly<Partial<Record<string, string>>>,
): readonly string[] {
  const ofKind = runs.map(({ outcomes }) =>
    outcomes.flatMap((outcome) => (outcome.kind === kind ? [outcome.reason] : [])),
  );
  const reasons = [...new Set(ofKind.flat())];
  return reasons.map((reason) => {
    const counts = ofKind.map((met) => met.filter((each) => each === reason).length);
    return `${inOrder(counts)} ${kind === 'unknown' ? 'unknown' : 'not sent'} (${words[reason] ?? reason})`;
  });
}

/** One number where it does not matter which request was struck. */
function inOrder(counts: readonly number[]): string {
  return [...new Set(counts)].length === 1 ? String(counts[0]) : counts.join(' / ');
}
