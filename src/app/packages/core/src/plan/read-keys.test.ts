import { describe, expect, it } from 'vitest';
import type { ReadRecordsQuestion, ReadRecordsReply } from '../contract/read-records.ts';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { makeResult } from '../testing/bodies.ts';
import { planRows } from '../testing/model-plan.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import { readKeys } from './read-keys.ts';

type Answer = FunctionAnswer<ReadRecordsReply>;
type ReadPart = Partial<Extract<ReadRecordsReply, { ok: true }>>;

const lost: Answer = { kind: 'no-reply', message: 'lost' };

function reply(told: ReadPart): Answer {
  return {
    kind: 'reply',
    reply: { ok: true, records: [], missingIds: [], unreadIds: [], requests: [], ...told },
  };
}

/** Reads keys from a portal that answers in this order; after the last answer it repeats it. */
async function read(keys: readonly string[], answers: readonly Answer[], keyProperty: string = 'email') {
  const requests: ReadRecordsQuestion[] = [];
  const waits: number[] = [];
  const target = planRows([], { operation: keyProperty === 'email' ? 'upsert' : 'update', keyProperty });
  const ports = {
    readRecords: (request: ReadRecordsQuestion) => {
      requests.push(request);
      return Promise.resolve(answers[Math.min(requests.length, answers.length) - 1] ?? lost);
    },
    sleep: (delayMs: number) => {
      waits.push(delayMs);
      return Promise.resolve();
    },
  };
  const { readings: found } = await readKeys(
    { target, keys, propertyNames: ['name'], archived: false },
    ports,
    {
      workMs: 8000,
    },
  );
  return { found, requests, waits, kinds: keys.map((key) => found.get(key)?.kind) };
}

const ADA = 'ada@example.org';
const BO = 'bo@example.org';

describe('readKeys', () => {
  it('finds records by the key as HubSpot stores it', async () => {
    const records = [makeResult('5', { properties: { email: 'ADA@example.org' } })];
    const { found } = await read([ADA, BO], [reply({ records, missingIds: [BO] })]);
    expect(found.get(ADA)).toMatchObject({ kind: 'found', matchedBy: 'key', record: { id: '5' } });
    expect(found.get(BO)).toEqual({ kind: 'missing' });
  });

  it('finds a contact by an additional e-mail address', async () => {
    const properties = { email: 'main@example.org', hs_additional_emails: `x@example.org;${ADA}` };
    const { kinds } = await read([ADA], [reply({ records: [makeResult('5', { properties })] })]);
    expect(kinds).toEqual(['found']);
  });

  it('asks record ids without a key property', async () => {
    const { requests, found } = await read(
      ['5'],
      [reply({ records: [makeResult('5')] })],
      RECORD_ID_PROPERTY,
    );
    expect(requests[0]).not.toHaveProperty('idProperty');
    expect(found.get('5')).toMatchObject({ kind: 'found', matchedBy: 'record-id' });
  });

  it('knows a record that was merged into another', async () => {
    const winner = makeResult('9', { properties: { hs_merged_object_ids: '4;5' } });
    const { found } = await read(['5'], [reply({ records: [winner] })], RECORD_ID_PROPERTY);
    expect(found.get('5')).toMatchObject({ kind: 'merged', record: { id: '9' } });
  });

  it('takes nothing for missing that HubSpot does not name so', async () => {
    const { kinds } = await read([ADA], [reply({})]);
    expect(kinds).toEqual(['unread']);
  });

  it('asks again for what was not read, and only for that', async () => {
    const records = [makeResult('5', { properties: { email: ADA } })];
    const { kinds, requests } = await read(
      [ADA, BO],
      [reply({ records, unreadIds: [BO] }), reply({ missingIds: [BO] })],
    );
    expect(kinds).toEqual(['found', 'missing']);
    expect(requests.map(({ ids }) => ids)).toEqual([[ADA, BO], [BO]]);
  });

  it('asks in smaller doses when large ones fail', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `k${String(index)}@example.org`);
    const { requests } = await read(keys, [lost, lost, reply({ missingIds: keys })]);
    expect(requests.map(({ ids }) => ids.length)).toEqual([100, 100, 25, 25, 25, 25]);
  });

  it('gives up after four rounds, with a longer wait before each', async () => {
    const { kinds, requests, waits } = await read([ADA], [lost]);
    expect(kinds).toEqual(['unread']);
    expect(requests).toHaveLength(4);
    expect(waits).toEqual([2000, 4000, 8000]);
  });

  it('asks no further keys when asking again cannot help', async () => {
    const error = { code: 'missing-scopes' as const, message: '', retryable: false, scopes: [] };
    const keys = Array.from({ length: 1201 }, (_, index) => `k${String(index)}@example.org`);
    const { requests, kinds } = await read(keys, [{ kind: 'reply', reply: { ok: false, error } }]);
    expect(requests).toHaveLength(1);
    expect(new Set(kinds)).toEqual(new Set(['unread']));
  });

  it('answers for every key of a long list, in calls of at most 500', async () => {
    const keys = Array.from({ length: 1201 }, (_, index) => `k${String(index)}@example.org`);
    const { found, requests } = await read(keys, [reply({ missingIds: keys })]);
    expect(found.size).toBe(1201);
    expect(requests.map(({ ids }) => ids.length)).toEqual([500, 500, 201]);
  });
});
