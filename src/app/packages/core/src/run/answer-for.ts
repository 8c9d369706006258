import type { BatchAnswer } from '../contract/batch-answer.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { FunctionErrorCode } from '../contract/function-error.ts';
import type { WriteRecordsReply } from '../contract/write-records.ts';
import type { NotSentReason } from '../outcomes/outcome.ts';
import type { StopCause } from './run-state.ts';

/** Codes with which a function says that it sent nothing at all, and why going on is useless. */
export const STOPPING_CODES: Readonly<Partial<Record<FunctionErrorCode, NotSentReason>>> = {
  'bad-request': 'function-refused',
  'not-allowed': 'function-refused',
  'missing-token': 'invalid-token',
  'invalid-token': 'invalid-token',
  'missing-scopes': 'missing-scopes',
  'unknown-object-type': 'unknown-object-type',
};

/** What a reply says about one batch. A batch it does not name, like a reply that never came, is silence. */
export function answerFor(
  batchId: string,
  answer: FunctionAnswer<WriteRecordsReply>,
  nowMs: number,
): BatchAnswer | StopCause {
  const silence = (message: string): BatchAnswer => ({
    kind: 'no-answer',
    cause: 'unreadable',
    message,
    sentAt: nowMs,
    receivedAt: nowMs,
    rate: {},
  });
  if (answer.kind === 'no-reply') return silence(answer.message);
  const { reply } = answer;
  if (reply.ok) {
    return (
      reply.batches.find((batch) => batch.batchId === batchId)?.answer ??
      silence('The reply left the batch out')
    );
  }
  const reason = STOPPING_CODES[reply.error.code];
  return reason ? { reason, detail: reply.error.message } : silence(reply.error.message);
}
