import type { PropertyOption } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { fetchJson } from '../hubspot/fetch-json.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { pipelinesPath } from '../hubspot/paths.ts';
import type { DescribeObjectTypeRequest } from './describe-request.ts';

const stageSchema = v.object({ id: v.string(), label: v.string() });

const pipelineListSchema = v.object({
  results: v.array(v.object({ id: v.string(), label: v.string(), stages: v.array(stageSchema) })),
});

type Pipeline = v.InferOutput<typeof pipelineListSchema>['results'][number];

export interface PipelineOptions {
  readonly pipelines: readonly PropertyOption[];
  readonly stages: readonly PropertyOption[];
}

/** Pipelines and stages as values of their properties; none if they cannot be had (type without, no scope). */
export async function fetchPipelineOptions(
  request: DescribeObjectTypeRequest,
  fetching: Fetching,
): Promise<PipelineOptions> {
  const path = pipelinesPath(request.apiVersion, request.objectType);
  const fetched = await fetchJson(fetching, { path, schema: pipelineListSchema, task: 'read the pipelines' });
  return fetched.ok ? listOptions(fetched.value.results) : { pipelines: [], stages: [] };
}

function listOptions(pipelines: readonly Pipeline[]): PipelineOptions {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => ({ stage, pipeline })));
  const labels = stages.map(({ stage }) => stage.label);
  return {
    pipelines: pipelines.map(({ id, label }) => ({ value: id, label, hidden: false })),
    // Two pipelines may both have a "Closed won": alone the word would name either.
    stages: stages.map(({ stage: { id, label }, pipeline }) => ({
      value: id,
      pipeline: pipeline.id,
      label: labels.filter((other) => other === label).length > 1 ? `${label} (${pipeline.label})` : label,
      hidden: false,
    })),
  };
}
