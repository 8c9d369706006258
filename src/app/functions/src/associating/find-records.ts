import type { AssociateRecordsReply, AssociateRecordsRequest } from '@bulk-records/core/contract';
import type { HubSpotClient } from '../hubspot/client.ts';
import { searchPath } from '../hubspot/paths.ts';
import { askHubSpot } from './ask-hubspot.ts';
import { searchBodySchema } from './association-body.ts';

/** HubSpot's largest page of a search. */
const PAGE_SIZE = 200;

/** Records that hold one of the values, a page of them. The search lags behind writes by some seconds (usage guide). */
export async function findRecords(
  request: Extract<AssociateRecordsRequest, { operation: 'find' }>,
  client: HubSpotClient,
): Promise<AssociateRecordsReply> {
  const { apiVersion, objectType, property, values, workMs } = request;
  const asked = await askHubSpot(client, {
    path: searchPath(apiVersion, objectType),
    body: {
      filterGroups: [{ filters: [{ propertyName: property, operator: 'IN', values: inLowerCase(values) }] }],
      properties: [property],
      limit: PAGE_SIZE,
    },
    schema: searchBodySchema,
    task: `find ${objectType}`,
    timeoutMs: workMs,
  });
  if (!asked.ok) return asked.failure;
  const { results, paging } = asked.value;
  const records = results.map(({ id, properties }) => ({ recordId: id, value: properties[property] ?? '' }));
  const isComplete = (paging?.next ?? null) === null;
  return { ok: true, result: { kind: 'found', records, isComplete, requests: [asked.request] } };
}

/** HubSpot's search guide: the values of IN have to be in lower case. */
function inLowerCase(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.toLowerCase()))];
}
