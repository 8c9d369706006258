import { batchAnswerSchema, decodeWith, UNREACHED_STATUSES } from '@bulk-records/core/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBatchAnswer } from './batch-answer.ts';
import type { Response } from './http-answer.ts';

function respond(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return {
    kind: 'response',
    status,
    headers: new Map(Object.entries(headers)),
    body: { kind: 'text', text },
    sentAt: 1000,
    receivedAt: 1250,
  };
}

const complete = JSON.stringify({ status: 'COMPLETE', results: [{ id: '7', properties: { city: 'Bonn' } }] });
const html = '<html><body>Not here</body></html>';
const rateLimited =
  '{"status":"error","message":"You have reached your ten_secondly_rolling limit.","policyName":"TEN_SECONDLY_ROLLING"}';

describe('toBatchAnswer', () => {
  it.each([200, 201, 207])('takes a readable body with %d as an answer', (status) => {
    const answer = toBatchAnswer(respond(status, complete));
    expect(answer).toMatchObject({ kind: 'answered', status, sentAt: 1000, receivedAt: 1250 });
    expect(answer.kind === 'answered' && answer.body.results[0]).toMatchObject({
      id: '7',
      properties: { city: 'Bonn' },
    });
  });

  it('keeps the error entries that come with a 200', () => {
    const body = {
      status: 'COMPLETE',
      results: [],
      errors: [{ status: 'error', message: 'no', context: { ids: ['1'] } }],
    };
    const answer = toBatchAnswer(respond(200, JSON.stringify(body)));
    expect(answer.kind === 'answered' && answer.body.errors).toMatchObject([
      { message: 'no', context: { ids: ['1'] } },
    ]);
  });

  it('takes 204 as accepted', () => {
    expect(toBatchAnswer(respond(204, ''))).toMatchObject({ kind: 'accepted', status: 204 });
  });

  it.each([400, 401, 403, 404, 409, 414, 415, 423, 429, 477])('takes %d as a refusal', (status) => {
    const answer = toBatchAnswer(respond(status, '{"message":"no","category":"X"}'));
    expect(answer).toMatchObject({ kind: 'refused', status, error: { message: 'no', category: 'X' } });
  });

  it.each(['', html, '{"mess', '[]', 'null', '"text"'])(
    'takes a 404 with the body %j as a refusal too',
    (text) => {
      const answer = toBatchAnswer(respond(404, text));
      expect(answer).toMatchObject({ kind: 'refused', status: 404 });
      expect(answer.kind === 'refused' && answer.error.message).toMatch(/^HubSpot answered 404; /);
    },
  );

  it('takes a refusal whose body broke off as a refusal', () => {
    const cut: Response = { ...respond(400, ''), body: { kind: 'cut', cause: 'connection' } };
    expect(toBatchAnswer(cut)).toMatchObject({ kind: 'refused', status: 400 });
  });

  it('tells how long to wait after a 429', () => {
    expect(toBatchAnswer(respond(429, rateLimited, { 'retry-after': '3' }))).toMatchObject({
      kind: 'refused',
      retryAfterMs: 3000,
      error: { policyName: 'TEN_SECONDLY_ROLLING' },
    });
  });

  it.each([521, 523, 525, 526])('takes %d, which never reached HubSpot, for a refusal', (status) => {
    expect(toBatchAnswer(respond(status, html))).toMatchObject({ kind: 'refused', status });
  });

  it.each([408, 500, 502, 503, 504, 520, 522, 524])('leaves open what %d did', (status) => {
    expect(toBatchAnswer(respond(status, html))).toMatchObject({
      kind: 'no-answer',
      cause: 'server-error',
      status,
    });
  });

  it('names the correlation id of a server error', () => {
    const answer = toBatchAnswer(respond(500, '{"message":"x","correlationId":"aeb5f871"}'));
    expect(answer).toMatchObject({ message: 'HubSpot answered 500 (correlation id aeb5f871)' });
  });

  it.each([
    '',
    html,
    complete.slice(0, 20),
    '{}',
    '{"status":"COMPLETE"}',
    '{"status":"DONE","results":[]}',
    'null',
  ])('leaves open what a 200 with the body %j did', (text) => {
    expect(toBatchAnswer(respond(200, text))).toMatchObject({
      kind: 'no-answer',
      cause: 'unreadable',
      status: 200,
    });
  });

  it.each(['timeout', 'connection'] as const)(
    'leaves open what a 200 did whose body was lost by %s',
    (cause) => {
      const cut: Response = { ...respond(200, ''), body: { kind: 'cut', cause } };
      expect(toBatchAnswer(cut)).toMatchObject({ kind: 'no-answer', cause, status: 200 });
    },
  );

  it('passes on that nothing came back', () => {
    const lost = { kind: 'no-answer', cause: 'timeout', message: 'late', sentAt: 1, receivedAt: 2 } as const;
    expect(toBatchAnswer(lost)).toEqual({ ...lost, rate: {} });
  });

  it('reports the rate of refusals as well', () => {
    const answer = toBatchAnswer(respond(429, rateLimited, { 'x-hubspot-ratelimit-remaining': '0' }));
    expect(answer).toMatchObject({ rate: { remaining: 0 } });
  });

  it('keeps to the contract whatever status and text come', () => {
    const anyText = fc.oneof(fc.string(), fc.json(), fc.constant(complete), fc.constant(html));
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), anyText, (status, text) => {
        const answer = toBatchAnswer(respond(status, text));
        expect(decodeWith(batchAnswerSchema, JSON.parse(JSON.stringify(answer)))).toMatchObject({ ok: true });
      }),
    );
  });

  it('calls nothing refused that may have been written', () => {
    const mayHaveWritten = fc
      .integer({ min: 500, max: 599 })
      .filter((status) => !UNREACHED_STATUSES.includes(status));
    fc.assert(
      fc.property(mayHaveWritten, fc.json(), (status, text) => {
        expect(toBatchAnswer(respond(status, text)).kind).toBe('no-answer');
      }),
    );
  });
});
