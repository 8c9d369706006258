import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../testing/portal-desk.ts';
import type { PortalDesk } from '../testing/portal-desk.ts';

const propertySchema = v.looseObject({
  name: v.string(),
  type: v.string(),
  fieldType: v.string(),
  options: v.array(v.looseObject({ label: v.string(), value: v.string(), hidden: v.boolean() })),
  externalOptions: v.boolean(),
  hasUniqueValue: v.boolean(),
  calculated: v.boolean(),
  archived: v.boolean(),
  modificationMetadata: v.looseObject({
    readOnlyValue: v.boolean(),
    readOnlyDefinition: v.boolean(),
    archivable: v.boolean(),
  }),
});
const listSchema = v.object({ results: v.array(propertySchema) });

async function properties(desk: PortalDesk, type: string, query = '') {
  return v.parse(listSchema, (await desk.get(`/crm/properties/2026-09/${type}${query}`)).json()).results;
}

const fresh = {
  name: 'shoe_size',
  label: 'Shoe size',
  type: 'number',
  fieldType: 'number',
  groupName: 'own_fields',
};

describe('the list of properties', () => {
  it('is the same below both paths', async () => {
    const desk = openDesk();
    expect((await desk.get('/crm/v3/properties/contacts')).json()).toEqual(
      (await desk.get('/crm/properties/2026-09/contacts')).json(),
    );
  });

  it('has all the fields HubSpot documents', async () => {
    const answer = await openDesk().get('/crm/v3/properties/contacts/customer_number');
    expect(answer.json()).toEqual({
      updatedAt: '2023-01-09T08:00:00.000Z',
      createdAt: '2023-01-09T08:00:00.000Z',
      name: 'customer_number',
      label: 'Customer number',
      type: 'string',
      fieldType: 'text',
      description: '',
      groupName: 'own_fields',
      options: [],
      createdUserId: '60001',
      updatedUserId: '60001',
      displayOrder: 0,
      calculated: false,
      externalOptions: false,
      archived: false,
      hasUniqueValue: true,
      hidden: false,
      modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
      formField: false,
      dataSensitivity: 'non_sensitive',
      sensitiveDataCategories: [],
    });
  });

  it('shows no options where they come from elsewhere', async () => {
    const desk = openDesk();
    const external = [
      ...(await properties(desk, 'contacts')).filter(({ name }) => name === 'hubspot_owner_id'),
      ...(await properties(desk, 'deals')).filter(({ name }) => ['pipeline', 'dealstage'].includes(name)),
    ];
    expect(external.map(({ externalOptions, options }) => [externalOptions, options])).toEqual(
      Array(3).fill([true, []]),
    );
  });

  it('marks roll-ups as read-only though not as calculated', async () => {
    const rollup = (await properties(openDesk(), 'contacts')).find(({ name }) => name === 'num_notes');
    expect(rollup).toMatchObject({ fieldType: 'calculation_rollup', calculated: false });
    expect(rollup?.modificationMetadata.readOnlyValue).toBe(true);
  });

  it('shows sensitive properties on request only', async () => {
    const desk = openDesk();
    const names = async (query: string) =>
      (await properties(desk, 'contacts', query)).map(({ name }) => name);
    expect(await names('')).not.toContain('national_id');
    expect(await names('?dataSensitivity=sensitive')).toEqual(['national_id']);
  });

  it('has labels that differ from the values behind them', async () => {
    const level = (await properties(openDesk(), 'contacts')).find(({ name }) => name === 'membership_level');
    expect(level?.options.map(({ label, value }) => [label, value])).toContainEqual(['Gold', 'lvl_3']);
  });

  it('is empty of archived ones unless they are asked for', async () => {
    expect(await properties(openDesk(), 'contacts', '?archived=true')).toEqual([]);
  });

  it.each([
    'contacts',
    'companies',
    'deals',
    'tickets',
    'products',
    'line_items',
    'subscriptions',
    'quotes',
    'calls',
    'emails',
    'meetings',
    'notes',
    'tasks',
    'leads',
    'machines',
    '2-27182818',
  ])('exists for %s, each name once, each with its group', async (type) => {
    const desk = openDesk();
    const listed = await properties(desk, type);
    const groups = v
      .parse(
        v.object({ results: v.array(v.looseObject({ name: v.string() })) }),
        (await desk.get(`/crm/v3/properties/${type}/groups`)).json(),
      )
      .results.map(({ name }) => name);
    expect(listed.length).toBeGreaterThan(15);
    expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
    expect(listed.every(({ groupName }) => typeof groupName === 'string' && groups.includes(groupName))).toBe(
      true,
    );
  });
});

describe('a single property', () => {
  it('is 404 when nobody defined it', async () => {
    const answer = await openDesk().get('/crm/v3/properties/contacts/nope');
    expect(answer.status).toBe(404);
    expect(answer.refusal().category).toBe('OBJECT_NOT_FOUND');
  });
});

describe('creating a property', () => {
  it('makes it writable at once', async () => {
    const desk = openDesk();
    expect((await desk.post('/crm/v3/properties/contacts', fresh)).status).toBe(201);
    const answer = await desk.contacts('create', [{ properties: { shoe_size: '42' } }]);
    expect(answer.batch().results[0]?.properties.shoe_size).toBe('42');
  });

  it('that exists is a 409', async () => {
    const answer = await openDesk().post('/crm/properties/2026-09/contacts', { ...fresh, name: 'city' });
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({
      message: "A property named 'city' already exists.",
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
    });
  });

  it.each([
    [{ ...fresh, groupName: 'nowhere' }],
    [{ ...fresh, name: 'Shoe Size' }],
    [{ ...fresh, type: 'colour' }],
    [{ name: 'shoe_size' }],
  ])('as %j is refused', async (body) => {
    const desk = openDesk();
    expect((await desk.post('/crm/v3/properties/contacts', body)).status).toBe(400);
    expect((await desk.get('/crm/v3/properties/contacts/shoe_size')).status).toBe(404);
  });

  it('stops at ten unique ones per object', async () => {
    const desk = openDesk();
    const statuses: number[] = [];
    for (let number = 2; number <= 11; number += 1) {
      const unique = {
        ...fresh,
        name: `key_${number}`,
        type: 'string',
        fieldType: 'text',
        hasUniqueValue: true,
      };
      statuses.push((await desk.post('/crm/v3/properties/contacts', unique)).status);
    }
    expect(statuses).toEqual([...Array<number>(9).fill(201), 400]);
  });

  it('needs the scope for schemas', async () => {
    const desk = openDesk();
    desk.emulator.revokeScopes('pat-emulator-0001', ['crm.schemas.contacts.write']);
    expect((await desk.post('/crm/v3/properties/contacts', fresh)).status).toBe(403);
  });

  it('does not outlive a reset', async () => {
    const desk = openDesk();
    await desk.post('/crm/v3/properties/contacts', fresh);
    desk.emulator.reset();
    expect((await desk.get('/crm/v3/properties/contacts/shoe_size')).status).toBe(404);
  });
});

describe('reading several properties', () => {
  it('is a 207 when some are missing', async () => {
    const answer = await openDesk().post('/crm/v3/properties/contacts/batch/read', {
      inputs: [{ name: 'city' }, { name: 'nope' }],
    });
    expect(answer.status).toBe(207);
    expect(answer.json()).toMatchObject({ results: [{ name: 'city' }], numErrors: 1 });
  });

  it('is a 200 when all are there', async () => {
    const answer = await openDesk().post('/crm/v3/properties/contacts/batch/read', {
      inputs: [{ name: 'city' }],
    });
    expect(answer.status).toBe(200);
  });
});

describe('an archived property', () => {
  const key = { name: 'probe_key', label: 'Key', type: 'string', fieldType: 'text', groupName: 'own_fields' };

  it('is gone for lists and writes, and refuses nothing any more', async () => {
    const desk = openDesk();
    const path = '/crm/v3/properties/contacts';
    expect((await desk.post(path, { ...key, hasUniqueValue: true })).status).toBe(201);
    const inputs = [{ properties: { probe_key: 'one' } }];
    expect((await desk.contacts('create', inputs)).status).toBe(201);
    expect((await desk.ask('DELETE', `${path}/probe_key`)).status).toBe(204);
    expect((await desk.get(path)).text).not.toContain('probe_key');
    expect((await desk.contacts('create', inputs)).refusal().message).toMatch(/does not exist/);
    expect((await desk.ask('DELETE', `${path}/probe_key`)).status).toBe(404);
  });

  it('is never one of HubSpot’s own', async () => {
    const desk = openDesk();
    expect((await desk.ask('DELETE', '/crm/v3/properties/contacts/email')).status).toBe(400);
    expect((await desk.get('/crm/v3/properties/contacts/email')).status).toBe(200);
  });
});
