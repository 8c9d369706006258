import type { RefusedCells } from '@bulk-records/core';
import type { RetryProblem } from '../state/wanted-repairs.ts';
import { describeHeld, describeTaskProblem } from './history-words.ts';
import { listSome } from './numbers.ts';
import { describeRejectedValue } from './outcome-words.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

/** "Points: “many” is not a number. Write it …" */
export function describeRefusal(
  { said, value }: Pick<RefusedCells, 'said' | 'value'>,
  labelOf: (property: string) => string,
): string {
  return describeRejectedValue(said, value, labelOf);
}

export function describeRetryProblem(problem: RetryProblem): ProblemWords {
  switch (problem.kind) {
    case 'held':
      return describeHeld(problem.untilMs);
    case 'changed':
    case 'not-read':
      return { title: say(`repair.${problem.kind}.title`), body: say(`repair.${problem.kind}.body`) };
    case 'not-noted': {
      const inner = problem.problem;
      const failure = inner.kind === 'failed' ? inner.failure : null;
      const why = describeTaskProblem({ kind: 'problem', runId: '', problem: inner.kind, failure });
      return { title: say('repair.not-noted.title'), body: say('repair.not-noted.body', why) };
    }
  }
}

const ROWS_NAMED = 5;

/** "Row 14", or "10 rows: 14, 34, 54, 74, 94 and 5 more"; of the row numbers at least the first ones. */
export function nameRows(rowNumbers: readonly number[], count: number): string {
  const [first] = rowNumbers;
  if (count === 1 && first !== undefined) return say('flow.headerRowOption', { row: first });
  const named = listSome(rowNumbers.slice(0, ROWS_NAMED), count);
  return say('pair', { name: say('flow.rowCount', { count }), text: named });
}
