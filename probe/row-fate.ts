import { describeAnswer } from './decode-batch-answer.ts';
import type { BatchAnswer, ErrorEntry, ResultRecord } from './decode-batch-answer.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

/** What became of the only row of a batch. */
export type RowFate =
  | { readonly kind: 'written'; readonly record: ResultRecord }
  | { readonly kind: 'rejected'; readonly error: Omit<ErrorEntry, 'context'> }
  | { readonly kind: 'silent' };

export function fateOf(answer: BatchAnswer): RowFate {
  if (answer.kind === 'refused') return { kind: 'rejected', error: answer };
  if (answer.kind === 'empty') throw unexpected(answer);
  const [record] = answer.results;
  const [error] = answer.errors;
  if (answer.results.length + answer.errors.length > 1) throw unexpected(answer);
  if (record !== undefined) return { kind: 'written', record };
  return error === undefined ? { kind: 'silent' } : { kind: 'rejected', error };
}

/** The only row was taken or not; a refusal counts only for the reason asked about. */
export function isTaken(answer: BatchAnswer, reason = /^(VALIDATION_ERROR|CONFLICT)$/): boolean {
  const fate = fateOf(answer);
  if (fate.kind === 'written') return true;
  if (fate.kind === 'rejected' && reason.test(fate.error.category)) return false;
  throw unexpected(answer);
}

export function unexpected(answer: BatchAnswer): UnexpectedAnswer {
  return new UnexpectedAnswer(describeAnswer(answer));
}
