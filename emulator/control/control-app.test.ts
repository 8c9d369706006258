import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { defaultToken } from '../http/access.ts';
import { openImportDesk } from '../testing/import-desk.ts';
import { openFileDesk } from '../testing/file-desk.ts';
import { openDesk, readAnswer } from '../testing/portal-desk.ts';
import type { Asked, PortalDesk } from '../testing/portal-desk.ts';

async function control(desk: PortalDesk, route: string, body?: unknown): Promise<Asked> {
  const [method = '', path = ''] = route.split(' ');
  const request = new Request(`http://localhost${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return readAnswer(await desk.emulator.fetch(request));
}

describe('the control routes, without a token', () => {
  it('show every record of a type', async () => {
    const desk = openDesk();
    const answer = await control(desk, 'GET /emulator/records/deals');
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(desk.emulator.records('deals'))));
  });

  it('answer 404 for an unknown type', async () => {
    expect((await control(openDesk(), 'GET /emulator/records/butterflies')).status).toBe(404);
  });

  it('show the files of the file manager', async () => {
    const desk = openFileDesk();
    const { id } = await desk.store('one.json', { text: '{}' });
    const answer = await control(desk, 'GET /emulator/files');
    expect(answer.json()).toMatchObject([
      { id, path: '/notes/one.json', access: 'PRIVATE', size: 2, text: '{}' },
    ]);
  });

  it('show imports, let the next one fail, and take one back', async () => {
    const desk = openImportDesk({ world: 'empty' });
    await control(desk, 'POST /emulator/imports/fail-next', { afterRows: 1 });
    const { id } = await desk.start({ columns: ['email*'], rows: ['a@example.org', 'b@example.org'] });
    desk.finish();
    expect((await control(desk, 'GET /emulator/imports')).json()).toEqual([
      { id, name: 'people', state: 'FAILED', rowsDone: 1, errors: 0 },
    ]);
    expect((await control(desk, 'POST /emulator/imports/revert', { importId: id })).status).toBe(200);
    expect(desk.emulator.imports()).toMatchObject([{ state: 'REVERTED' }]);
    expect((await control(desk, 'POST /emulator/imports/revert', { importId: '7' })).status).toBe(400);
  });

  it('show the write log and the request log', async () => {
    const desk = openDesk();
    await desk.contacts('create', [{ properties: { city: 'Ulm' } }]);
    expect((await control(desk, 'GET /emulator/write-log')).json()).toEqual(desk.emulator.writeLog);
    expect((await control(desk, 'GET /emulator/request-log')).json()).toEqual(desk.emulator.requestLog);
  });

  it('plan faults and forget them', async () => {
    const desk = openDesk();
    const fault = {
      kind: 'status',
      status: 502,
      body: 'html',
      when: 'after-write',
      match: { path: 'owners', times: 9 },
    };
    expect((await control(desk, 'POST /emulator/faults', fault)).status).toBe(200);
    expect((await desk.get('/crm/v3/owners')).status).toBe(502);
    await control(desk, 'DELETE /emulator/faults');
    expect((await desk.get('/crm/v3/owners')).status).toBe(200);
  });

  it.each([
    [{ kind: 'expire-token', match: { operation: 'create', objectType: 'contacts', nth: 3, times: 'all' } }],
    [{ kind: 'revoke-scopes', scopes: ['crm.objects.contacts.write'], when: 'after-write' }],
    [{ kind: 'empty-errors', match: { holds: 'ada@example.org' } }],
    [{ kind: 'status', status: 415, message: 'no' }],
  ])('take %j as a fault', async (fault) => {
    expect((await control(openDesk(), 'POST /emulator/faults', fault)).status).toBe(200);
  });

  it.each([
    [{ kind: 'revoke-scopes' }],
    [{ kind: 'reset', match: { operation: 'merge' } }],
    [{ kind: 'reset', match: { times: 'some' } }],
    [{ kind: 'explode' }],
    [{ kind: 'status' }],
    [{ kind: 'status', status: 42 }],
    [{ kind: 'reset', match: { nth: 0 } }],
    [{ kind: 'reset', match: { path: '(' } }],
    [{ kind: 'rate-limit', policy: 'yearly' }],
  ])('refuse %j as a fault', async (fault) => {
    const answer = await control(openDesk(), 'POST /emulator/faults', fault);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ ok: false });
  });

  it('merge records', async () => {
    const desk = openDesk();
    const [winner, loser] = [desk.contact(0), desk.contact(1)];
    await control(desk, 'POST /emulator/merge', {
      objectType: 'contacts',
      winnerId: winner.id,
      loserId: loser.id,
    });
    expect(desk.record('contacts', loser.id).mergedInto).toBe(winner.id);
  });

  it('edit a record as a colleague', async () => {
    const desk = openDesk();
    const { id } = desk.contact(0);
    desk.clock.advance(5_000);
    await control(desk, 'POST /emulator/edit', {
      objectType: 'contacts',
      recordId: id,
      properties: { city: 'Bonn' },
    });
    expect(desk.record('contacts', id)).toMatchObject({
      properties: { city: 'Bonn', lastmodifieddate: '2026-11-02T09:00:05.000Z' },
      updatedAt: '2026-11-02T09:00:05.000Z',
    });
    expect(desk.emulator.writeLog).toEqual([]);
  });

  it('refuse to edit a record that does not exist', async () => {
    const body = { objectType: 'contacts', recordId: '1', properties: {} };
    expect((await control(openDesk(), 'POST /emulator/edit', body)).status).toBe(400);
  });

  it.each([
    [{ action: 'expire', token: defaultToken }, 401],
    [{ action: 'revoke', token: defaultToken, scopes: ['crm.objects.owners.read'] }, 403],
    [{ action: 'grant', token: 'another', scopes: [] }, 200],
  ])('change tokens: %j', async (body, status) => {
    const desk = openDesk();
    await control(desk, 'POST /emulator/tokens', body);
    expect((await desk.get('/crm/v3/owners')).status).toBe(status);
  });

  it('consume requests in the name of others', async () => {
    const desk = openDesk();
    await control(desk, 'POST /emulator/rate-limit', { count: 190, by: 'same-app' });
    expect((await desk.get('/crm/v3/owners')).status).toBe(429);
  });

  it('reset everything', async () => {
    const desk = openDesk();
    const before = desk.emulator.records('contacts');
    await desk.contacts('create', [{ properties: {} }]);
    desk.emulator.expireToken(defaultToken);
    desk.emulator.addFault({ kind: 'reset' });
    await control(desk, 'POST /emulator/reset');
    expect(desk.emulator.records('contacts')).toEqual(before);
    expect(desk.emulator.writeLog).toEqual([]);
    expect((await desk.get('/crm/v3/owners')).status).toBe(200);
  });

  it('answer 400 to a body that is no JSON', async () => {
    const request = new Request('http://localhost/emulator/merge', { method: 'POST', body: 'x' });
    expect((await openDesk().emulator.fetch(request)).status).toBe(400);
  });

  it('are not logged as requests to HubSpot', async () => {
    const desk = openDesk();
    await control(desk, 'GET /emulator/write-log');
    expect(desk.emulator.requestLog).toEqual([]);
  });
});

describe('the logs', () => {
  it('tell the fate of every input of a write', async () => {
    const desk = openDesk();
    const { id, properties } = desk.contact(0);
    await desk.contacts('update', [
      { id, properties: { city: 'Ulm', fax: '' }, objectWriteTraceId: 'a' },
      { id: '1', properties: {}, objectWriteTraceId: 'b' },
      { id: desk.contact(1).id, properties: { nope: '' }, objectWriteTraceId: 'c' },
    ]);
    expect(desk.emulator.writeLog).toEqual([
      {
        atMs: desk.clock.nowMs(),
        method: 'POST',
        path: '/crm/v3/objects/contacts/batch/update',
        version: 'v3',
        objectType: 'contacts',
        operation: 'update',
        inputs: 3,
        status: 207,
        rows: [
          {
            inputIndex: 0,
            inputId: id,
            traceId: 'a',
            outcome: 'updated',
            recordId: id,
            before: { city: properties.city, fax: null },
            after: { city: 'Ulm', fax: null },
          },
          { inputIndex: 1, inputId: '1', traceId: 'b', outcome: 'missing', before: {}, after: {} },
          {
            inputIndex: 2,
            inputId: desk.contact(1).id,
            traceId: 'c',
            outcome: 'rejected',
            before: {},
            after: {},
            reason: 'invalid-values',
          },
        ],
      },
    ]);
  });

  it('call rows of a refused batch rolled back', async () => {
    const desk = openDesk();
    await desk.contacts('create', [{ properties: { city: 'A' } }, { properties: { nope: 'B' } }]);
    const outcomes = desk.emulator.writeLog[0]?.rows.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['rolled-back', 'rejected']);
  });

  it('hold no value and no token in the log of requests', async () => {
    const desk = openDesk();
    await desk.contacts('create', [{ properties: { city: 'Geheimstadt' } }]);
    const log = JSON.stringify(desk.emulator.requestLog);
    expect(log).not.toContain('Geheimstadt');
    expect(log).not.toContain(defaultToken);
    const shape = v.strictObject({
      atMs: v.number(),
      method: v.string(),
      path: v.string(),
      status: v.number(),
    });
    expect(v.is(v.array(shape), desk.emulator.requestLog)).toBe(true);
  });
});
