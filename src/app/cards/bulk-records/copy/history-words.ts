import { OUTCOME_KINDS, type JournalFailure, type RunSummary } from '@bulk-records/core';
import type { HistoryEntry, HistoryTask } from '../state/history.ts';
import { OPERATION_OPTIONS } from './flow-words.ts';
import { countOf, formatCount, formatMoment } from './numbers.ts';
import { OUTCOME_NAMES } from './outcome-words.ts';
import { describeReadFailure } from './review-words.ts';

export const HISTORY_WORDS = {
  title: 'Latest runs',
  loading: 'Looking for earlier runs',
  none: 'No run has been kept yet.',
  run: 'Run',
  state: 'How it stands',
  actions: 'What to do',
  open: 'Show outcomes',
  resume: 'Go on with the rest',
  undo: 'Undo',
  forget: 'Forget',
  opening: 'Opening the run',
  undoing: 'Reading what HubSpot holds now, to undo the run',
  forgetting: 'Deleting the journal of the run',
  unknownRun: 'A run of an earlier time; open it to see more.',
  leftBehindTitle: 'A run was left half-way',
  leftBehindBody: 'Open the card to go on with it or to undo it.',
  undoTitle: 'This plan takes an earlier run back',
  heldTitle: 'This plan is being run in another tab or by somebody else',
  heldBody: (until: string) =>
    `Nothing was written here. Wait until that run has ended, at the latest until ${until}, then press the button again.`,
} as const;

const STATES: Readonly<Record<RunSummary['state'], string>> = {
  running: 'Running, or its tab was closed',
  stopped: 'Stopped half-way',
  finished: 'Finished',
};

export function nameOfState({ state, undoes }: RunSummary): string {
  return undoes === null ? STATES[state] : `Undo · ${STATES[state].toLowerCase()}`;
}

/** "Only update existing records · contacts · 12 Mar 2026, 10:21, Ada" */
export function describeEntry({ summary }: HistoryEntry): string {
  if (summary === null) return HISTORY_WORDS.unknownRun;
  const operation = OPERATION_OPTIONS.find(({ value }) => value === summary.operation)?.label ?? '';
  const who = summary.startedBy === '' ? '' : `, ${summary.startedBy}`;
  return `${operation} · ${summary.objectType} · ${formatMoment(summary.startedAt)}${who}`;
}

/** "820 created, 12 rejected of 1,143 rows" */
export function describeSummaryCounts({ counts, rowCount }: RunSummary): string {
  const terms = OUTCOME_KINDS.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${OUTCOME_NAMES[kind].toLowerCase()}`];
  });
  const rows = countOf(rowCount, 'row', 'rows');
  return terms.length === 0 ? rows : `${terms.join(', ')} of ${rows}`;
}

interface Words {
  readonly title: string;
  readonly body: string;
}

/** Why a run has no journal, and what that means for it. */
export function describeJournalFailure(failure: JournalFailure): Words {
  const isScope = failure.kind === 'said' && failure.error.code === 'missing-scopes';
  const { title, body } = describeReadFailure(failure);
  return {
    title: 'This run is not kept: it cannot be taken up again after the tab is closed',
    body: isScope
      ? 'The app lacks the scope files. A super admin can add it to the app and install it again. Keep this tab open until the run is finished; copy the outcomes before you close it.'
      : `${title}. ${body} Keep this tab open until the run is finished.`,
  };
}

export function describeTaskProblem(task: Extract<HistoryTask, { kind: 'problem' }>): Words {
  switch (task.problem) {
    case 'absent':
      return {
        title: 'The journal of this run is gone',
        body: 'It was deleted, or its time is over. What the run wrote is in HubSpot.',
      };
    case 'unreadable':
      return {
        title: 'The journal of this run cannot be trusted',
        body: 'A file of it was changed or is missing. The run can be neither taken up nor undone from here.',
      };
    case 'failed':
      return task.failure === null
        ? { title: 'The properties of the object could not be read', body: 'Try again in a moment.' }
        : describeReadFailure(task.failure);
  }
}
