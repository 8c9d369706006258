import type { BatchAnswer } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { fitReply } from './fit-reply.ts';

function answered(value: string): BatchAnswer {
  const results = [{ id: '7', properties: { notes: value }, archived: false, warnings: [] }];
  return {
    kind: 'answered',
    status: 200,
    body: { status: 'COMPLETE', results, errors: [] },
    sentAt: 1,
    receivedAt: 2,
    rate: {},
  };
}

const small = { batchId: 'small', answer: answered('x') };
const large = { batchId: 'large', answer: answered('x'.repeat(5000)) };

describe('fitReply', () => {
  it('changes nothing that fits', () => {
    expect(fitReply([small, large], 100_000)).toEqual([small, large]);
  });

  it('gives up the largest answer as unreadable, so that its rows are read back', () => {
    const fitted = fitReply([large, small], 2000);
    expect(fitted[0]).toMatchObject({
      batchId: 'large',
      answer: { kind: 'no-answer', cause: 'unreadable', status: 200 },
    });
    expect(fitted[1]).toEqual(small);
  });

  it('keeps the order and every batch', () => {
    const batches = ['a', 'b', 'c'].map((batchId) => ({ batchId, answer: answered('x'.repeat(3000)) }));
    expect(fitReply(batches, 4000).map(({ batchId }) => batchId)).toEqual(['a', 'b', 'c']);
  });

  it('strips a refusal of its details, but stays a refusal', () => {
    const error = {
      category: 'VALIDATION_ERROR',
      message: 'no',
      context: { ids: ['1'.repeat(5000)] },
      errors: [],
    };
    const refused: BatchAnswer = { kind: 'refused', status: 400, error, sentAt: 1, receivedAt: 2, rate: {} };
    expect(fitReply([{ batchId: 'a', answer: refused }], 1000)).toMatchObject([
      {
        answer: {
          kind: 'refused',
          status: 400,
          error: { category: 'VALIDATION_ERROR', message: 'no', context: {} },
        },
      },
    ]);
  });
});
