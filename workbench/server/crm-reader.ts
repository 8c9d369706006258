import * as v from 'valibot';

import type { Portal } from './portal.ts';
import { PortalError, readJson } from './portal-json.ts';

export type PropertyValues = Readonly<Record<string, string | null>>;

export interface RecordKey {
  readonly objectTypeId: string;
  readonly recordId: string;
}

const properties = v.record(v.string(), v.nullish(v.string(), null));
const record = v.object({ id: v.string(), properties });

const propertyDefinition = v.object({
  name: v.string(),
  label: v.string(),
  type: v.string(),
  options: v.optional(v.array(v.object({ label: v.string(), value: v.string() })), []),
});

export type PropertyDefinition = v.InferOutput<typeof propertyDefinition>;

function typePath(objectType: string): string {
  return encodeURIComponent(objectType);
}

/** All property definitions of an object type. */
export async function readPropertyDefinitions(
  portal: Portal,
  objectType: string,
): Promise<readonly PropertyDefinition[]> {
  const path = `/crm/v3/properties/${typePath(objectType)}`;
  const { results } = await readJson(portal, { path }, v.object({ results: v.array(propertyDefinition) }));
  return results;
}

/** Values of one record; names that the record has no value for are `null`. */
export async function readProperties(
  portal: Portal,
  key: RecordKey,
  names: readonly string[],
): Promise<PropertyValues> {
  // By POST: a record page may ask for 500 names, more than a URL carries.
  const path = `/crm/v3/objects/${typePath(key.objectTypeId)}/batch/read`;
  const { results } = await readJson(
    portal,
    { path, post: { properties: names, inputs: [{ id: key.recordId }] } },
    v.object({ results: v.array(record) }),
  );
  const found = results[0];
  if (found === undefined) throw new PortalError(404, 'This record does not exist');
  return Object.fromEntries(names.map((name) => [name, found.properties[name] ?? null]));
}

/** The id of any record of the type, to have a page to start on; `undefined` when there is none. */
export async function readAnyRecordId(portal: Portal, objectTypeId: string): Promise<string | undefined> {
  const path = `/crm/v3/objects/${typePath(objectTypeId)}?limit=1`;
  const list = await readJson(portal, { path }, v.object({ results: v.array(record) }));
  return list.results[0]?.id;
}

export interface PortalDetails {
  readonly id: number;
  readonly timezone: string;
}

export async function readPortalDetails(portal: Portal): Promise<PortalDetails> {
  const details = await readJson(
    portal,
    { path: '/account-info/v3/details' },
    v.object({ portalId: v.number(), timeZone: v.string() }),
  );
  return { id: details.portalId, timezone: details.timeZone };
}

export const searchRequest = v.object({
  objectType: v.string(),
  properties: v.optional(v.array(v.string()), []),
  query: v.optional(v.string()),
  filterGroups: v.optional(v.array(v.unknown()), []),
  sorts: v.optional(v.array(v.unknown()), []),
  pageLength: v.optional(v.number(), 10),
  after: v.optional(v.string()),
});

const paging = v.optional(v.object({ next: v.optional(v.object({ after: v.string() })) }));

/** The SDK's `useCrmSearch`: `{ results, total, hasMore, after }`. */
export async function searchRecords(
  portal: Portal,
  request: v.InferOutput<typeof searchRequest>,
): Promise<unknown> {
  const { objectType, pageLength, ...search } = request;
  const found = await readJson(
    portal,
    {
      path: `/crm/v3/objects/${typePath(objectType)}/search`,
      post: { ...search, limit: pageLength },
    },
    v.object({ total: v.number(), results: v.array(record), paging }),
  );
  return {
    results: found.results.map(({ id, properties }) => ({ objectId: Number(id), properties })),
    total: found.total,
    hasMore: found.paging?.next !== undefined,
    ...(found.paging?.next ?? {}),
  };
}

export const associationsRequest = v.object({
  toObjectType: v.string(),
  properties: v.optional(v.array(v.string()), []),
  pageLength: v.optional(v.number(), 10),
  offset: v.optional(v.number()),
});

const association = v.object({
  toObjectId: v.union([v.number(), v.string()]),
  associationTypes: v.array(
    v.object({ category: v.string(), typeId: v.number(), label: v.nullish(v.string(), '') }),
  ),
});

/** The SDK's `useAssociations`: `{ results, hasMore, nextOffset }`. */
export async function readAssociations(
  portal: Portal,
  key: RecordKey,
  request: v.InferOutput<typeof associationsRequest>,
): Promise<unknown> {
  const { toObjectType, pageLength, offset } = request;
  const query = new URLSearchParams({ limit: String(pageLength) });
  if (offset !== undefined && offset > 0) query.set('after', String(offset));
  const from = `/crm/v4/objects/${typePath(key.objectTypeId)}/${typePath(key.recordId)}`;
  const list = await readJson(
    portal,
    { path: `${from}/associations/${typePath(toObjectType)}?${query.toString()}` },
    v.object({ results: v.array(association), paging }),
  );
  const results = list.results.map(async ({ toObjectId, associationTypes }) => ({
    toObjectId: Number(toObjectId),
    associationTypes,
    properties: await readProperties(
      portal,
      { objectTypeId: toObjectType, recordId: String(toObjectId) },
      request.properties,
    ),
  }));
  const after = list.paging?.next?.after;
  return {
    results: await Promise.all(results),
    hasMore: after !== undefined,
    nextOffset: Number(after ?? 0),
  };
}
