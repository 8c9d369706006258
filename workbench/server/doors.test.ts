import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';

import { createEmulator, defaultToken } from '../../emulator/index.ts';
import { productionLimits } from '../functions/limits.ts';
import type { ServerDoor } from '../protocol.ts';
import { createBenches } from './bench.ts';
import type { Bench } from './bench.ts';
import { readAnyRecordId } from './crm-reader.ts';
import { answerDoor } from './doors.ts';
import { emulatePortal } from './portal.ts';

const propertyValues = v.record(v.string(), v.nullable(v.string()));
const searchAnswer = v.object({
  total: v.number(),
  hasMore: v.boolean(),
  results: v.array(v.object({ objectId: v.number(), properties: propertyValues })),
});

const emulator = createEmulator({ seed: 1 });
const portal = emulatePortal(emulator, {
  apiBaseUrl: 'http://127.0.0.1:9',
  accessToken: defaultToken,
});
const benches = createBenches({
  functions: [],
  limits: productionLimits,
  openPortal: () => portal,
});

afterAll(() => benches.close());

function openBench(): Bench {
  const bench = benches.open({ name: 'default', world: 'default', strike: undefined });
  if (bench === undefined) throw new Error('no bench');
  return bench;
}

async function ask(door: ServerDoor, request: unknown): Promise<{ status: number; body: unknown }> {
  const bench = openBench();
  const recordId = (await readAnyRecordId(portal, '0-1')) ?? '';
  const address = { scenario: 'default', objectTypeId: '0-1', recordId };
  const answer = await answerDoor(door, { bench, address, request });
  const body: unknown = JSON.parse(answer.json);
  return { status: answer.status, body };
}

async function firstContact() {
  const recordId = await readAnyRecordId(portal, '0-1');
  const record = emulator.records('contacts').find(({ id }) => id === recordId);
  if (record === undefined) throw new Error('the emulator has no contacts');
  return record;
}

describe('read-properties', () => {
  it('gives the values of the record, and null where it has none', async () => {
    const { properties } = await firstContact();
    const answer = await ask('read-properties', { names: ['email', 'fax'] });
    expect(answer).toEqual({ status: 200, body: { email: properties.email, fax: null } });
  });

  it('gives every property for a star', async () => {
    const { body } = await ask('read-properties', { names: '*' });
    expect(Object.keys(v.parse(propertyValues, body)).length).toBeGreaterThan(30);
  });

  it('refuses a request that is none', async () => {
    const answer = await ask('read-properties', { names: 7 });
    expect(answer.status).toBe(400);
  });
});

describe('search-records', () => {
  it('answers in the shape the SDK checks', async () => {
    const request = { objectType: 'contacts', properties: ['email'], pageLength: 2 };
    const { status, body } = await ask('search-records', { request });
    expect(status).toBe(200);
    const found = v.parse(searchAnswer, body);
    expect(found).toMatchObject({ hasMore: true, results: [{}, {}] });
  });

  it("keeps HubSpot's refusal of a search", async () => {
    const answer = await ask('search-records', { request: { objectType: 'nothings' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toHaveProperty('message');
  });
});

describe('format-properties', () => {
  it('turns internal values into labels', async () => {
    const { body } = await ask('format-properties', {
      objectType: '0-1',
      propertiesList: [{ lifecyclestage: 'customer' }],
    });
    expect(body).toEqual([{ lifecyclestage: 'Customer' }]);
  });
});

describe('call-function', () => {
  it('answers for a function nobody built as HubSpot does', async () => {
    const { status, body } = await ask('call-function', { name: 'nobody' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('SERVERLESS_FUNCTION_NOT_FOUND');
  });
});
