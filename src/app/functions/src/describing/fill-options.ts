import type { Property, PropertyOption } from '@bulk-records/core/contract';
import type { Fetching } from '../hubspot/fetch-json.ts';
import type { DescribeObjectTypeRequest } from './describe-request.ts';
import { fetchOwnerOptions } from './owner-options.ts';
import { fetchPipelineOptions } from './pipeline-options.ts';

type Role = 'owner' | 'pipeline' | 'stage';

const PIPELINE_PROPERTIES: ReadonlySet<string> = new Set(['pipeline', 'hs_pipeline']);
const STAGE_PROPERTIES: ReadonlySet<string> = new Set(['dealstage', 'hs_pipeline_stage']);

/**
 * Gives properties whose values HubSpot keeps elsewhere (owners, pipelines, stages) their options. They keep
 * `externalOptions`: what stands in no list may still be valid, so nothing is to be refused because of it.
 */
export async function fillOptions(
  properties: readonly Property[],
  request: DescribeObjectTypeRequest,
  fetching: Fetching,
): Promise<readonly Property[]> {
  const roles = new Set(properties.map(roleOf));
  const [owners, { pipelines, stages }] = await Promise.all([
    roles.has('owner') ? fetchOwnerOptions(request.apiVersion, fetching) : [],
    roles.has('pipeline') || roles.has('stage')
      ? fetchPipelineOptions(request, fetching)
      : { pipelines: [], stages: [] },
  ]);
  const optionsOf = (role: Role): readonly PropertyOption[] => {
    switch (role) {
      case 'owner':
        return owners;
      case 'pipeline':
        return pipelines;
      case 'stage':
        return stages;
    }
  };
  return properties.map((property) => {
    const role = roleOf(property);
    return role === undefined ? property : { ...property, options: [...optionsOf(role)] };
  });
}

function roleOf(property: Property): Role | undefined {
  if (!property.externalOptions || property.options.length > 0) return undefined;
  if (property.referencedObjectType === 'OWNER') return 'owner';
  if (PIPELINE_PROPERTIES.has(property.name)) return 'pipeline';
  return STAGE_PROPERTIES.has(property.name) ? 'stage' : undefined;
}
