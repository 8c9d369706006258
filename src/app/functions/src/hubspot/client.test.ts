import { createServer } from 'node:net';
import { Client } from '@hubspot/api-client';
import { describe, expect, it } from 'vitest';
import type { FakeHubSpot } from '../testing/fake-hubspot.ts';
import { json } from '../testing/fake-hubspot.ts';
import { TEST_TOKEN, serveFakeHubSpot } from '../testing/run-function.ts';
import { createHubSpotClient } from './client.ts';
import type { HubSpotRequest } from './client.ts';

function clientOf(hubspot: Pick<FakeHubSpot, 'baseUrl'>) {
  return createHubSpotClient({ accessToken: TEST_TOKEN, baseUrl: hubspot.baseUrl });
}

const get: HubSpotRequest = { method: 'GET', path: '/crm/owners/2026-03', timeoutMs: 5000 };

describe('the HubSpot client', () => {
  it('sends method, path, query, token and JSON body', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, {}));
    const body = { inputs: [{ id: '1' }] };
    await clientOf(hubspot).send({
      method: 'POST',
      path: '/a/b',
      query: { archived: 'true' },
      body,
      timeoutMs: 5000,
    });
    expect(hubspot.requests).toMatchObject([
      {
        method: 'POST',
        path: '/a/b',
        query: { archived: 'true' },
        authorization: `Bearer ${TEST_TOKEN}`,
        body,
      },
    ]);
  });

  it('returns status, body and headers with names in lower case', async () => {
    const hubspot = await serveFakeHubSpot(() => json(207, { a: 1 }, { 'X-HubSpot-RateLimit-Max': '190' }));
    const answer = await clientOf(hubspot).send(get);
    expect(answer).toMatchObject({ kind: 'response', status: 207, body: { kind: 'text', text: '{"a":1}' } });
    expect(answer.kind === 'response' && answer.headers.get('x-hubspot-ratelimit-max')).toBe('190');
  });

  it('reports refusals and server errors as responses', async () => {
    const hubspot = await serveFakeHubSpot((_, index) => json(index === 0 ? 404 : 502, {}));
    expect(await clientOf(hubspot).send(get)).toMatchObject({ kind: 'response', status: 404 });
    expect(await clientOf(hubspot).send(get)).toMatchObject({ kind: 'response', status: 502 });
  });

  it('gives up when no status comes in time, and closes the connection', async () => {
    const hubspot = await serveFakeHubSpot(() => ({ kind: 'hang' }));
    const answer = await clientOf(hubspot).send({ ...get, timeoutMs: 60 });
    expect(answer).toMatchObject({ kind: 'no-answer', cause: 'timeout' });
    await expect.poll(() => hubspot.abandonedCount()).toBe(1);
  });

  it('keeps the status when the body stalls until the time is over', async () => {
    const hubspot = await serveFakeHubSpot(() => ({ kind: 'stall', status: 200 }));
    const answer = await clientOf(hubspot).send({ ...get, timeoutMs: 300 });
    expect(answer).toMatchObject({ kind: 'response', status: 200, body: { kind: 'cut', cause: 'timeout' } });
  });

  it('keeps the status when the body breaks off', async () => {
    const hubspot = await serveFakeHubSpot(() => ({ kind: 'break-off', status: 201 }));
    const answer = await clientOf(hubspot).send(get);
    expect(answer).toMatchObject({
      kind: 'response',
      status: 201,
      body: { kind: 'cut', cause: 'connection' },
    });
  });

  it('says connection when it is reset before a status', async () => {
    const hubspot = await serveFakeHubSpot(() => ({ kind: 'reset' }));
    const answer = await clientOf(hubspot).send(get);
    expect(answer).toMatchObject({
      kind: 'no-answer',
      cause: 'connection',
      message: 'The connection failed (UND_ERR_SOCKET)',
    });
  });

  it('does not follow a redirect, to which the token would go along', async () => {
    const hubspot = await serveFakeHubSpot(() => ({
      kind: 'answer',
      status: 302,
      text: '',
      headers: { location: '/elsewhere' },
    }));
    expect(await clientOf(hubspot).send(get)).toMatchObject({ kind: 'response', status: 302 });
    expect(hubspot.requests).toHaveLength(1);
  });

  it('says connection when nobody listens', async () => {
    const answer = await clientOf({ baseUrl: await closedAddress() }).send(get);
    expect(answer).toMatchObject({ kind: 'no-answer', cause: 'connection' });
  });

  it('keeps no connection for a later call, which might find it dead', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, {}));
    await clientOf(hubspot).send(get);
    expect(hubspot.requests[0]?.connection).toBe('close');
  });

  it('never repeats the token, even when the HTTP library does', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, {}));
    const client = createHubSpotClient({ accessToken: 'secret\nX-Injected: 1', baseUrl: hubspot.baseUrl });
    const answer = await client.send(get);
    expect(answer).toMatchObject({ kind: 'no-answer', cause: 'connection' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(hubspot.requests).toEqual([]);
  });

  it('sends once, although another client of the process retries', async () => {
    const hubspot = await serveFakeHubSpot(() => json(500, {}));
    const retrying = new Client({ accessToken: 'other', numberOfApiCallRetries: 3 });
    expect(retrying.config.numberOfApiCallRetries).toBe(3);
    await clientOf(hubspot).send(get);
    expect(hubspot.requests).toHaveLength(1);
  });

  it('gives every one of many parallel requests its own time', async () => {
    const hubspot = await serveFakeHubSpot((request) =>
      request.path === '/slow' ? { kind: 'hang' } : json(200, {}),
    );
    const client = clientOf(hubspot);
    const answers = await Promise.all(
      ['/slow', '/a', '/slow', '/b'].map((path) => client.send({ ...get, path, timeoutMs: 400 })),
    );
    expect(answers.map((answer) => answer.kind)).toEqual(['no-answer', 'response', 'no-answer', 'response']);
  });

  it('notes when it sent and when the answer was there', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, {}));
    const before = Date.now();
    const { sentAt, receivedAt } = await clientOf(hubspot).send(get);
    expect(sentAt).toBeGreaterThanOrEqual(before);
    expect(receivedAt).toBeGreaterThanOrEqual(sentAt);
  });
});

/** An address that was free a moment ago. */
function closedAddress(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 1;
      server.close(() => {
        resolve(`http://127.0.0.1:${port}`);
      });
    });
  });
}
