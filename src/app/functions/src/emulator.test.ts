import { API_VERSIONS, STANDARD_OBJECT_TYPES } from '@bulk-records/core/contract';
import type { BatchAnswer, ReadRecordsReply } from '@bulk-records/core/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmulator, defaultToken, serveEmulator } from '../../../../emulator/index.ts';
import type { ServedEmulator } from '../../../../emulator/index.ts';
import { main as describeObjectType } from './describe-object-type.ts';
import { main as listObjectTypes } from './list-object-types.ts';
import { main as readRecords } from './read-records.ts';
import { main as writeRecords } from './write-records.ts';

const emulator = createEmulator({ seed: 7, world: 'default' });
let served: ServedEmulator;

beforeAll(async () => {
  served = await serveEmulator(emulator);
});

afterAll(() => served.close());

beforeEach(() => {
  emulator.reset();
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', defaultToken);
  vi.stubEnv('HUBSPOT_API_BASE_URL', served.url);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function write(
  operation: string,
  inputs: readonly object[],
  overrides: object = {},
): Promise<BatchAnswer> {
  const traced = inputs.map((input, index) => ({ objectWriteTraceId: `r${index}`, ...input }));
  const parameters = {
    operation,
    objectType: 'contacts',
    apiVersion: '2026-03',
    workMs: 8000,
    maxRequests: 10,
    batches: [{ batchId: 'b', inputs: traced }],
    ...overrides,
  };
  const reply = await writeRecords({ parameters });
  if (!reply.ok) throw new Error(reply.error.message);
  const [batch] = reply.batches;
  if (batch === undefined) throw new Error('no batch was answered');
  return batch.answer;
}

function read(overrides: object): Promise<ReadRecordsReply> {
  const parameters = {
    objectType: 'contacts',
    apiVersion: '2026-03',
    properties: ['firstname'],
    archived: false,
    workMs: 8000,
    maxRequests: 10,
  };
  return readRecords({ parameters: { ...parameters, ...overrides } });
}

function newContacts(count: number): readonly { readonly properties: Readonly<Record<string, string>> }[] {
  return Array.from({ length: count }, (_, index) => ({
    properties: { email: `new.${index}@example.org`, firstname: `New ${index}` },
  }));
}

function countContacts(): number {
  return emulator.records('contacts').length;
}

describe('the functions, against a whole portal', () => {
  it('list the object types, custom ones included', async () => {
    const reply = await listObjectTypes({ parameters: {} });
    expect(reply).toMatchObject({ ok: true, notes: [] });
    expect(reply.ok && reply.objectTypes.length).toBeGreaterThan(STANDARD_OBJECT_TYPES.length);
  });

  it.each(API_VERSIONS)('describe deals with stages and owners by the API of %s', async (apiVersion) => {
    const reply = await describeObjectType({ parameters: { objectType: 'deals', apiVersion } });
    if (!reply.ok) throw new Error(reply.error.message);
    const optionsOf = (name: string): number =>
      reply.description.properties.find((property) => property.name === name)?.options.length ?? 0;
    expect(optionsOf('dealstage')).toBeGreaterThan(3);
    expect(optionsOf('pipeline')).toBeGreaterThan(0);
    expect(optionsOf('hubspot_owner_id')).toBeGreaterThan(1);
  });

  it.each(API_VERSIONS)('create records by the API of %s', async (apiVersion) => {
    const before = countContacts();
    const answer = await write('create', newContacts(100), { apiVersion });
    expect(answer).toMatchObject({ kind: 'answered', status: 201 });
    expect(answer.kind === 'answered' && answer.rate.remaining).toBeGreaterThan(0);
    expect(answer.kind === 'answered' && answer.body.results).toHaveLength(100);
    expect(countContacts()).toBe(before + 100);
  });

  it('upsert by e-mail, and say which records are new', async () => {
    await write('create', newContacts(1));
    const inputs = newContacts(2).map(({ properties }) => ({
      id: properties['email'],
      idProperty: 'email',
      properties,
    }));
    const answer = await write('upsert', inputs);
    expect(answer.kind === 'answered' && answer.body.results.map((result) => result.new).sort()).toEqual([
      false,
      true,
    ]);
  });

  it('pass on why single records were refused, and write the others', async () => {
    const inputs = [...newContacts(1), { properties: { email: 'not an address' } }];
    const answer = await write('create', inputs);
    expect(answer).toMatchObject({ kind: 'answered', status: 207 });
    expect(answer.kind === 'answered' && answer.body.errors).toMatchObject([
      { context: { objectWriteTraceId: ['r1'] } },
    ]);
  });

  it('update and archive by record id, and read back what became of it', async () => {
    const id =
      emulator.records('contacts').find((record) => !record.archived && !record.mergedInto)?.id ?? '';
    await write('update', [{ id, idProperty: 'hs_object_id', properties: { firstname: 'Renamed' } }]);
    expect(await read({ ids: [id] })).toMatchObject({
      records: [{ id, properties: { firstname: 'Renamed' } }],
    });
    expect(await write('archive', [{ id }])).toMatchObject({ kind: 'accepted', status: 204 });
    expect(await read({ ids: [id] })).toMatchObject({ records: [], missingIds: [id] });
    expect(await read({ ids: [id], archived: true })).toMatchObject({ records: [{ id, archived: true }] });
  });

  it('read hundreds of ids and name each that is missing', async () => {
    const live = emulator.records('contacts').filter((record) => !record.archived && !record.mergedInto);
    const ids = live.slice(0, 900).map((record) => record.id);
    const missing = Array.from({ length: 10 }, (_, index) => String(999_000_000_000 + index));
    const reply = await read({ ids: [...ids, ...missing] });
    expect(reply.ok && reply.records).toHaveLength(900);
    expect(reply).toMatchObject({ missingIds: missing, unreadIds: [] });
  });

  it('call a create unanswered whose answer was lost after it was carried out', async () => {
    const before = countContacts();
    emulator.addFault({
      kind: 'status',
      status: 502,
      body: 'html',
      when: 'after-write',
      match: { path: 'batch/create' },
    });
    expect(await write('create', newContacts(3))).toMatchObject({
      kind: 'no-answer',
      cause: 'server-error',
      status: 502,
    });
    expect(countContacts()).toBe(before + 3);
  });

  it.each(['reset', 'truncate'] as const)('call a create unanswered after a %s', async (kind) => {
    emulator.addFault({ kind, when: 'after-write', match: { path: 'batch/create' } });
    expect(await write('create', newContacts(3))).toMatchObject({ kind: 'no-answer' });
  });

  it('never send a create twice, whatever happens to it', async () => {
    emulator.addFault({ kind: 'status', status: 500, match: { path: 'batch/create' } });
    await write('create', newContacts(3));
    expect(emulator.requestLog.filter(({ path }) => path.endsWith('batch/create'))).toHaveLength(1);
  });

  it('pass on a used-up rate instead of waiting', async () => {
    emulator.addFault({ kind: 'rate-limit', policy: 'ten-secondly', match: { path: 'batch/create' } });
    expect(await write('create', newContacts(1))).toMatchObject({
      kind: 'refused',
      status: 429,
      error: { policyName: 'TEN_SECONDLY_ROLLING' },
    });
  });

  it('name the scope that is missing for custom objects, and offer the rest', async () => {
    emulator.revokeScopes(defaultToken, ['crm.objects.custom.read', 'crm.schemas.custom.read']);
    const reply = await listObjectTypes({ parameters: {} });
    expect(reply).toMatchObject({ ok: true, notes: [{ code: 'custom-objects-missing-scopes' }] });
    expect(reply.ok && reply.notes[0]?.scopes).not.toEqual([]);
  });

  it('say that the token is no longer good', async () => {
    emulator.expireToken(defaultToken);
    expect(await read({ ids: ['1'] })).toMatchObject({ ok: false, error: { code: 'invalid-token' } });
  });
});
