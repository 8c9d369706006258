import { MAX_REPLY_BYTES } from '@bulk-records/core/contract';
import type { BatchAnswer } from '@bulk-records/core/contract';

export interface AnsweredBatchId {
  readonly batchId: string;
  readonly answer: BatchAnswer;
}

/**
 * Keeps a reply under HubSpot's limit: an oversized reply would lose the evidence of ALL its batches. The largest
 * answers give way first, as "unreadable": their rows are then settled by reading them back.
 */
export function fitReply(
  batches: readonly AnsweredBatchId[],
  maxBytes: number = MAX_REPLY_BYTES,
): readonly AnsweredBatchId[] {
  const sizes = batches.map((batch) => byteLength(batch));
  let overBytes = sizes.reduce((sum, bytes) => sum + bytes, 0) - maxBytes;
  const givenUp = new Set<number>();
  for (const index of sizes.map((_, place) => place).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))) {
    if (overBytes <= 0) break;
    givenUp.add(index);
    overBytes -= sizes[index] ?? 0;
  }
  return batches.map((batch, index) => (givenUp.has(index) ? giveUp(batch) : batch));
}

function giveUp(batch: AnsweredBatchId): AnsweredBatchId {
  const { batchId, answer } = batch;
  switch (answer.kind) {
    case 'answered': {
      const { status, sentAt, receivedAt, rate } = answer;
      const message = 'The answer was too large to be passed on';
      return {
        batchId,
        answer: { kind: 'no-answer', cause: 'unreadable', status, message, sentAt, receivedAt, rate },
      };
    }
    case 'refused': {
      const { category, message, correlationId } = answer.error;
      return {
        batchId,
        answer: { ...answer, error: { category, message, correlationId, context: {}, errors: [] } },
      };
    }
    case 'accepted':
    case 'no-answer':
    case 'not-sent':
      return batch;
  }
}

function byteLength(batch: AnsweredBatchId): number {
  return Buffer.byteLength(JSON.stringify(batch), 'utf8');
}
