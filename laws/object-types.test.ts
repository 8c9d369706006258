import {
  CUSTOM_ABILITIES,
  OBJECT_ABILITIES,
  OPERATIONS,
  type BatchAnswer,
  type ObjectAbilities,
  type Operation,
} from '@bulk-records/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmulator, createVirtualClock, defaultToken, serveEmulator } from '../emulator/index.ts';
import type { ServedEmulator } from '../emulator/index.ts';
import { main as describeObjectType } from '../src/app/functions/src/describe-object-type.ts';
import { main as readRecords } from '../src/app/functions/src/read-records.ts';
import { main as rowProperty } from '../src/app/functions/src/row-property.ts';
import { main as writeRecords } from '../src/app/functions/src/write-records.ts';
import { writeObjectsPage } from './objects-page.ts';

// As HubSpot's guides have it; where they contradict each other the emulator has switches.
const behaviour = { contactNeedsNameOrEmail: true, ticketNeedsSubject: true };
const clock = createVirtualClock();
const emulator = createEmulator({ seed: 7, behaviour, clock });
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

const SAMPLES: Readonly<Record<string, string>> = {
  email: 'new@example.org',
  hs_timestamp: '2026-01-05T10:00:00Z',
  dealstage: 'appointmentscheduled',
  hs_pipeline_stage: '1',
  hs_expiration_date: '2027-01-31',
};

/** A value of each required property; of a group the first. */
function requiredValues({ required }: ObjectAbilities): Readonly<Record<string, string>> {
  return Object.fromEntries(required.map(([name = '']) => [name, SAMPLES[name] ?? `Some ${name}`]));
}

/** From a lead to its contact: the only association a new record needs so far. */
function neededAssociations({ requiredAssociations }: ObjectAbilities): object {
  if (requiredAssociations.length === 0) return {};
  const id = emulator.records('contacts').find(({ archived, mergedInto }) => !archived && !mergedInto)?.id;
  return {
    associations: [
      { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 578 }] },
    ],
  };
}

async function send(objectType: string, operation: Operation, input: object): Promise<BatchAnswer | string> {
  const reply = await writeRecords({
    parameters: {
      operation,
      objectType,
      apiVersion: '2026-03',
      workMs: 8000,
      maxRequests: 1,
      batches: [{ batchId: 'b', inputs: [{ objectWriteTraceId: 'r0', ...input }] }],
    },
  });
  return reply.ok ? (reply.batches[0]?.answer ?? 'no answer') : reply.error.code;
}

/** What became of the one row: its record's id, or HubSpot's words. */
function fateOf(answer: BatchAnswer | string): { readonly id?: string; readonly refusal?: string } {
  if (typeof answer === 'string') return { refusal: answer };
  switch (answer.kind) {
    case 'answered': {
      const [record] = answer.body.results;
      return record ? { id: record.id } : { refusal: answer.body.errors[0]?.message ?? '' };
    }
    case 'refused':
      return { refusal: answer.error.message };
    case 'accepted':
    case 'no-answer':
    case 'not-sent':
      return {};
  }
}

/** Properties a record of the type can be changed by. */
function textOf({ required }: ObjectAbilities): string {
  return required.flat().find((name) => SAMPLES[name] === undefined) ?? 'hubspot_owner_id';
}

async function create(abilities: ObjectAbilities): Promise<string> {
  const properties = { ...requiredValues(abilities), hubspot_owner_id: '41000101' };
  const input = { properties, ...neededAssociations(abilities) };
  const { id } = fateOf(await send(abilities.objectType, 'create', input));
  if (id === undefined) throw new Error(`${abilities.objectType} was not created`);
  return id;
}

describe.each(OBJECT_ABILITIES)('$objectType', (abilities) => {
  const { objectType, required, requiredAssociations, operations, builtInKey, names, scopes } = abilities;

  it('can be created, updated and archived with what the table says is needed', async () => {
    const id = await create(abilities);
    const properties = { [textOf(abilities)]: '41000102' };
    expect(fateOf(await send(objectType, 'update', { id, properties }))).toEqual({ id });
    expect(await send(objectType, 'archive', { id })).toMatchObject({ kind: 'accepted' });
    const record = emulator.records(objectType).find((each) => each.id === id);
    expect(record).toMatchObject({ archived: true, properties });
  });

  it('is refused without any of what the table says is needed', async () => {
    for (const group of required) {
      const values = Object.entries(requiredValues(abilities)).filter(([name]) => !group.includes(name));
      const properties = { ...Object.fromEntries(values), hubspot_owner_id: '41000101' };
      const input = { properties, ...neededAssociations(abilities) };
      expect(fateOf(await send(objectType, 'create', input)).refusal).toContain('required');
    }
    if (requiredAssociations.length > 0) {
      const input = { properties: requiredValues(abilities) };
      expect(fateOf(await send(objectType, 'create', input)).refusal).toContain('required associations');
    }
  });

  it('takes every one of a group of alternatives', async () => {
    for (const group of required) {
      for (const name of group) {
        const others = Object.entries(requiredValues(abilities)).filter(([other]) => !group.includes(other));
        const value = SAMPLES[name] ?? `Other ${name}`;
        const properties = { ...Object.fromEntries(others), [name]: value.replace('new@', 'other@') };
        const input = { properties, ...neededAssociations(abilities) };
        expect(fateOf(await send(objectType, 'create', input))).toHaveProperty('id');
      }
    }
  });

  it('is upserted by a unique property where that is offered, else the function refuses', async () => {
    await rowProperty({ parameters: { objectType, apiVersion: '2026-03' } });
    const properties = { ...requiredValues(abilities), bulk_records_row: 'x-1' };
    const input = { id: 'x-1', idProperty: 'bulk_records_row', properties };
    const fate = fateOf(await send(objectType, 'upsert', input));
    if (operations.includes('upsert')) expect(fate).toHaveProperty('id');
    else expect(fate).toEqual({ refusal: 'not-allowed' });
  });

  it('is upserted by its built-in key', async () => {
    if (builtInKey === null) return;
    const value = SAMPLES[builtInKey] ?? 'key-1';
    const properties = { ...requiredValues(abilities), [builtInKey]: value };
    const input = { id: value, idProperty: builtInKey, properties };
    expect(fateOf(await send(objectType, 'upsert', input))).toHaveProperty('id');
  });

  it('is described with its key, and its required properties', async () => {
    const reply = await describeObjectType({ parameters: { objectType, apiVersion: '2026-03' } });
    if (!reply.ok) throw new Error(reply.error.message);
    const { keys, properties, requiredProperties } = reply.description;
    const known = properties.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining([...required.flat(), ...names]));
    expect(requiredProperties).toEqual(required.flatMap((group) => (group.length === 1 ? group : [])));
    if (builtInKey !== null) expect(keys[0]).toMatchObject({ property: builtInKey });
    const offered = new Set(keys.flatMap((key) => key.operations));
    expect([...offered].every((operation) => operations.includes(operation))).toBe(true);
  });

  it('is found by what people know its records by', async () => {
    for (const name of names) {
      const id = await create(abilities);
      emulator.editRecord(objectType, id, { [name]: 'Known by this' });
      clock.advance(60_000);
      const reply = await readRecords({
        parameters: {
          objectType,
          apiVersion: '2026-03',
          idProperty: name,
          bySearch: true,
          ids: ['known BY this'],
          properties: [],
          archived: false,
          workMs: 8000,
          maxRequests: 1,
        },
      });
      expect(reply.ok && reply.records.map((record) => record.id)).toEqual([id]);
      emulator.reset();
    }
  });

  it('needs no scope but those of the table, and its own one to be written', async () => {
    emulator.revokeScopes(defaultToken, [
      ...OBJECT_ABILITIES.flatMap((other) => other.scopes),
      ...CUSTOM_ABILITIES.scopes,
    ]);
    expect(fateOf(await send(objectType, 'archive', { id: '1' })).refusal).toBeDefined();
    emulator.grantScopes(defaultToken, [...scopes]);
    expect(await create(abilities)).toMatch(/^\d+$/);
  });
});

describe('the table of object types', () => {
  it('offers every operation somewhere', () => {
    const offered = new Set(OBJECT_ABILITIES.flatMap(({ operations }) => operations));
    expect([...offered].sort()).toEqual([...OPERATIONS].sort());
  });

  it('stands in docs/objects.md; npm run objects writes it anew', async () => {
    await expect(await writeObjectsPage()).toMatchFileSnapshot('../docs/objects.md');
  });
});
