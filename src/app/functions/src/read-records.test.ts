import { decodeWith, readRecordsReplySchema } from '@bulk-records/core/contract';
import type { ReadRecordsReply } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { main } from './read-records.ts';
import type { FakeReply, SeenRequest } from './testing/fake-hubspot.ts';
import { json } from './testing/fake-hubspot.ts';
import { serveFakeHubSpot } from './testing/run-function.ts';

async function read(overrides: object): Promise<ReadRecordsReply> {
  const parameters = {
    objectType: 'contacts',
    apiVersion: '2026-03',
    ids: ['1'],
    properties: ['city'],
    archived: false,
    workMs: 4000,
    maxRequests: 10,
  };
  const reply = await main({ parameters: { ...parameters, ...overrides } });
  const decoded = decodeWith(readRecordsReplySchema, JSON.parse(JSON.stringify(reply)));
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

function idsOf(request: SeenRequest): readonly string[] {
  return [...JSON.stringify(request.body).matchAll(/\{"id":"([^"]*)"\}/g)].map((match) => match[1] ?? '');
}

function recordOf(id: string, properties: Readonly<Record<string, string>> = {}): object {
  return { id, properties, archived: false };
}

/** As in recorded traffic of 2023-05: one entry names everything that is missing. */
function foundAndMissing(records: readonly object[], missingIds: readonly string[]): FakeReply {
  const error = {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: 'Could not get some CONTACT objects',
    context: { ids: missingIds },
  };
  return json(207, { status: 'COMPLETE', results: records, numErrors: 1, errors: [error] });
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

describe('read_records', () => {
  it('asks for the properties of records by id', async () => {
    const hubspot = await serveFakeHubSpot(() =>
      json(200, { status: 'COMPLETE', results: [recordOf('1', { city: 'Bonn' })] }),
    );
    const reply = await read({});
    expect(reply).toMatchObject({
      ok: true,
      records: [{ id: '1', properties: { city: 'Bonn' } }],
      missingIds: [],
      unreadIds: [],
    });
    expect(hubspot.requests).toMatchObject([
      {
        path: '/crm/objects/2026-03/contacts/batch/read',
        query: { archived: 'false' },
        body: { inputs: [{ id: '1' }], properties: ['city'] },
      },
    ]);
  });

  it('does not send fields it has no use for', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, { status: 'COMPLETE', results: [] }));
    await read({ idProperty: 'hs_object_id' });
    expect(hubspot.requests[0]?.body).toEqual({ inputs: [{ id: '1' }], properties: ['city'] });
  });

  it('asks for archived records when told to', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, { status: 'COMPLETE', results: [] }));
    await read({ archived: true });
    expect(hubspot.requests[0]?.query).toEqual({ archived: 'true' });
  });

  it('asks for the key as well, or it could not match what comes back', async () => {
    const hubspot = await serveFakeHubSpot(() =>
      json(200, { status: 'COMPLETE', results: [recordOf('9', { customer_number: 'A-1' })] }),
    );
    const reply = await read({ ids: ['A-1', 'a-1'], idProperty: 'customer_number' });
    expect(hubspot.requests[0]?.body).toMatchObject({
      properties: ['city', 'customer_number'],
      idProperty: 'customer_number',
    });
    expect(reply).toMatchObject({ unreadIds: ['a-1'] });
  });

  it('sorts ids into found, missing and unread', async () => {
    await serveFakeHubSpot(() => foundAndMissing([recordOf('1')], ['2', '3']));
    expect(await read({ ids: ['1', '2', '3', '4'] })).toMatchObject({
      records: [{ id: '1' }],
      missingIds: ['2', '3'],
      unreadIds: ['4'],
    });
  });

  it('knows e-mail addresses in any case, and returns them as they were asked for', async () => {
    await serveFakeHubSpot(() =>
      foundAndMissing([recordOf('1', { email: 'ada@example.org' })], ['bob@example.org']),
    );
    const ids = ['Ada@Example.org', 'BOB@example.org'];
    expect(await read({ ids, idProperty: 'email' })).toMatchObject({
      missingIds: ['BOB@example.org'],
      unreadIds: [],
    });
  });

  it('finds a contact by its second address', async () => {
    const properties = { email: 'ada@example.org', hs_additional_emails: 'a.l@example.org;ada@example.com' };
    const hubspot = await serveFakeHubSpot(() =>
      json(200, { status: 'COMPLETE', results: [recordOf('1', properties)] }),
    );
    expect(await read({ ids: ['ada@example.com'], idProperty: 'email' })).toMatchObject({ unreadIds: [] });
    expect(hubspot.requests[0]?.body).toMatchObject({
      properties: ['city', 'email', 'hs_additional_emails'],
    });
  });

  it.each([
    [{}, [100, 100, 50]],
    [{ propertiesWithHistory: ['city'] }, [50, 50, 50, 50, 50]],
  ])('splits 250 ids, with %j, into %j', async (overrides, sizes) => {
    const hubspot = await serveFakeHubSpot((request) =>
      json(200, { status: 'COMPLETE', results: idsOf(request).map((id) => recordOf(id)) }),
    );
    const reply = await read({ ids: numbers(250), ...overrides });
    expect(hubspot.requests.map((request) => idsOf(request).length).sort((a, b) => b - a)).toEqual(sizes);
    expect(reply.ok && reply.records).toHaveLength(250);
    expect(reply).toMatchObject({ missingIds: [], unreadIds: [] });
  });

  it('asks for an id once', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, { status: 'COMPLETE', results: [] }));
    await read({ ids: ['1', '1', '2'] });
    expect(hubspot.requests.map(idsOf)).toEqual([['1', '2']]);
  });

  it('leaves unread what one of several requests did not bring', async () => {
    await serveFakeHubSpot((request) => {
      const ids = idsOf(request);
      return ids[0] === '101'
        ? { kind: 'reset' }
        : json(200, { status: 'COMPLETE', results: ids.map((id) => recordOf(id)) });
    });
    const reply = await read({ ids: numbers(300) });
    expect(reply.ok && reply.records).toHaveLength(200);
    expect(reply.ok && reply.unreadIds).toEqual(numbers(300).slice(100, 200));
  });

  it.each<[string, FakeReply, object]>([
    ['a wrong token', json(401, {}), { code: 'invalid-token' }],
    [
      'missing scopes',
      json(403, { errors: [{ context: { requiredGranularScopes: ['tickets'] } }] }),
      { code: 'missing-scopes', scopes: ['tickets'] },
    ],
    [
      'an unknown property',
      json(400, { errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] }),
      { code: 'bad-request' },
    ],
    ['an unknown type', { kind: 'answer', status: 404, text: '<html>' }, { code: 'unknown-object-type' }],
    [
      'a used-up rate',
      json(429, {}, { 'retry-after': '1' }),
      { code: 'rate-limited', retryable: true, retryAfterMs: 1000 },
    ],
    ['a server error', json(500, {}), { code: 'unavailable', retryable: true }],
    ['a reset', { kind: 'reset' }, { code: 'unavailable', retryable: true }],
    ['HTML', { kind: 'answer', status: 200, text: '<html>' }, { code: 'unreadable-answer', retryable: true }],
    ['half a body', { kind: 'break-off', status: 200 }, { code: 'unreadable-answer' }],
  ])('fails with a reason when there is nothing but %s', async (_, reply, error) => {
    await serveFakeHubSpot(() => reply);
    expect(await read({})).toMatchObject({ ok: false, error });
  });

  it('stops asking once the token is refused', async () => {
    const hubspot = await serveFakeHubSpot(() => json(401, {}));
    await read({ ids: numbers(1000) });
    expect(hubspot.requests.length).toBeLessThanOrEqual(5);
  });

  it('makes no more requests than it may, and says which ids it did not reach', async () => {
    const hubspot = await serveFakeHubSpot((request) =>
      json(200, { status: 'COMPLETE', results: idsOf(request).map((id) => recordOf(id)) }),
    );
    const reply = await read({ ids: numbers(1000), maxRequests: 3 });
    expect(hubspot.requests).toHaveLength(3);
    expect(reply).toMatchObject({ ok: true, unreadIds: numbers(1000).slice(300) });
  });

  it('tells of every request when it was made and what it met', async () => {
    await serveFakeHubSpot((_, index) =>
      json(
        200,
        { status: 'COMPLETE', results: [] },
        { 'x-hubspot-ratelimit-remaining': String(100 - index) },
      ),
    );
    const reply = await read({ ids: numbers(300) });
    const requests = reply.ok ? reply.requests : [];
    expect(requests.map(({ rate }) => rate.remaining).sort()).toEqual([100, 98, 99]);
    expect(requests.every(({ status, sentAt, receivedAt }) => status === 200 && sentAt <= receivedAt)).toBe(
      true,
    );
  });

  it('leaves unread what does not fit into a reply', async () => {
    const city = 'x'.repeat(60_000);
    await serveFakeHubSpot((request) =>
      json(200, { status: 'COMPLETE', results: idsOf(request).map((id) => recordOf(id, { city })) }),
    );
    const reply = await read({ ids: numbers(200), workMs: 8000 });
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(5_900_000);
    expect(reply.ok && reply.records.length + reply.unreadIds.length).toBe(200);
    expect(reply.ok && reply.records.length).toBeGreaterThan(90);
  });
});

describe('read_records by search', () => {
  const bySearch = { objectType: 'companies', idProperty: 'domain', bySearch: true };
  const page = (records: readonly object[], total = records.length): FakeReply =>
    json(200, { total, results: records });

  it('finds every record of a name, whatever its case, and names those that have none', async () => {
    const hubspot = await serveFakeHubSpot(() =>
      page([recordOf('1', { domain: 'acme.example' }), recordOf('2', { domain: 'ACME.example' })]),
    );
    const reply = await read({ ...bySearch, ids: ['Acme.example', 'gone.example'] });
    expect(reply).toMatchObject({ ok: true, missingIds: ['gone.example'], unreadIds: [] });
    expect(reply.ok && reply.records.map(({ id }) => id)).toEqual(['1', '2']);
    expect(hubspot.requests).toMatchObject([
      {
        path: '/crm/objects/2026-03/companies/search',
        body: {
          filterGroups: [
            {
              filters: [{ propertyName: 'domain', operator: 'IN', values: ['acme.example', 'gone.example'] }],
            },
          ],
          properties: ['city', 'domain'],
          limit: 200,
        },
      },
    ]);
  });

  it('calls nothing absent, nor anything the only one, when there is more than a page', async () => {
    const records = ['a', 'a', 'b'].map((domain, place) => recordOf(String(place), { domain }));
    await serveFakeHubSpot(() => page(records, 201));
    const reply = await read({ ...bySearch, ids: ['a', 'b', 'c'] });
    expect(reply).toMatchObject({ ok: true, missingIds: [], unreadIds: ['b', 'c'] });
    expect(reply.ok && reply.records.map(({ id }) => id)).toEqual(['0', '1']);
  });

  it('searches one portion after the other, each within what a search takes', async () => {
    const hubspot = await serveFakeHubSpot(() => page([]));
    const ids = Array.from({ length: 60 }, (_, place) => `${'long-name-'.repeat(8)}${String(place)}`);
    const reply = await read({ ...bySearch, ids });
    expect(reply).toMatchObject({ ok: true, missingIds: ids });
    expect(hubspot.requests.length).toBeGreaterThan(1);
    for (const { body } of hubspot.requests) expect(JSON.stringify(body).length).toBeLessThanOrEqual(3000);
  });

  it.each([
    ['without a property', { idProperty: undefined }],
    ['for archived records', { archived: true }],
  ])('is refused %s, and HubSpot is not asked', async (_, overrides) => {
    const hubspot = await serveFakeHubSpot(() => page([]));
    expect(await read({ ...bySearch, ...overrides })).toMatchObject({ ok: false });
    expect(hubspot.requests).toEqual([]);
  });
});
