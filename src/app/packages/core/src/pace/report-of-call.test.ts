import { describe, expect, it } from 'vitest';
import type { BatchAnswer } from '../contract/batch-answer.ts';
import type { WriteRecordsReply } from '../contract/write-records.ts';
import { makeRequestError } from '../testing/bodies.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import { reportOfRead, reportOfWrite } from './report-of-call.ts';

const when = { sentAt: 1, receivedAt: 2, rate: { remaining: 7 } };
const accepted: BatchAnswer = { kind: 'accepted', status: 204, ...when };
const refused: BatchAnswer = { kind: 'refused', status: 429, error: makeRequestError({}), ...when };
const lost: BatchAnswer = { kind: 'no-answer', cause: 'timeout', message: '', ...when };
const notSent: BatchAnswer = { kind: 'not-sent', reason: 'deadline' };
const NO_REPLY = { kind: 'no-reply', message: 'gone' } as const;

function reply(...answers: readonly BatchAnswer[]): FunctionAnswer<WriteRecordsReply> {
  const batches = answers.map((answer, index) => ({ batchId: `b${index}`, answer }));
  return { kind: 'reply', reply: { ok: true, batches } };
}

describe('what the pacer hears of a write call', () => {
  it('is each request that was made, with its status', () => {
    expect(reportOfWrite(reply(accepted, refused, lost, notSent), ['b0', 'b1', 'b2', 'b3'])).toEqual({
      kind: 'told',
      requests: [{ status: 204, ...when }, { status: 429, ...when }, when],
      unknownRequests: 0,
    });
  });

  it('is that a batch the reply leaves out may have been sent', () => {
    expect(reportOfWrite(reply(notSent), ['b0', 'b1'])).toEqual({
      kind: 'told',
      requests: [],
      unknownRequests: 1,
    });
  });

  it.each([
    ['a call nobody answered', NO_REPLY],
    ['a call that sent nothing', reply(notSent, notSent)],
  ])('is silence for %s', (_, answer) => {
    expect(reportOfWrite(answer, ['b0', 'b1'])).toEqual({ kind: 'silent' });
  });
});

describe('what the pacer hears of a read call', () => {
  const permit = { id: 1, requests: 3, since: 0 };

  it('is each request that was made', () => {
    const requests = [when];
    const read = { ok: true as const, records: [], missingIds: [], unreadIds: [], requests };
    expect(reportOfRead({ kind: 'reply', reply: read }, permit)).toEqual({
      kind: 'told',
      requests,
      unknownRequests: 0,
    });
  });

  it('is that a call HubSpot refused may have made all its requests', () => {
    const error = { code: 'rate-limited' as const, message: '', retryable: true, scopes: [] };
    expect(reportOfRead({ kind: 'reply', reply: { ok: false, error } }, permit)).toEqual({
      kind: 'told',
      requests: [],
      unknownRequests: 3,
    });
  });

  it('is silence when nobody answered', () => {
    expect(reportOfRead(NO_REPLY, permit)).toEqual({ kind: 'silent' });
  });
});
