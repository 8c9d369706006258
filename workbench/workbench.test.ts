import { request } from 'node:http';

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { defaultToken } from '../emulator/index.ts';
import { sampleProject, startWorkbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await startWorkbench({ port: 0, project: sampleProject });
}, 300_000);

afterAll(() => workbench.close());

async function send(path: string, body?: unknown, method = 'POST'): Promise<Response> {
  return fetch(`${workbench.url}${path}`, {
    redirect: 'manual',
    ...(body === undefined
      ? {}
      : {
          method,
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${defaultToken}`,
          },
          body: JSON.stringify(body),
        }),
  });
}

async function jsonOf(response: Response): Promise<unknown> {
  return response.json();
}

/** `fetch` does not let a caller choose the Host header. */
function statusFor(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(workbench.url);
    request({ hostname, port, path: '/api/function-calls', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the start page', () => {
  it('leads to a contact of the scenario', async () => {
    const response = await send('/?scenario=default~start');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(
      /^\/contacts\/1234567\/record\/0-1\/\d+\?scenario=default%7Estart$/,
    );
  });

  it.each([
    '/?scenario=nowhere',
    '/?scenario=default.earthquake',
    '/?scenario=..%2Fx',
    '/api/page?scenario=nowhere',
  ])('has no such scenario: %s', async (path) => {
    expect((await send(path)).status).toBe(404);
  });
});

describe('who may ask', () => {
  it('is refused with a foreign Host or Origin', async () => {
    const { host } = new URL(workbench.url);
    expect(await statusFor({ host })).toBe(200);
    expect(await statusFor({ host: 'evil.example' })).toBe(403);
    expect(await statusFor({ host, origin: 'https://evil.example' })).toBe(403);
  });
});

describe('a scenario in which something goes wrong', () => {
  const batch = '/crm/objects/2026-03/contacts/batch/create';
  const contacts = { inputs: [{ properties: { email: 'fault@example.org' } }] };

  async function write(scenario: string): Promise<number> {
    return (await send(`/portal/${scenario}${batch}`, contacts)).status;
  }

  it('strikes the write that its name says, and again after a reset', async () => {
    const scenario = 'default.502-after.2~struck';
    expect([await write(scenario), await write(scenario)]).toEqual([201, 502]);
    await send(`/api/reset?scenario=${scenario}`, {});
    expect([await write(scenario), await write(scenario)]).toEqual([201, 502]);
  });

  it('leaves the page’s own reading alone', async () => {
    const page = await send('/api/page?scenario=default.outage~page&objectTypeId=0-1&recordId=1');
    expect(page.status).toBe(200);
    expect(await jsonOf(page)).toMatchObject({ world: 'default', fault: 'outage' });
  });

  it('strikes a function that writes, and no other', async () => {
    const scenario = 'default.function-413~other';
    const answer = await send(`/api/doors/call-function?scenario=${scenario}`, { name: 'sample' });
    expect(answer.status).toBe(200);
  });
});

describe('the portal of a scenario', () => {
  it('is a HubSpot API of its own, apart from the other scenarios', async () => {
    const contact = { properties: { email: 'one@example.com' } };
    const created = await send('/portal/default~a/crm/v3/objects/contacts', contact);
    expect(created.status).toBe(201);
    const emailsIn = async (scenario: string) =>
      JSON.stringify(await jsonOf(await send(`/portal/${scenario}/emulator/records/contacts`)));
    expect(await emailsIn('default~a')).toContain('one@example.com');
    expect(await emailsIn('default~b')).not.toContain('one@example.com');
  });

  it('is reached by functions through their base URL, with their token', async () => {
    const answer = await send('/api/doors/call-function?scenario=default~fn', {
      name: 'sample',
      parameters: { behaviour: 'ask-portal' },
    });
    expect(await jsonOf(answer)).toMatchObject({
      response: { status: 200, body: { results: [{ properties: {} }] } },
    });
  });

  it('breaks a connection off when the emulator does', async () => {
    const fault = { kind: 'reset', match: { path: '/crm/objects/2026-03/contacts/batch/read' } };
    expect((await send('/portal/default~cut/emulator/faults', fault)).ok).toBe(true);
    const read = send('/portal/default~cut/crm/objects/2026-03/contacts/batch/read', { inputs: [] });
    await expect(read).rejects.toThrow('fetch failed');
  });

  it('is set back with its function log', async () => {
    const contact = { properties: { email: 'gone@example.com' } };
    await send('/portal/default~back/crm/v3/objects/contacts', contact);
    await send('/api/doors/call-function?scenario=default~back', { name: 'sample' });
    await send('/api/reset?scenario=default~back', {});
    const records = await jsonOf(await send('/portal/default~back/emulator/records/contacts'));
    expect(JSON.stringify(records)).not.toContain('gone@example.com');
    expect(await jsonOf(await send('/api/function-calls?scenario=default~back'))).toEqual([]);
  });
});

describe('the function log', () => {
  it('keeps name, status and sizes of a call, and no values', async () => {
    const call = { name: 'sample', parameters: { behaviour: 'echo', greeting: 'secret word' } };
    await send('/api/doors/call-function?scenario=default~log', call);
    const calls = await jsonOf(await send('/api/function-calls?scenario=default~log'));
    expect(calls).toMatchObject([{ functionName: 'sample', status: 200 }]);
    const [record] = v.parse(v.array(v.looseObject({ log: v.string() })), calls);
    expect(JSON.stringify({ ...record, log: '' })).not.toContain('secret word');
  });
});

describe('the assets', () => {
  it('have no bundle for a place the project does not stand in', async () => {
    const response = await send('/assets/bulk-action.js');
    expect(response.status).toBe(404);
  });

  it.each([
    ['/assets/page.js', 'text/javascript'],
    ['/assets/worker.js', 'text/javascript'],
    ['/assets/card.js', 'text/javascript'],
    ['/assets/page.css', 'text/css'],
  ])('%s is served as %s', async (path, type) => {
    const response = await send(path);
    expect(response.headers.get('content-type')).toContain(type);
    expect((await response.text()).length).toBeGreaterThan(1_000);
  });
});
