import { afterEach, describe, expect, it } from 'vitest';
import { createEmulator } from './emulator.ts';
import type { Emulator } from './emulator-options.ts';
import { defaultToken } from './http/access.ts';
import { serveEmulator } from './serve-emulator.ts';
import type { ServedEmulator } from './serve-emulator.ts';

const open: ServedEmulator[] = [];

async function serve(emulator: Emulator = createEmulator({ world: 'empty' })): Promise<string> {
  const served = await serveEmulator(emulator, { port: 0 });
  open.push(served);
  return served.url;
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${defaultToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

describe('the emulator over HTTP', () => {
  it('answers like in process', async () => {
    const url = await serve();
    const response = await post(`${url}/crm/v3/objects/contacts/batch/create`, {
      inputs: [{ properties: {} }],
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-hubspot-ratelimit-max')).toBe('190');
    expect(await response.json()).toMatchObject({ status: 'COMPLETE' });
  });

  it('cuts the connection for a reset', async () => {
    const emulator = createEmulator({ world: 'empty' });
    const url = await serve(emulator);
    emulator.addFault({ kind: 'reset', when: 'after-write' });
    const asked = post(`${url}/crm/v3/objects/contacts/batch/create`, { inputs: [{ properties: {} }] });
    await expect(asked).rejects.toThrow('fetch failed');
    expect(emulator.records('contacts')).toHaveLength(1);
  });

  it('keeps a hanging request open until the caller leaves', async () => {
    const emulator = createEmulator({ world: 'empty' });
    const url = await serve(emulator);
    emulator.addFault({ kind: 'hang' });
    const controller = new AbortController();
    const asked = fetch(`${url}/crm/v3/owners`, { signal: controller.signal });
    const state = await Promise.race([
      asked,
      new Promise((resolve) => {
        setTimeout(resolve, 50, 'waiting');
      }),
    ]);
    expect(state).toBe('waiting');
    controller.abort();
    await expect(asked).rejects.toThrow();
  });

  it('gives its control routes to other processes', async () => {
    const url = await serve();
    const response = await fetch(`${url}/emulator/records/contacts`);
    expect(await response.json()).toEqual([]);
  });

  it('refuses a port that is taken', async () => {
    const url = await serve();
    const port = Number(new URL(url).port);
    await expect(serveEmulator(createEmulator({ world: 'empty' }), { port })).rejects.toThrow('EADDRINUSE');
  });
});
