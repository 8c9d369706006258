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

  it('the request that carries a certain record suffers', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'status', status: 502, match: { holds: 'f3@example.org', times: 'all' } });
    const sent = await Promise.all(inputs().map(async (input) => desk.contacts('create', [input])));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 502, 201]);
  });

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

describe('Cloudflare', () => {
  it.each([
    [521, 'Web server is down'],
    [524, 'A timeout occurred'],
  ])('answers %i itself, without a reference of HubSpot', async (status, title) => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'status', status, body: 'html' });
    const answer = await desk.get('/crm/v3/owners');
    expect(answer.text).toContain(`${status}: ${title}`);
    expect(answer.headers.get('x-hubspot-correlation-id')).toBeNull();
  });
});

describe('the words of a status', () => {
  it.each([
    [{ status: 423 }, 'The resource is locked. Please try again in a few seconds.'],
    [{ status: 400, message: 'Invalid input JSON' }, 'Invalid input JSON'],
    [{ status: 500 }, 'internal error'],
  ])('of %j', async (fault, message) => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'status', ...fault });
    const answer = await desk.get('/crm/v3/owners');
    expect(answer.refusal()).toMatchObject({ status: 'error', message });
  });
});

describe('rights that go while somebody works', () => {
  const loss = { kind: 'revoke-scopes', scopes: ['crm.objects.contacts.write'] } as const;

  it.each([
    ['a token', { kind: 'expire-token' }, 401, 'EXPIRED_AUTHENTICATION'],
    ['a scope', loss, 403, 'MISSING_SCOPES'],
  ] as const)('%s is refused from the planned request on', async (...[, fault, status, category]) => {
    const desk = openDesk();
    desk.emulator.addFault({ ...fault, match: { nth: 2 } });
    const first = await desk.contacts('create', inputs().slice(0, 1));
    const second = await desk.contacts('create', inputs().slice(1, 2));
    const third = await desk.contacts('create', inputs().slice(2, 3));
    expect([first.status, second.status, third.status]).toEqual([201, status, status]);
    expect(second.json()).toMatchObject({ category });
    expect(written(desk)).toEqual(mails.slice(0, 1));
  });

  it.each([
    ['a token', { kind: 'expire-token' }, 401],
    ['a scope', loss, 403],
  ] as const)('%s may go after the planned request', async (_, fault, status) => {
    const desk = openDesk();
    desk.emulator.addFault({ ...fault, when: 'after-write' });
    expect((await desk.contacts('create', inputs().slice(0, 2))).status).toBe(201);
    expect((await desk.contacts('create', inputs().slice(2))).status).toBe(status);
    expect(written(desk)).toEqual(mails.slice(0, 2));
  });

  it('a scope for writing does not take reading along', async () => {
    const desk = openDesk();
    desk.emulator.addFault(loss);
    await desk.contacts('create', inputs());
    expect((await desk.contacts('read', [{ id: desk.contact(0).id }])).status).toBe(200);
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

  it('can have a status of its own for errors that are not there', async () => {
    const desk = openDesk();
    desk.emulator.addFault({ kind: 'empty-errors' });
    const answer = await desk.contacts('create', [...inputs(), unknown]);
    expect(answer.status).toBe(207);
    expect(answer.json()).toMatchObject({ errors: [], numErrors: 0 });
    expect(answer.batch().results).toHaveLength(mails.length);
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
