import { createServer, type IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { ModelWindow } from '../../src/app/packages/core/src/testing/model-window.ts';

const bodySchema = v.object({
  inputs: v.array(
    v.object({
      objectWriteTraceId: v.optional(v.string()),
      properties: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
});

export interface ServedWindow {
  readonly url: string;
  readonly window: ModelWindow;
  close(): Promise<void>;
}

/** HubSpot's batch create, as far as pace goes: a true rolling window, its headers, and answers of 150 to 400 ms. */
export async function serveWindow(maxPerWindow: number, random: () => number): Promise<ServedWindow> {
  const window = new ModelWindow(maxPerWindow);
  let recordCount = 0;
  const server = createServer((request, response) => {
    const { isAdmitted, rate } = window.arrive(Date.now());
    const headers = {
      'content-type': 'application/json',
      'x-hubspot-ratelimit-max': String(rate.max),
      'x-hubspot-ratelimit-remaining': String(rate.remaining),
      'x-hubspot-ratelimit-interval-milliseconds': String(rate.intervalMs),
    };
    void readBody(request).then((text) => {
      if (!isAdmitted) {
        response.writeHead(429, headers).end(JSON.stringify(REFUSAL));
        return;
      }
      const { inputs } = v.parse(bodySchema, JSON.parse(text));
      const now = new Date().toISOString();
      const results = inputs.map(({ objectWriteTraceId, properties }) => {
        recordCount += 1;
        const id = String(recordCount);
        return { id, objectWriteTraceId, properties, createdAt: now, updatedAt: now, archived: false };
      });
      const body = { status: 'COMPLETE', results, startedAt: now, completedAt: now };
      setTimeout(
        () => {
          response.writeHead(201, headers).end(JSON.stringify(body));
        },
        150 + random() * 250,
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    window,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const REFUSAL = {
  status: 'error',
  message: 'You have reached your ten_secondly_rolling limit.',
  errorType: 'RATE_LIMIT',
  policyName: 'TEN_SECONDLY_ROLLING',
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
