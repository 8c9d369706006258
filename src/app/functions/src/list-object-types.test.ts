import { decodeWith, listObjectTypesReplySchema, STANDARD_OBJECT_TYPES } from '@bulk-records/core/contract';
import type { ListObjectTypesReply } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { main } from './list-object-types.ts';
import type { FakeReply } from './testing/fake-hubspot.ts';
import { json } from './testing/fake-hubspot.ts';
import { serveFakeHubSpot } from './testing/run-function.ts';

async function list(): Promise<ListObjectTypesReply> {
  const decoded = decodeWith(
    listObjectTypesReplySchema,
    JSON.parse(JSON.stringify(await main({ parameters: {} }))),
  );
  if (!decoded.ok) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}

const car = {
  objectTypeId: '2-77',
  name: 'car',
  labels: { singular: 'Car', plural: 'Cars' },
  requiredProperties: ['plate'],
};

describe('list_object_types', () => {
  it("offers HubSpot's own types and the portal's custom ones", async () => {
    await serveFakeHubSpot(() => json(200, { results: [car] }));
    const reply = await list();
    expect(reply).toMatchObject({ ok: true, notes: [] });
    expect(reply.ok && reply.objectTypes.slice(0, -1)).toEqual(STANDARD_OBJECT_TYPES);
    expect(reply.ok && reply.objectTypes.at(-1)).toEqual({
      objectType: '2-77',
      objectTypeId: '2-77',
      singularLabel: 'Car',
      pluralLabel: 'Cars',
      operations: ['upsert', 'create', 'update', 'archive'],
    });
  });

  it('asks for names only, not for thousands of property definitions', async () => {
    const hubspot = await serveFakeHubSpot(() => json(200, { results: [] }));
    await list();
    expect(hubspot.requests).toMatchObject([
      { path: '/crm-object-schemas/2026-03/schemas', query: { includePropertyDefinitions: 'false' } },
    ]);
  });

  it('names a custom type without labels by its name', async () => {
    await serveFakeHubSpot(() => json(200, { results: [{ objectTypeId: '2-78', name: 'boat' }] }));
    const reply = await list();
    expect(reply.ok && reply.objectTypes.at(-1)).toMatchObject({
      singularLabel: 'boat',
      pluralLabel: 'boat',
    });
  });

  it('does not offer archived types, nor standard ones a second time', async () => {
    await serveFakeHubSpot(() =>
      json(200, {
        results: [
          { ...car, archived: true },
          { objectTypeId: '0-1', name: 'contact' },
        ],
      }),
    );
    const reply = await list();
    expect(reply.ok && reply.objectTypes).toEqual(STANDARD_OBJECT_TYPES);
  });

  it.each<[FakeReply, object]>([
    [
      json(403, {
        category: 'MISSING_SCOPES',
        context: { requiredGranularScopes: ['crm.objects.custom.read'] },
      }),
      { code: 'custom-objects-missing-scopes', scopes: ['crm.objects.custom.read'] },
    ],
    [json(500, {}), { code: 'custom-objects-unavailable', scopes: [] }],
    [{ kind: 'reset' }, { code: 'custom-objects-unavailable', scopes: [] }],
    [
      { kind: 'answer', status: 200, text: 'null' },
      { code: 'custom-objects-unreadable-answer', scopes: [] },
    ],
  ])('offers the standard types with a note when custom ones cannot be had', async (answer, note) => {
    await serveFakeHubSpot(() => answer);
    expect(await list()).toEqual({ ok: true, objectTypes: STANDARD_OBJECT_TYPES, notes: [note] });
  });

  it('fails when the token is wrong, because nothing would work with it', async () => {
    await serveFakeHubSpot(() => json(401, {}));
    expect(await list()).toMatchObject({ ok: false, error: { code: 'invalid-token' } });
  });
});
