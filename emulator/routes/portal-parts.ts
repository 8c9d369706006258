import type { JsonObject } from '../format/json.ts';
import { pipelineBody, propertyBody, stageBody } from '../format/property-body.ts';
import { accountPaths, crmPaths, schemaPaths } from '../http/api-paths.ts';
import type { Call, ObjectCall } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyNotFound } from '../http/reply.ts';
import type { ObjectRoute, PlainRoute } from '../http/route.ts';
import type { Owner } from '../model/portal-parts.ts';
import type { TypeStore } from '../store/portal.ts';
import { pageBody } from './list-objects.ts';

function runPipelines({ store }: ObjectCall): Reply {
  return replyJson(200, { results: store.pipelines.map(pipelineBody) });
}

function runPipeline({ store, params }: ObjectCall): Reply {
  const pipeline = store.pipelines.find(({ id }) => id === params.pipelineId);
  return pipeline === undefined
    ? replyNotFound('Pipeline does not exist')
    : replyJson(200, pipelineBody(pipeline));
}

function runStages({ store, params }: ObjectCall): Reply {
  const pipeline = store.pipelines.find(({ id }) => id === params.pipelineId);
  return pipeline === undefined
    ? replyNotFound('Pipeline does not exist')
    : replyJson(200, { results: pipeline.stages.map(stageBody) });
}

export const pipelineRoutes: readonly ObjectRoute[] = [
  { method: 'GET', paths: crmPaths('pipelines', '/:objectType'), access: 'objects-read', run: runPipelines },
  {
    method: 'GET',
    paths: crmPaths('pipelines', '/:objectType/:pipelineId'),
    access: 'objects-read',
    run: runPipeline,
  },
  {
    method: 'GET',
    paths: crmPaths('pipelines', '/:objectType/:pipelineId/stages'),
    access: 'objects-read',
    run: runStages,
  },
];

function ownerBody({ id, userId, email, firstName, lastName, archived, createdAtMs }: Owner): JsonObject {
  const createdAt = new Date(createdAtMs).toISOString();
  return {
    id,
    email,
    type: 'PERSON',
    firstName,
    lastName,
    userId,
    userIdIncludingInactive: userId,
    createdAt,
    updatedAt: createdAt,
    archived,
  };
}

const maxOwnersPerPage = 500;

function runOwners({ kernel, query, path }: Call): Reply {
  const limit = Number(query.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxOwnersPerPage) {
    return replyInvalid(`limit must be between 1 and ${maxOwnersPerPage}`);
  }
  const email = query.get('email');
  const wantsArchived = query.get('archived') === 'true';
  const owners = kernel.portal.owners
    .filter(
      (owner) => owner.archived === wantsArchived && (email === null || owner.email === email.toLowerCase()),
    )
    .filter((owner) => Number(owner.id) > Number(query.get('after') ?? 0));
  const shown = owners.slice(0, limit);
  const after = owners.length > limit ? shown.at(-1)?.id : undefined;
  return replyJson(200, pageBody(shown.map(ownerBody), after, `https://api.hubapi.com${path}`));
}

function runOwner({ kernel, params, query }: Call): Reply {
  const byUserId = query.get('idProperty') === 'userId';
  const owner = kernel.portal.owners.find(
    ({ id, userId }) => (byUserId ? String(userId) : id) === params.ownerId,
  );
  return owner === undefined ? replyNotFound('Owner does not exist') : replyJson(200, ownerBody(owner));
}

function schemaBody({ objectType, properties }: TypeStore, { kernel }: Call): JsonObject {
  const typeNumber = objectType.id.split('-')[1] ?? '';
  return {
    id: typeNumber,
    objectTypeId: objectType.id,
    name: objectType.name,
    fullyQualifiedName: objectType.fullyQualifiedName,
    labels: objectType.labels,
    primaryDisplayProperty: objectType.primaryDisplayProperty,
    secondaryDisplayProperties: objectType.secondaryDisplayProperties,
    searchableProperties: objectType.searchableProperties,
    requiredProperties: objectType.requiredProperties,
    properties: properties.all().map((property) => propertyBody(property, objectType, kernel.behaviour)),
    associations: [],
    metaType: objectType.isCustom ? 'PORTAL_SPECIFIC' : 'HUBSPOT',
    portalId: kernel.portal.account.portalId,
    archived: false,
    createdAt: '2023-01-09T08:00:00.000Z',
    updatedAt: '2024-05-14T08:00:00.000Z',
  };
}

/** The list names the portal's custom objects; a single schema can be any type's. */
function runSchemas(call: Call): Reply {
  const { portal } = call.kernel;
  const custom = portal.objectTypes
    .filter(({ isCustom }) => isCustom)
    .flatMap(({ id }) => portal.findType(id) ?? []);
  return replyJson(200, { results: custom.map((store) => schemaBody(store, call)) });
}

function runSchema(call: Call): Reply {
  const pathName = call.params.schemaName ?? '';
  const store = call.kernel.portal.findType(pathName);
  return store === undefined
    ? replyNotFound(`Unable to infer object type from: ${pathName}`)
    : replyJson(200, schemaBody(store, call));
}

function runAccount({ kernel }: Call): Reply {
  return replyJson(200, { ...kernel.portal.account });
}

const ownerScopes = ['crm.objects.owners.read'];
/** HubSpot OpenAPI, schemas, 2026-03: either scope opens the list. */
const schemaScopes = ['crm.schemas.custom.read', 'crm.objects.custom.read'];

export const portalRoutes: readonly PlainRoute[] = [
  { method: 'GET', paths: crmPaths('owners', ''), anyScopeOf: ownerScopes, run: runOwners },
  { method: 'GET', paths: crmPaths('owners', '/'), anyScopeOf: ownerScopes, run: runOwners },
  { method: 'GET', paths: crmPaths('owners', '/:ownerId'), anyScopeOf: ownerScopes, run: runOwner },
  { method: 'GET', paths: schemaPaths(''), anyScopeOf: schemaScopes, run: runSchemas },
  { method: 'GET', paths: schemaPaths('/:schemaName'), anyScopeOf: [], run: runSchema },
  { method: 'GET', paths: accountPaths, anyScopeOf: [], run: runAccount },
];
