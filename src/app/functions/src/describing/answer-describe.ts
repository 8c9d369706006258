import { MAX_WORK_MS, withAliases, withCallingPlans } from '@bulk-records/core/contract';
import type { DescribeObjectTypeReply } from '@bulk-records/core/contract';
import { startDeadline } from '../deadline.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { fetchJson } from '../hubspot/fetch-json.ts';
import { propertiesPath } from '../hubspot/paths.ts';
import type { DescribeObjectTypeRequest } from './describe-request.ts';
import { fetchTypeNames } from './fetch-schema.ts';
import { fillOptions } from './fill-options.ts';
import { findKeys } from './find-keys.ts';
import { fitDescription } from './fit-description.ts';
import { propertyListSchema, toProperty } from './property-body.ts';

/** All that mapping and planning need to know of an object type. Only its properties cannot be done without. */
export async function answerDescribe(
  request: DescribeObjectTypeRequest,
  client: HubSpotClient,
): Promise<DescribeObjectTypeReply> {
  const fetching = { client, deadline: startDeadline(MAX_WORK_MS) };
  const path = propertiesPath(request.apiVersion, request.objectType);
  const task = `read the properties of ${request.objectType}`;
  const [fetched, names] = await Promise.all([
    fetchJson(fetching, { path, schema: propertyListSchema, task }),
    fetchTypeNames(request, fetching),
  ]);
  if (!fetched.ok) return fetched.failure;
  const properties = await fillOptions(fetched.value.results.map(toProperty), request, fetching);
  return {
    ok: true,
    description: fitDescription({
      ...names,
      properties: withCallingPlans(withAliases(properties)),
      keys: [...findKeys(names.objectType, properties)],
      requiredProperties: [...names.requiredProperties],
      names: names.names.filter((name) => properties.some((property) => property.name === name)),
    }),
  };
}
