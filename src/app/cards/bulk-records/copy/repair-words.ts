import type { RefusedCells } from '@bulk-records/core';
import type { RetryProblem } from '../state/wanted-repairs.ts';
import { describeTaskProblem, HISTORY_WORDS } from './history-words.ts';
import { countOf, formatMoment } from './numbers.ts';
import { describeRejectedValue } from './outcome-words.ts';

export const REPAIR_WORDS = {
  title: 'What HubSpot refused, and how to repair it',
  refused: 'Refused',
  takeBack: 'Take the fix back',
  leaveColumnOut: 'Leave the column out',
  unreadableFix: 'This is no value of the property. Take the fix back and choose another one.',
  updateInstead: 'Update the existing record instead',
  doNotUpdate: 'Leave as conflict',
  updateAll: (count: number) => `Update the existing records instead (${countOf(count, 'row', 'rows')})`,
  doNotUpdateAll: 'Leave all as conflicts',
  conflicts: (count: number) =>
    `${countOf(count, 'row is', 'rows are')} about records that exist already. An update writes only the cells that differ.`,
  retry: (count: number) => `Retry ${countOf(count, 'fixed row', 'fixed rows')}`,
  settle: (count: number) => `Look up ${countOf(count, 'unknown row', 'unknown rows')} again`,
  settleNote:
    'Reads the records again. What was not written is sent now; what was written is not written twice.',
  notKept:
    'The journal of this run is incomplete, so rows are not run again from here: one might be written twice. Copy the failures and paste them as a new run.',
} as const;

/** "Points: “many” is not a number. Write it …" */
export function describeRefusal(
  { said, value }: Pick<RefusedCells, 'said' | 'value'>,
  labelOf: (property: string) => string,
): string {
  return describeRejectedValue(said, value, labelOf);
}

export function describeRetryProblem(problem: RetryProblem): {
  readonly title: string;
  readonly body: string;
} {
  switch (problem.kind) {
    case 'held':
      return { title: HISTORY_WORDS.heldTitle, body: HISTORY_WORDS.heldBody(formatMoment(problem.untilMs)) };
    case 'changed':
      return {
        title: 'Somebody else has gone on with this run',
        body: 'Nothing was written here. The outcomes below are how it stands now; look at them and choose again.',
      };
    case 'not-read':
      return {
        title: 'The existing records could not be read',
        body: 'Nothing was written. Try again in a moment.',
      };
    case 'not-noted': {
      const inner = problem.problem;
      const failure = inner.kind === 'failed' ? inner.failure : null;
      const { title, body } = describeTaskProblem({
        kind: 'problem',
        runId: '',
        problem: inner.kind,
        failure,
      });
      return {
        title: 'Nothing was written: the journal of this run could not be kept',
        body: `${title}. ${body}`,
      };
    }
  }
}
