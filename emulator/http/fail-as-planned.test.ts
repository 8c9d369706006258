import { describe, expect, it } from 'vitest';
import { apiRequest, openDesk } from '../testing/portal-desk.ts';
import type { PortalDesk } from '../testing/portal-desk.ts';

const mails = ['f1@example.org', 'f2@example.org', 'f3@example.org', 'f4@example.org'];

function inputs(more: Readonly<Record<string, string>> = {}) {
  return mails.map((email, row) => ({ properties: { email, ...more }, objectWriteTraceId: `t${row}` }));
}

function written(desk: PortalDesk): readonly string[] {
  const all = desk.emulator.records('contacts').map(({ properties }) => properties.email ?? '');
  return mails.filter((email) => all.includes(email));
}

describe('when the fault strikes', () => {
  it.each([
    ['before-write', []],
    ['after-write', mails],
    ['half-written', mails.slice(0, 2)],
  ] as const)('%s, %j are written', async (when, expected) => {
    for (const fault of [
      { kind: 'status', status: 502 },
      { kind: 'rate-limit', policy: 'daily' },
    ] as const) {
      const desk = openDesk();
      desk.emulator.addFault({ ...fault, when });
      await desk.contacts('create', inputs());
      expect(written(desk)).toEqual(expected);
    }
  });

  it.each(['[]', '{"inputs": 1}', 'nonsense'])(
    'half-written is the whole of a body that has no rows: %s',
    async (body) => {
      const desk = openDesk();
      desk.emulator.addFault({ kind: 'status', status: 502, when: 'half-written' });
      expect((await desk.post('/crm/v3/objects/contacts/batch/create', body)).status).toBe(502);
      expect((await desk.get('/crm/v3/owners')).status).toBe(200);
    },
  );

  it('only the planned request suffers', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'status', status: 503, match: { path: 'batch/create$' } });
    const statuses = [
      (await desk.get('/crm/v3/owners')).status,
      (await desk.contacts('create', inputs())).status,
      (await desk.contacts('create', inputs())).status,
    ];
    expect(statuses).toEqual([200, 503, 201]);
  });
});

describe('a status', () => {
  it.each([
    ['json', 'application/json', '{'],
    ['html', 'text/html', '<html>'],
  ] as const)('can come with a body of %s', async (body, type, start) => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'status', status: 502, body });
    const answer = await desk.get('/crm/v3/owners');
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.text.startsWith(start)).toBe(true);
  });

  it('can come without a body and with a time to wait', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'status', status: 477, body: 'empty', retryAfter: '120' });
    const answer = await desk.get('/crm/v3/owners');
    expect([answer.status, answer.text, answer.headers.get('retry-after')]).toEqual([477, '', '120']);
  });
});

describe('a rate limit', () => {
  it.each([
    ['ten-secondly', 'TEN_SECONDLY_ROLLING'],
    ['secondly', 'SECONDLY'],
    ['daily', 'DAILY'],
  ] as const)('can be %s', async (policy, policyName) => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'rate-limit', policy });
    const answer = await desk.get('/crm/v3/owners');
    expect(answer.status).toBe(429);
    expect(answer.json()).toMatchObject({ policyName });
  });
});

describe('a lost connection', () => {
  it('rejects like fetch does, after the write when planned so', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'reset', when: 'after-write' });
    await expect(desk.contacts('create', inputs())).rejects.toThrow(new TypeError('fetch failed'));
    expect(written(desk)).toEqual(mails);
  });

  it('is logged with status 0', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'reset' });
    await expect(desk.get('/crm/v3/owners')).rejects.toThrow();
    expect(desk.emulator.requestLog.map(({ status }) => status)).toEqual([0]);
  });
});

describe('a hanging request', () => {
  it('ends only when the caller gives up', async () => {
    const desk = openDesk();
    const controller = new AbortController();
    desk.emulator.addFault({ kind: 'hang', when: 'after-write' });
    const request = apiRequest('POST', '/crm/v3/objects/contacts/batch/create', {
      body: { inputs: inputs() },
      signal: controller.signal,
    });
    const waiting = desk.emulator.fetch(request);
    const state = await Promise.race([
      waiting,
      new Promise((resolve) => {
        setImmediate(resolve, 'waiting');
      }),
    ]);
    expect(state).toBe('waiting');
    controller.abort(new Error('given up'));
    await expect(waiting).rejects.toThrow('given up');
    expect(written(desk)).toEqual(mails);
  });

  it('rejects at once for a caller who has already given up', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'hang' });
    const request = apiRequest('GET', '/crm/v3/owners', { signal: AbortSignal.abort(new Error('gone')) });
    await expect(desk.emulator.fetch(request)).rejects.toThrow('gone');
  });
});

describe('a broken body', () => {
  const unknown = { properties: { nope: '1' }, objectWriteTraceId: 'bad' };

  it('can be cut off', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'truncate' });
    const answer = await desk.contacts('create', inputs());
    expect(answer.status).toBe(201);
    expect(() => answer.json()).toThrow(SyntaxError);
    expect(written(desk)).toEqual(mails);
  });

  it('can lack rows', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'omit-row', rows: 3 });
    expect((await desk.contacts('create', inputs())).batch().results).toHaveLength(1);
    expect(written(desk)).toEqual(mails);
  });

  it('can lack trace ids in results and errors', async () => {
    const desk = openDesk({
      behaviour: { echoesTraceId: { v3: true, '2025-09': true, '2026-03': true, '2026-09': true } },
    });
    desk.emulator.addFault({ kind: 'strip-trace-ids' });
    const { results, errors } = (await desk.contacts('create', [...inputs(), unknown])).batch();
    expect(results.every((result) => result.objectWriteTraceId === undefined)).toBe(true);
    expect(errors.map(({ context }) => context)).toEqual([{}]);
  });

  it('can lack the context of its errors', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'strip-context' });
    const answer = await desk.contacts('create', [...inputs(), unknown]);
    expect(answer.json()).toHaveProperty('errors.0.message');
    expect(answer.json()).not.toHaveProperty('errors.0.context');
  });

  it('can say nothing about a batch that was written', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'empty-result' });
    expect((await desk.contacts('create', inputs())).json()).toMatchObject({
      status: 'COMPLETE',
      results: [],
      errors: [],
    });
    expect(written(desk)).toEqual(mails);
  });

  it('does not change answers that are no batches', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'omit-row' });
    expect((await desk.get('/account-info/v3/details')).json()).toMatchObject({ portalId: 1_234_567 });
    desk.emulator.addFault({ kind: 'empty-result' });
    expect((await desk.contacts('archive', [{ id: '1' }])).status).toBe(204);
  });
});

describe('slowness', () => {
  it('is waited for, then the request is answered', async () => {
    const pausesMs: number[] = [];
    const sleep = (delayMs: number): Promise<void> => {
      pausesMs.push(delayMs);
      return Promise.resolve();
    };
    const desk = openDesk({ latencyMs: 120, sleep });
    desk.emulator.addFault({ kind: 'slow', delayMs: 9_000 });
    expect((await desk.get('/crm/v3/owners')).status).toBe(200);
    expect(pausesMs).toEqual([120, 9_000]);
  });

  it('can depend on the request', async () => {
    const pausesMs: number[] = [];
    const sleep = (delayMs: number): Promise<void> => {
      pausesMs.push(delayMs);
      return Promise.resolve();
    };
    const desk = openDesk({ latencyMs: ({ method }) => (method === 'POST' ? 300 : 0), sleep });
    await desk.get('/crm/v3/owners');
    await desk.contacts('create', inputs());
    expect(pausesMs).toEqual([300]);
  });
});
