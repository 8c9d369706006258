import type { BatchAnswer } from '@bulk-records/core/contract';
import type { Deadline } from '../deadline.ts';
import { inParallel } from '../in-parallel.ts';

/** HubSpot locks records under too many parallel writes (error-handling guide, 423). */
const MAX_PARALLEL = 5;

/** A full batch may take that long; a time-out would make its outcome unknown, so it is rather sent later. */
const MIN_SEND_MS = 2500;

export interface Sending<Batch> {
  readonly batches: readonly Batch[];
  readonly workMs: number;
  /** The call's allowance; batches beyond it are not sent. */
  readonly maxRequests: number;
  readonly deadline: Deadline;
  /** Never rejects. */
  send(batch: Batch, timeoutMs: number): Promise<BatchAnswer>;
}

/**
 * Sends batches side by side and answers for each, in their order. None is started when too little time is left,
 * nor once one was refused in a way that waits for all, nor beyond the allowance: what was not started is `not-sent`.
 */
export async function sendBatches<Batch>(sending: Sending<Batch>): Promise<readonly BatchAnswer[]> {
  let isRefused = false;
  let started = 0;
  return inParallel(sending.batches, MAX_PARALLEL, async (batch) => {
    if (isRefused) return notSent('refusal');
    if (started >= sending.maxRequests) return notSent('allowance');
    started += 1;
    const answer = await sendInTime(sending, batch);
    if (stopsOthers(answer)) isRefused = true;
    return answer;
  });
}

async function sendInTime<Batch>(sending: Sending<Batch>, batch: Batch): Promise<BatchAnswer> {
  const remainingMs = sending.deadline.remainingMs();
  // A short call still gets its first half to begin requests in, or it would never send anything.
  const neededMs = Math.min(MIN_SEND_MS, sending.workMs / 2);
  return remainingMs < neededMs ? notSent('deadline') : sending.send(batch, remainingMs);
}

/** A wrong token, a missing scope and a used-up rate would meet every other batch of the call alike. */
function stopsOthers(answer: BatchAnswer): boolean {
  return answer.kind === 'refused' && [401, 403, 429].includes(answer.status);
}

function notSent(reason: 'deadline' | 'refusal' | 'allowance'): BatchAnswer {
  return { kind: 'not-sent', reason };
}
