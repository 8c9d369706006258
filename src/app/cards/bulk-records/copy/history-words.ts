import { OUTCOME_KINDS, shortDigest, type JournalFailure, type RunSummary } from '@bulk-records/core';
import type { HistoryEntry, HistoryTask } from '../state/history.ts';
import { formatMoment, listAll } from './numbers.ts';
import { nameOfObject } from './object-words.ts';
import { describeReadFailure } from './review-words.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

export function nameOfState({ state, undoes }: RunSummary): string {
  return say(undoes === null ? `state.${state}` : `undoState.${state}`);
}

/** "Only update existing records · contacts · 12 Mar 2026, 10:21, Ada · Plan 1a2b3c4d" */
export function describeEntry({ summary }: HistoryEntry): string {
  if (summary === null) return say('history.unknownRun');
  const { objectType, startedBy } = summary;
  const run = {
    operation: say(`operation.${summary.operation}`),
    objectType: nameOfObject(objectType),
    moment: formatMoment(summary.startedAt),
    plan: say('review.digest', { digest: shortDigest(summary) }),
  };
  return startedBy === '' ? say('entry.run', run) : say('entry.runBy', { ...run, who: startedBy });
}

/** "820 created, 12 rejected of 1,143 rows" */
export function describeSummaryCounts({ counts, rowCount }: RunSummary): string {
  return describeCounts(counts, rowCount);
}

export function describeCounts(counts: RunSummary['counts'], rowCount: number): string {
  const terms = OUTCOME_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [say(`outcomeCount.${kind}`, { count })];
  });
  const rows = say('flow.rowCount', { count: rowCount });
  return terms.length === 0 ? rows : say('entry.counts', { counts: listAll(terms), rows });
}

/** Why a run has no journal, and what that means for it. */
export function describeJournalFailure(failure: JournalFailure): ProblemWords {
  const isScope = failure.kind === 'said' && failure.error.code === 'missing-scopes';
  return {
    title: say('journal.title'),
    body: isScope ? say('journal.missingScope') : say('journal.body', describeReadFailure(failure)),
  };
}

export function describeTaskProblem(task: Extract<HistoryTask, { kind: 'problem' | 'held' }>): ProblemWords {
  if (task.kind === 'held') return describeHeld(task.untilMs);
  const { problem } = task;
  if (problem === 'failed' && task.failure !== null) return describeReadFailure(task.failure);
  return { title: say(`task.${problem}.title`), body: say(`task.${problem}.body`) };
}

/** Somebody else runs the plan. */
export function describeHeld(untilMs: number): ProblemWords {
  return { title: say('history.heldTitle'), body: say('history.heldBody', { until: formatMoment(untilMs) }) };
}
