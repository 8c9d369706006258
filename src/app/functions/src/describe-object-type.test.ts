import { decodeWith, describeObjectTypeReplySchema } from '@bulk-records/core/contract';
import type { DescribeObjectTypeReply, ObjectTypeDescription } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { main } from './describe-object-type.ts';
import type { FakeHubSpot, FakeReply } from './testing/fake-hubspot.ts';
import { json } from './testing/fake-hubspot.ts';
import { serveFakeHubSpot } from './testing/run-function.ts';

async function ask(objectType: string): Promise<DescribeObjectTypeReply> {
  const reply = await main({ parameters: { objectType, apiVersion: '2026-03' } });
  const decoded = decodeWith(describeObjectTypeReplySchema, JSON.parse(JSON.stringify(reply)));
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

async function description(objectType: string): Promise<ObjectTypeDescription> {
  const reply = await ask(objectType);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.description;
}

function property(name: string, fields: object = {}): object {
  return {
    name,
    label: name.toUpperCase(),
    type: 'string',
    fieldType: 'text',
    groupName: 'information',
    description: '',
    options: [],
    hasUniqueValue: false,
    hidden: false,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    ...fields,
  };
}

/** A HubSpot in which only the given paths are there. */
function serve(replies: Readonly<Record<string, FakeReply>>): Promise<FakeHubSpot> {
  return serveFakeHubSpot(({ path }) => replies[path] ?? json(404, { message: 'resource not found' }));
}

function serveProperties(objectType: string, ...results: readonly object[]): Promise<FakeHubSpot> {
  return serve({ [`/crm/properties/2026-03/${objectType}`]: json(200, { results }) });
}

const stageProperty = property('dealstage', {
  type: 'enumeration',
  fieldType: 'radio',
  externalOptions: true,
});
const pipelineProperty = property('pipeline', { type: 'enumeration', externalOptions: true });
const ownerProperty = property('hubspot_owner_id', {
  type: 'enumeration',
  externalOptions: true,
  referencedObjectType: 'OWNER',
});

describe('describe_object_type', () => {
  it('tells what other systems call the properties of a standard object', async () => {
    await serveProperties(
      'contacts',
      ...['email', 'firstname', 'lastname', 'shoe_size'].map((name) => property(name)),
    );
    const { properties } = await description('contacts');
    const aliases = new Map(properties.map((each) => [each.name, each.aliases]));
    expect(aliases.get('firstname')).toContain('vorname');
    expect(aliases.get('shoe_size')).toBeUndefined();
  });

  it('tells of phone properties alone how numbers are dialled', async () => {
    await serveProperties('contacts', property('phone', { type: 'phone_number' }), property('colour'));
    const { properties } = await description('contacts');
    expect(properties.map(({ callingPlans }) => callingPlans)).toEqual([
      expect.stringContaining('DE49'),
      undefined,
    ]);
  });

  it("describes properties in the contract's words", async () => {
    const options = [{ label: 'Red', value: 'red', hidden: false, displayOrder: 1 }];
    await serveProperties(
      'contacts',
      property('colour', { type: 'enumeration', fieldType: 'select', options, description: 'Of the car' }),
    );
    expect((await description('contacts')).properties).toEqual([
      {
        name: 'colour',
        label: 'COLOUR',
        type: 'enumeration',
        fieldType: 'select',
        groupName: 'information',
        description: 'Of the car',
        options: [{ label: 'Red', value: 'red', hidden: false }],
        externalOptions: false,
        readOnly: false,
        calculated: false,
        hidden: false,
        hasUniqueValue: false,
      },
    ]);
  });

  it('takes a property for read-only by its values alone, not because it is calculated', async () => {
    await serveProperties(
      'contacts',
      property('rollup', { calculated: false, modificationMetadata: { readOnlyValue: true } }),
      property('formula', { calculated: true, modificationMetadata: { readOnlyValue: false } }),
    );
    const { properties } = await description('contacts');
    expect(properties.map(({ name, readOnly }) => [name, readOnly])).toEqual([
      ['rollup', true],
      ['formula', false],
    ]);
  });

  it('makes do with properties that lack all but a name', async () => {
    await serveProperties(
      'contacts',
      { name: 'bare' },
      { name: 'odd', label: null, options: null, hidden: 'yes', modificationMetadata: null },
    );
    expect((await description('contacts')).properties.map(({ name }) => name)).toEqual(['bare', 'odd']);
  });

  it('knows a standard type by its type id as well', async () => {
    await serveProperties('0-3', property('dealname'));
    expect(await description('0-3')).toMatchObject({
      objectType: 'deals',
      objectTypeId: '0-3',
      singularLabel: 'Deal',
      pluralLabel: 'Deals',
      requiredProperties: ['dealname', 'dealstage'],
    });
  });

  it.each([
    ['contacts', 'email'],
    ['products', 'hs_sku'],
    ['line_items', 'hs_external_id'],
    ['tickets', 'hs_external_object_ids'],
  ])('offers of %s the built-in key %s', async (objectType, name) => {
    await serveProperties(objectType, property('city'), property(name));
    expect((await description(objectType)).keys).toEqual([
      { property: name, label: name.toUpperCase(), operations: ['upsert', 'update', 'archive'] },
      { property: 'hs_object_id', label: 'Record ID', operations: ['update', 'archive'] },
    ]);
  });

  it('offers a built-in key once, even when HubSpot calls it unique', async () => {
    await serveProperties('contacts', property('email', { hasUniqueValue: true }));
    const keys = (await description('contacts')).keys.filter((key) => key.property === 'email');
    expect(keys).toEqual([
      { property: 'email', label: 'EMAIL', operations: ['upsert', 'update', 'archive'] },
    ]);
  });

  it('offers own unique properties, but neither company domains nor deal names', async () => {
    await serveProperties(
      'companies',
      property('domain'),
      property('name'),
      property('erp_number', { hasUniqueValue: true }),
    );
    expect((await description('companies')).keys.map((key) => key.property)).toEqual([
      'hs_object_id',
      'erp_number',
    ]);
  });

  it('offers no hidden unique property, and a read-only one only for finding', async () => {
    await serveProperties(
      'deals',
      property('hs_object_id', { hasUniqueValue: true, modificationMetadata: { readOnlyValue: true } }),
      property('hs_unique_creation_key', { hasUniqueValue: true, hidden: true }),
      property('serial', { hasUniqueValue: true, modificationMetadata: { readOnlyValue: true } }),
    );
    expect((await description('deals')).keys).toEqual([
      { property: 'hs_object_id', label: 'HS_OBJECT_ID', operations: ['update', 'archive'] },
      { property: 'serial', label: 'SERIAL', operations: ['update', 'archive'] },
    ]);
  });

  it('fills in pipelines and stages, and tells stages of the same name apart', async () => {
    await serve({
      '/crm/properties/2026-03/deals': json(200, { results: [stageProperty, pipelineProperty] }),
      '/crm/pipelines/2026-03/deals': json(200, {
        results: [
          {
            id: 'default',
            label: 'Sales',
            stages: [
              { id: 'won', label: 'Won' },
              { id: 'call', label: 'First call' },
            ],
          },
          { id: '77', label: 'Renewals', stages: [{ id: '78', label: 'Won' }] },
        ],
      }),
    });
    const [stage, pipeline] = (await description('deals')).properties;
    expect(stage).toMatchObject({
      externalOptions: true,
      options: [
        { value: 'won', label: 'Won (Sales)', pipeline: 'default' },
        { value: 'call', label: 'First call' },
        { value: '78', label: 'Won (Renewals)', pipeline: '77' },
      ],
    });
    expect(pipeline?.options.map(({ value }) => value)).toEqual(['default', '77']);
  });

  it('fills in owners of all pages, by name and by address', async () => {
    const ada = { id: '1', email: 'ada@example.org', firstName: 'Ada', lastName: 'Lovelace' };
    const team = { id: '2', email: '', firstName: '', lastName: 'Support' };
    const hubspot = await serveFakeHubSpot(({ path, query }) => {
      if (path.startsWith('/crm/properties')) return json(200, { results: [ownerProperty] });
      return 'after' in query
        ? json(200, { results: [team] })
        : json(200, { results: [ada], paging: { next: { after: '1' } } });
    });
    expect((await description('contacts')).properties[0]?.options).toEqual([
      { value: '1', label: 'Ada Lovelace', hidden: false },
      { value: '1', label: 'ada@example.org', hidden: true },
      { value: '2', label: 'Support', hidden: false },
    ]);
    expect(hubspot.requests.filter(({ path }) => path === '/crm/owners/2026-03')).toHaveLength(2);
  });

  it('tells owners of the same name apart by their address', async () => {
    const owners = ['a@example.org', 'b@example.org'].map((email, index) => ({
      id: String(index),
      email,
      firstName: 'Ada',
      lastName: 'L',
    }));
    await serve({
      '/crm/properties/2026-03/contacts': json(200, { results: [ownerProperty] }),
      '/crm/owners/2026-03': json(200, { results: owners }),
    });
    const labels = (await description('contacts')).properties[0]?.options.map(({ label }) => label);
    expect(labels).toEqual([
      'Ada L (a@example.org)',
      'a@example.org',
      'Ada L (b@example.org)',
      'b@example.org',
    ]);
  });

  it('goes without owners and pipelines it may not see', async () => {
    await serve({
      '/crm/properties/2026-03/deals': json(200, { results: [stageProperty, ownerProperty] }),
      '/crm/pipelines/2026-03/deals': json(403, {}),
      '/crm/owners/2026-03': json(403, {}),
    });
    const { properties } = await description('deals');
    expect(properties.map(({ options, externalOptions }) => [options, externalOptions])).toEqual([
      [[], true],
      [[], true],
    ]);
  });

  it('does not ask for lists no property needs', async () => {
    const hubspot = await serveProperties('notes', property('hs_note_body'));
    await description('notes');
    expect(hubspot.requests.map(({ path }) => path)).toEqual(['/crm/properties/2026-03/notes']);
  });

  it('takes names and required properties of a custom type from its schema', async () => {
    await serve({
      '/crm/properties/2026-03/2-77': json(200, { results: [property('plate', { hasUniqueValue: true })] }),
      '/crm-object-schemas/2026-03/schemas/2-77': json(200, {
        objectTypeId: '2-77',
        name: 'car',
        labels: { singular: 'Car', plural: 'Cars' },
        requiredProperties: ['plate'],
      }),
    });
    expect(await description('2-77')).toMatchObject({
      objectType: '2-77',
      objectTypeId: '2-77',
      singularLabel: 'Car',
      pluralLabel: 'Cars',
      requiredProperties: ['plate'],
      keys: [
        { property: 'hs_object_id' },
        { property: 'plate', operations: ['upsert', 'update', 'archive'] },
      ],
    });
  });

  it('describes a custom type whose schema it may not see by its path', async () => {
    await serveProperties('2-77', property('plate'));
    expect(await description('2-77')).toMatchObject({
      objectTypeId: '2-77',
      singularLabel: '2-77',
      requiredProperties: [],
    });
  });

  it('leaves out the longest lists when the reply would be too large, without calling values wrong', async () => {
    const options = Array.from({ length: 60_000 }, (_, index) => ({
      label: `Postal code ${index}`.padEnd(60),
      value: String(index),
    }));
    const few = [{ label: 'Red', value: 'red' }];
    await serveProperties('contacts', property('code', { options }), property('colour', { options: few }));
    const { properties } = await description('contacts');
    expect(properties[0]).toMatchObject({ options: [], externalOptions: true });
    expect(properties[1]?.options).toHaveLength(1);
  });

  it.each<[FakeReply, string]>([
    [json(404, {}), 'unknown-object-type'],
    [json(403, {}), 'missing-scopes'],
    [json(401, {}), 'invalid-token'],
    [json(503, {}), 'unavailable'],
    [{ kind: 'answer', status: 200, text: '<html>' }, 'unreadable-answer'],
    [json(200, { properties: [] }), 'unreadable-answer'],
  ])('fails with a reason when the properties cannot be had', async (reply, code) => {
    await serveFakeHubSpot(() => reply);
    expect(await ask('contacts')).toMatchObject({ ok: false, error: { code } });
  });
});
