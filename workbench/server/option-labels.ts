import * as v from 'valibot';

import type { PropertyDefinition } from './crm-reader.ts';
import type { Portal } from './portal.ts';
import { PortalError, readJson } from './portal-json.ts';

interface Option {
  readonly label: string;
  readonly value: string;
}

const owners = v.object({
  results: v.array(
    v.object({
      id: v.string(),
      firstName: v.nullish(v.string(), ''),
      lastName: v.nullish(v.string(), ''),
      email: v.nullish(v.string(), ''),
    }),
  ),
});

const pipelines = v.object({
  results: v.array(
    v.object({
      id: v.string(),
      label: v.string(),
      stages: v.array(v.object({ id: v.string(), label: v.string() })),
    }),
  ),
});

const pipelineProperties: ReadonlySet<string> = new Set(['pipeline', 'hs_pipeline']);
const stageProperties: ReadonlySet<string> = new Set(['dealstage', 'hs_pipeline_stage']);

/**
 * Adds the options HubSpot lists elsewhere (owners, pipelines, stages): their properties come with
 * an empty list and `externalOptions`. A portal that refuses one of the lists leaves the ids.
 */
export async function withExternalOptions(
  portal: Portal,
  objectType: string,
  definitions: readonly PropertyDefinition[],
): Promise<readonly PropertyDefinition[]> {
  const names = definitions.map((definition) => definition.name);
  const [ownerOptions, pipelineOptions] = await Promise.all([
    names.includes('hubspot_owner_id') ? readOwnerOptions(portal) : [],
    names.some((name) => pipelineProperties.has(name))
      ? readPipelineOptions(portal, objectType)
      : { pipelines: [], stages: [] },
  ]);
  return definitions.map((definition) => {
    const { name } = definition;
    if (name === 'hubspot_owner_id') return withOptions(definition, ownerOptions);
    if (pipelineProperties.has(name)) return withOptions(definition, pipelineOptions.pipelines);
    if (stageProperties.has(name)) return withOptions(definition, pipelineOptions.stages);
    return definition;
  });
}

function withOptions(definition: PropertyDefinition, options: readonly Option[]): PropertyDefinition {
  return { ...definition, type: 'enumeration', options: [...options] };
}

async function readOwnerOptions(portal: Portal): Promise<readonly Option[]> {
  const { results } = await readOrEmpty(portal, '/crm/v3/owners?limit=100', owners);
  return results.map(({ id, firstName, lastName, email }) => ({
    value: id,
    label: `${firstName} ${lastName}`.trim() || email,
  }));
}

async function readPipelineOptions(
  portal: Portal,
  objectType: string,
): Promise<{ readonly pipelines: readonly Option[]; readonly stages: readonly Option[] }> {
  const path = `/crm/v3/pipelines/${encodeURIComponent(objectType)}`;
  const { results } = await readOrEmpty(portal, path, pipelines);
  const optionOf = ({ id, label }: { id: string; label: string }): Option => ({ value: id, label });
  return {
    pipelines: results.map(optionOf),
    stages: results.flatMap((pipeline) => pipeline.stages.map(optionOf)),
  };
}

async function readOrEmpty<Item>(
  portal: Portal,
  path: string,
  schema: v.GenericSchema<unknown, { results: Item[] }>,
): Promise<{ readonly results: readonly Item[] }> {
  try {
    return await readJson(portal, { path }, schema);
  } catch (error) {
    if (error instanceof PortalError) return { results: [] };
    throw error;
  }
}
