import * as v from 'valibot';
import { envelopeBody } from '../format/batch-body.ts';
import type { JsonObject } from '../format/json.ts';
import { groupBody, propertyBody } from '../format/property-body.ts';
import { crmPaths } from '../http/api-paths.ts';
import type { ObjectCall } from '../http/call.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyNotFound, replyRefusal } from '../http/reply.ts';
import type { ObjectRoute } from '../http/route.ts';
import type { Property } from '../model/property.ts';

function bodyOf(property: Property, { store, kernel }: ObjectCall): JsonObject {
  return propertyBody(property, store.objectType, kernel.behaviour);
}

/** Archived and sensitive properties are listed on request only. */
function isListed(property: Property, { query }: ObjectCall): boolean {
  const sensitivity = query.get('dataSensitivity') ?? 'non_sensitive';
  const wantsArchived = query.get('archived') === 'true';
  return property.archived === wantsArchived && property.dataSensitivity === sensitivity;
}

function runList(call: ObjectCall): Reply {
  const listed = call.store.properties.all().filter((property) => isListed(property, call));
  return replyJson(200, { results: listed.map((property) => bodyOf(property, call)) });
}

function runGet(call: ObjectCall): Reply {
  const name = call.params.propertyName ?? '';
  const property = call.store.properties.get(name);
  return property === undefined
    ? replyNotFound(`Property ${name} does not exist`)
    : replyJson(200, bodyOf(property, call));
}

function runGroups({ store }: ObjectCall): Reply {
  return replyJson(200, { results: store.properties.groups().map(groupBody) });
}

const optionBody = v.object({
  label: v.string(),
  value: v.string(),
  description: v.optional(v.string(), ''),
  displayOrder: v.optional(v.number(), -1),
  hidden: v.optional(v.boolean(), false),
});

const newProperty = v.object({
  name: v.string(),
  label: v.string(),
  type: v.picklist(['string', 'number', 'bool', 'date', 'datetime', 'enumeration', 'phone_number']),
  fieldType: v.picklist([
    'text',
    'textarea',
    'html',
    'number',
    'phonenumber',
    'date',
    'select',
    'radio',
    'checkbox',
    'booleancheckbox',
    'file',
  ]),
  groupName: v.string(),
  description: v.optional(v.string(), ''),
  options: v.optional(v.array(optionBody), []),
  displayOrder: v.optional(v.number(), -1),
  hasUniqueValue: v.optional(v.boolean(), false),
  hidden: v.optional(v.boolean(), false),
  formField: v.optional(v.boolean(), false),
});

const propertyTypes = {
  body: 'com.hubspot.properties.api.PropertyCreate$Json',
  input: 'com.hubspot.properties.api.Option$Json',
};

const maxUniqueProperties = 10;

function creationRefusal(
  wanted: v.InferOutput<typeof newProperty>,
  { store }: ObjectCall,
): Reply | undefined {
  if (store.properties.getEvenArchived(wanted.name) !== undefined) {
    return replyRefusal(409, {
      message: `A property named '${wanted.name}' already exists.`,
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
    });
  }
  if (!/^[a-z][a-z0-9_]*$/u.test(wanted.name)) return replyInvalid(`Invalid property name: ${wanted.name}`);
  if (!store.properties.hasGroup(wanted.groupName)) {
    return replyInvalid(`Property group ${wanted.groupName} does not exist`);
  }
  const uniqueCount = store.properties
    .all()
    .filter(({ hasUniqueValue, archived }) => hasUniqueValue && !archived).length;
  if (wanted.hasUniqueValue && uniqueCount >= maxUniqueProperties) {
    return replyInvalid(`Up to ${maxUniqueProperties} unique properties can be defined per object`);
  }
  return undefined;
}

function runCreate(call: ObjectCall): Reply {
  const decoded = decodeBody(call.bodyText, newProperty, propertyTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const wanted = decoded.value;
  const refusal = creationRefusal(wanted, call);
  if (refusal !== undefined) return refusal;
  const property: Property = {
    ...wanted,
    calculated: false,
    hubspotDefined: false,
    dataSensitivity: 'non_sensitive',
    archived: false,
    createdAtMs: call.nowMs,
    updatedAtMs: call.nowMs,
    readOnlyValue: false,
  };
  call.store.properties.put(property);
  if (property.hasUniqueValue) call.store.records.indexBy(property.name);
  return replyJson(201, bodyOf(property, call));
}

/** Archives the property. Its values stay with the records, but nothing is found or refused by them any more. */
function runArchive(call: ObjectCall): Reply {
  const name = call.params.propertyName ?? '';
  const property = call.store.properties.get(name);
  if (property === undefined) return replyNotFound(`Property ${name} does not exist`);
  if (property.hubspotDefined) return replyInvalid(`Property ${name} is defined by HubSpot`);
  call.store.properties.put({ ...property, archived: true, updatedAtMs: call.nowMs });
  call.store.records.dropIndex(name);
  return { kind: 'empty', status: 204 };
}

const batchReadBody = v.object({ inputs: v.array(v.object({ name: v.string() })) });

function missingEntry(name: string): JsonObject {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Property ${name} does not exist`,
    context: { name: [name] },
  };
}

function runBatchRead(call: ObjectCall): Reply {
  const decoded = decodeBody(call.bodyText, batchReadBody, propertyTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const names = decoded.value.inputs.map(({ name }) => name);
  const found = names.flatMap((name) => call.store.properties.get(name) ?? []);
  const errors = names.filter((name) => call.store.properties.get(name) === undefined).map(missingEntry);
  const results = found.map((property) => bodyOf(property, call));
  const body = envelopeBody({
    results,
    errors,
    startedAtMs: call.nowMs,
    completedAtMs: call.kernel.clock.nowMs(),
  });
  return replyJson(errors.length === 0 ? 200 : 207, body);
}

export const propertyRoutes: readonly ObjectRoute[] = [
  { method: 'GET', paths: crmPaths('properties', '/:objectType'), access: 'properties-read', run: runList },
  {
    method: 'POST',
    paths: crmPaths('properties', '/:objectType'),
    access: 'properties-write',
    run: runCreate,
  },
  {
    method: 'GET',
    paths: crmPaths('properties', '/:objectType/groups'),
    access: 'properties-read',
    run: runGroups,
  },
  {
    method: 'POST',
    paths: crmPaths('properties', '/:objectType/batch/read'),
    access: 'properties-read',
    run: runBatchRead,
  },
  {
    method: 'GET',
    paths: crmPaths('properties', '/:objectType/:propertyName'),
    access: 'properties-read',
    run: runGet,
  },
  {
    method: 'DELETE',
    paths: crmPaths('properties', '/:objectType/:propertyName'),
    access: 'properties-write',
    run: runArchive,
  },
];
