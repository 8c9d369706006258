import type { WriteRecordsReply, WriteRecordsRequest } from '@bulk-records/core/contract';
import { startDeadline } from '../deadline.ts';
import { toBatchAnswer } from '../hubspot/batch-answer.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { batchPath } from '../hubspot/paths.ts';
import { fitReply } from './fit-reply.ts';
import { sendBatches } from './send-batches.ts';
import { trimAnswer } from './trim-answer.ts';
import { makeWriteBody } from './write-body.ts';

/** Sends each batch once, if time allows, and answers for every batch of the request in the request's order. */
export async function answerWrite(
  request: WriteRecordsRequest,
  client: HubSpotClient,
): Promise<WriteRecordsReply> {
  const { operation, workMs, maxRequests, batches } = request;
  const path = batchPath(request.apiVersion, request.objectType, operation);
  const answers = await sendBatches({
    batches,
    workMs,
    maxRequests,
    deadline: startDeadline(workMs),
    send: async ({ inputs }, timeoutMs) => {
      const body = makeWriteBody(operation, inputs);
      return trimAnswer(toBatchAnswer(await client.send({ method: 'POST', path, body, timeoutMs })), inputs);
    },
  });
  const answered = batches.map(({ batchId }, index) => ({
    batchId,
    answer: answers[index] ?? { kind: 'not-sent' as const, reason: 'deadline' as const },
  }));
  return { ok: true, batches: [...fitReply(answered)] };
}
