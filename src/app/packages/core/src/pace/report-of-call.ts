import type { BatchAnswer, RequestReport } from '../contract/batch-answer.ts';
import type { Failure } from '../contract/function-error.ts';
import type { ReadRecordsReply } from '../contract/read-records.ts';
import type { WriteRecordsReply } from '../contract/write-records.ts';
import type { CallReport, Permit } from './pacer.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';

const SILENT: CallReport = { kind: 'silent' };

/**
 * What the pacer is told of a write call. One that sent nothing at all counts as silent: a function that never gets
 * round to it must not go on for ever.
 */
export function reportOfWrite(
  answer: FunctionAnswer<WriteRecordsReply>,
  batchIds: readonly string[],
): CallReport {
  if (answer.kind === 'no-reply' || !answer.reply.ok) return SILENT;
  const named = answer.reply.batches.filter(({ batchId }) => batchIds.includes(batchId));
  const requests = named.flatMap((batch) => reportOfBatch(batch.answer));
  const unknownRequests = batchIds.length - named.length;
  return requests.length + unknownRequests === 0 ? SILENT : { kind: 'told', requests, unknownRequests };
}

function reportOfBatch(answer: BatchAnswer): readonly RequestReport[] {
  if (answer.kind === 'not-sent') return [];
  const { sentAt, receivedAt, rate } = answer;
  return [{ sentAt, receivedAt, rate, ...(answer.status === undefined ? {} : { status: answer.status }) }];
}

/** The same for a read call. */
export function reportOfRead(answer: FunctionAnswer<ReadRecordsReply>, permit: Permit): CallReport {
  return reportOfAnswer(answer, permit, ({ requests }) => requests);
}

/**
 * The same for any call whose reply lists its requests. A failure means that HubSpot answered no request well; the
 * function itself works.
 */
export function reportOfAnswer<Reply extends { readonly ok: true }>(
  answer: FunctionAnswer<Reply | Failure>,
  { requests: permitted }: Permit,
  requestsOf: (reply: Reply) => readonly RequestReport[],
): CallReport {
  if (answer.kind === 'no-reply') return SILENT;
  if (!answer.reply.ok) return { kind: 'told', requests: [], unknownRequests: permitted };
  const requests = requestsOf(answer.reply);
  return requests.length === 0 ? SILENT : { kind: 'told', requests, unknownRequests: 0 };
}
