import type {
  AssociateRecordsReply,
  AssociateRecordsRequest,
  AssociationResult,
  EntryError,
} from '@bulk-records/core/contract';
import type { HubSpotClient } from '../hubspot/client.ts';
import { associationsPath } from '../hubspot/paths.ts';
import { askHubSpot } from './ask-hubspot.ts';
import { createdBodySchema, labelsBodySchema, readBodySchema } from './association-body.ts';

type RequestOf<Operation> = Extract<AssociateRecordsRequest, { operation: Operation }>;

export async function answerAssociate(
  request: AssociateRecordsRequest,
  client: HubSpotClient,
): Promise<AssociateRecordsReply> {
  switch (request.operation) {
    case 'list-types':
      return listTypes(request, client);
    case 'read':
      return readAssociations(request, client);
    case 'create':
      return createAssociations(request, client);
  }
}

async function listTypes(
  request: RequestOf<'list-types'>,
  client: HubSpotClient,
): Promise<AssociateRecordsReply> {
  const asked = await askHubSpot(client, {
    path: associationsPath(request.apiVersion, request, 'labels'),
    schema: labelsBodySchema,
    task: taskOf('list the association labels', request),
    timeoutMs: request.workMs,
  });
  if (!asked.ok) return asked.failure;
  return reply({ kind: 'types', types: asked.value.results, requests: [asked.request] });
}

async function readAssociations(
  request: RequestOf<'read'>,
  client: HubSpotClient,
): Promise<AssociateRecordsReply> {
  const asked = await askHubSpot(client, {
    path: associationsPath(request.apiVersion, request, 'batch/read'),
    body: { inputs: [...new Set(request.fromIds)].map((id) => ({ id })) },
    schema: readBodySchema,
    task: taskOf('read associations', request),
    timeoutMs: request.workMs,
  });
  if (!asked.ok) return asked.failure;
  const { results, errors } = asked.value;
  const found = results.map(({ from, to, paging }) => ({
    fromId: from.id,
    isComplete: (paging?.next ?? null) === null,
    to: to.map(({ toObjectId, associationTypes }) => ({ toId: toObjectId, types: associationTypes })),
  }));
  const none = errors.flatMap(withoutAssociations).map((fromId) => ({ fromId, isComplete: true, to: [] }));
  return reply({ kind: 'read', records: [...found, ...none], requests: [asked.request] });
}

/** HubSpot tells that a record has none as an error of its own, whatever the status. */
function withoutAssociations({ subCategory, context }: EntryError): readonly string[] {
  if (subCategory !== 'crm.associations.NO_ASSOCIATIONS_FOUND') return [];
  return context['fromObjectId'] ?? [];
}

async function createAssociations(
  request: RequestOf<'create'>,
  client: HubSpotClient,
): Promise<AssociateRecordsReply> {
  const inputs = request.pairs.map(({ fromId, toId, types }) => ({
    from: { id: fromId },
    to: { id: toId },
    types,
  }));
  const asked = await askHubSpot(client, {
    path: associationsPath(request.apiVersion, request, 'batch/create'),
    body: { inputs },
    schema: createdBodySchema,
    task: taskOf('associate records', request),
    timeoutMs: request.workMs,
  });
  if (!asked.ok) return asked.failure;
  const made = asked.value.results.map(({ fromObjectId, toObjectId }) => ({
    fromId: fromObjectId,
    toId: toObjectId,
  }));
  const errors = asked.value.errors.map((error) => ({
    message: error.message.slice(0, 500),
    ids: idsIn(error),
  }));
  return reply({ kind: 'created', made, errors, requests: [asked.request] });
}

/** Most entries have no context: the id stands in the text only, as in `CONTACT=1234 is not valid` (recorded, 2022-08). */
function idsIn({ message, context }: EntryError): string[] {
  const inText = message.match(/(?<![\w-])\d{1,20}(?![\w-])/g) ?? [];
  const inContext = Object.values(context).flat();
  return [...new Set([...inText, ...inContext])].filter((id) => /^\d{1,20}$/.test(id));
}

function taskOf(what: string, { fromObjectType, toObjectType }: AssociateRecordsRequest): string {
  return `${what} of ${fromObjectType} with ${toObjectType}`;
}

function reply(result: AssociationResult): AssociateRecordsReply {
  return { ok: true, result };
}
