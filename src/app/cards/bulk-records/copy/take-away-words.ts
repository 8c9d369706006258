import type { FiledReport } from '../ports/run-keeper.ts';
import { describeReadFailure } from './review-words.ts';
import { say } from './say.ts';
import type { ProblemWords } from './workbook-words.ts';

/** Why a report was not filed; copying it works all the same. */
export function describeFilingProblem(filed: Exclude<FiledReport, { kind: 'filed' }>): ProblemWords {
  if (filed.kind === 'too-large') {
    return { title: say('takeAway.too-large.title'), body: say('takeAway.too-large.body') };
  }
  const { failure } = filed;
  if (failure.kind === 'said' && failure.error.code === 'missing-scopes') {
    return { title: say('takeAway.scope.title'), body: say('takeAway.scope.body') };
  }
  return {
    title: say('takeAway.failed.title'),
    body: say('takeAway.failed.body', describeReadFailure(failure)),
  };
}
