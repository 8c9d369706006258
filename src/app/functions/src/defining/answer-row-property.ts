import { isCustomObjectType, MAX_WORK_MS, ROW_PROPERTY_NAME } from '@bulk-records/core/contract';
import type { Failure, RowPropertyReply, RowPropertyRequest } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { startDeadline } from '../deadline.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { fetchJson } from '../hubspot/fetch-json.ts';
import { propertiesPath, propertyPath } from '../hubspot/paths.ts';
import { explainLostRequest, nameMissingScope } from '../hubspot/refusal-failure.ts';

/** Every object type has it, so there is always a group that surely exists. */
const NEIGHBOUR = 'hs_object_id';

const neighbourSchema = v.object({ groupName: v.string() });

/**
 * Makes the row property: a text that is unique, so that HubSpot itself refuses to make a record of the same row twice.
 * One that is there already is left as it is.
 */
export async function answerRowProperty(
  { objectType, apiVersion }: RowPropertyRequest,
  client: HubSpotClient,
): Promise<RowPropertyReply | Failure> {
  const deadline = startDeadline(MAX_WORK_MS);
  const neighbour = await fetchJson(
    { client, deadline },
    {
      path: propertyPath(apiVersion, objectType, NEIGHBOUR),
      schema: neighbourSchema,
      task: `find a property group of ${objectType}`,
    },
  );
  if (!neighbour.ok) return neighbour.failure;
  const answer = await client.send({
    method: 'POST',
    path: propertiesPath(apiVersion, objectType),
    body: definitionIn(neighbour.value.groupName),
    timeoutMs: deadline.remainingMs(),
  });
  if (answer.kind === 'response' && answer.status === 201) return { ok: true, kind: 'made' };
  if (answer.kind === 'response' && answer.status === 409) return { ok: true, kind: 'already-there' };
  const failure = explainLostRequest(answer, `add the property ${ROW_PROPERTY_NAME} to ${objectType}`);
  return nameMissingScope(failure, scopeFor(objectType));
}

function definitionIn(groupName: string) {
  return {
    name: ROW_PROPERTY_NAME,
    label: 'Bulk Records row',
    description:
      'Written by Bulk Records: which row of which run made the record. It lets no row make a second one.',
    groupName,
    type: 'string',
    fieldType: 'text',
    hasUniqueValue: true,
    formField: false,
  };
}

function scopeFor(objectType: string): string {
  return `crm.schemas.${isCustomObjectType(objectType) ? 'custom' : objectType}.write`;
}
