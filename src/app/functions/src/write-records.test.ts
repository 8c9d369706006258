import { decodeWith, writeRecordsReplySchema } from '@bulk-records/core/contract';
import type { BatchAnswer } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import type { FakeReply, SeenRequest } from './testing/fake-hubspot.ts';
import { json } from './testing/fake-hubspot.ts';
import { serveFakeHubSpot } from './testing/run-function.ts';
import { main } from './write-records.ts';

function callWith(overrides: object = {}): object {
  const inputs = [
    { objectWriteTraceId: 'r1', id: 'ada@example.org', idProperty: 'email', properties: { city: 'Bonn' } },
  ];
  const parameters = {
    operation: 'upsert',
    objectType: 'contacts',
    apiVersion: '2026-03',
    workMs: 4000,
    maxRequests: 10,
    batches: [{ batchId: 'b1', inputs }],
  };
  return { parameters: { ...parameters, ...overrides } };
}

/** Calls the function and decodes its reply as the card does. */
async function write(overrides: object = {}): Promise<readonly BatchAnswer[]> {
  const decoded = decodeWith(
    writeRecordsReplySchema,
    JSON.parse(JSON.stringify(await main(callWith(overrides)))),
  );
  expect(decoded).toMatchObject({ ok: true, value: { ok: true } });
  return decoded.ok && decoded.value.ok ? decoded.value.batches.map(({ answer }) => answer) : [];
}

const result = {
  id: '7',
  new: true,
  properties: { city: 'Bonn', hs_object_id: '7', hs_score: '1' },
  objectWriteTraceId: 'r1',
};
const complete = json(
  200,
  { status: 'COMPLETE', results: [result] },
  { 'x-hubspot-ratelimit-remaining': '180' },
);

describe('write_records', () => {
  it('sends an upsert as HubSpot wants it', async () => {
    const hubspot = await serveFakeHubSpot(() => complete);
    await write();
    expect(hubspot.requests).toMatchObject([
      {
        method: 'POST',
        path: '/crm/objects/2026-03/contacts/batch/upsert',
        body: {
          inputs: [
            {
              id: 'ada@example.org',
              idProperty: 'email',
              properties: { city: 'Bonn' },
              objectWriteTraceId: 'r1',
            },
          ],
        },
      },
    ]);
  });

  it('returns the evidence of every row and the rate', async () => {
    await serveFakeHubSpot(() => complete);
    expect(await write()).toMatchObject([
      {
        kind: 'answered',
        status: 200,
        body: { results: [{ id: '7', new: true, objectWriteTraceId: 'r1', properties: { city: 'Bonn' } }] },
        rate: { remaining: 180 },
      },
    ]);
  });

  it('answers batches in the order of the request, although HubSpot is slower with the first', async () => {
    await serveFakeHubSpot(async (request) => {
      const isFirst = JSON.stringify(request.body).includes('"1"');
      await new Promise((resolve) => setTimeout(resolve, isFirst ? 60 : 1));
      return isFirst ? json(400, { message: 'no' }) : { kind: 'answer', status: 204, text: '' };
    });
    const batches = ['1', '2'].map((id) => ({
      batchId: `b${id}`,
      inputs: [{ objectWriteTraceId: 't', id }],
    }));
    const answers = await write({ operation: 'archive', batches });
    expect(answers.map((answer) => answer.kind)).toEqual(['refused', 'accepted']);
  });

  it.each<[string, FakeReply, object]>([
    [
      'a 207 with errors',
      json(207, { status: 'COMPLETE', results: [], numErrors: 1, errors: [{ message: 'no' }] }),
      { kind: 'answered' },
    ],
    ['an HTML 404', { kind: 'answer', status: 404, text: '<html>' }, { kind: 'refused', status: 404 }],
    [
      'a 423',
      json(423, { message: 'locked' }, { 'retry-after': '2' }),
      { kind: 'refused', retryAfterMs: 2000 },
    ],
    [
      'a 502 in HTML',
      { kind: 'answer', status: 502, text: '<html>' },
      { kind: 'no-answer', cause: 'server-error' },
    ],
    [
      'half a body',
      { kind: 'break-off', status: 201 },
      { kind: 'no-answer', cause: 'connection', status: 201 },
    ],
    ['a reset', { kind: 'reset' }, { kind: 'no-answer', cause: 'connection' }],
    ['an empty 200', { kind: 'answer', status: 200, text: '' }, { kind: 'no-answer', cause: 'unreadable' }],
    [
      'a 200 in HTML',
      { kind: 'answer', status: 200, text: '<html>' },
      { kind: 'no-answer', cause: 'unreadable' },
    ],
  ])('tells %s apart', async (_, reply, expected) => {
    await serveFakeHubSpot(() => reply);
    expect(await write()).toMatchObject([expected]);
  });

  it('gives up waiting when its time is over, and answers all the same', async () => {
    await serveFakeHubSpot(() => ({ kind: 'hang' }));
    expect(await write({ workMs: 150 })).toMatchObject([{ kind: 'no-answer', cause: 'timeout' }]);
  });

  it('does not wait when HubSpot is out of breath, and does not send the rest', async () => {
    const hubspot = await serveFakeHubSpot(() =>
      json(429, { policyName: 'TEN_SECONDLY_ROLLING' }, { 'retry-after': '10' }),
    );
    const batches = Array.from({ length: 10 }, (_, index) => ({
      batchId: `b${index}`,
      inputs: [{ objectWriteTraceId: 't', id: '1' }],
    }));
    const answers = await write({ operation: 'archive', batches });
    expect(answers.filter((answer) => answer.kind === 'refused')).toHaveLength(hubspot.requests.length);
    expect(hubspot.requests.length).toBeLessThan(10);
    expect(answers.filter((answer) => answer.kind === 'not-sent').length).toBe(10 - hubspot.requests.length);
  });

  it("stays under HubSpot's limit for a reply, however much HubSpot says", async () => {
    const options = 'an allowed option, '.repeat(400);
    const value = {
      message: options,
      localizedErrorMessage: options,
      name: 'country',
      error: 'INVALID_OPTION',
    };
    await serveFakeHubSpot((request) => {
      const errors = inputsOf(request).map(() => ({
        status: 'error',
        category: 'VALIDATION_ERROR',
        message: `Property values were not valid: ${JSON.stringify([value, value, value])}`,
        context: { objectWriteTraceId: ['t'] },
      }));
      return json(207, { status: 'COMPLETE', results: [], errors });
    });
    const inputs = Array.from({ length: 100 }, (_, row) => ({
      objectWriteTraceId: `t${row}`,
      properties: { country: 'x' },
    }));
    const batches = Array.from({ length: 10 }, (_, index) => ({ batchId: `b${index}`, inputs }));
    const reply = await main(callWith({ operation: 'create', batches, workMs: 8000, maxRequests: 10 }));
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(5_900_000);
    expect(reply).toMatchObject({
      ok: true,
      batches: batches.map(({ batchId }) => ({ batchId, answer: { kind: 'answered' } })),
    });
  });
});

function inputsOf(request: SeenRequest): readonly unknown[] {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !('inputs' in body)) return [];
  return Array.isArray(body.inputs) ? body.inputs : [];
}
