import {
  API_VERSIONS,
  DEFAULT_API_VERSION,
  findStandardObjectType,
  type ApiVersion,
} from '@bulk-records/core';
import { NOTHING_REMEMBERED, type FlowState } from './flow-state.ts';
import { NOTHING_DECIDED } from './reduce-decisions.ts';

/** What the flow knows of the place it starts in. */
export interface FlowStart extends Pick<FlowState, 'apiVersion' | 'timeZone'> {
  readonly objectTypeId: string;
}

/** The flow at its beginning, for the record the card stands on. */
export function startState({ objectTypeId, apiVersion, timeZone }: FlowStart): FlowState {
  return {
    step: 'data',
    input: null,
    fileProblem: null,
    objectTypes: { kind: 'loading' },
    missingScopes: [],
    target: {
      objectType: findStandardObjectType(objectTypeId)?.objectType ?? objectTypeId,
      operation: 'upsert',
      keyProperty: null,
    },
    description: { kind: 'loading' },
    ...NOTHING_DECIDED,
    memory: NOTHING_REMEMBERED,
    notKept: null,
    run: { kind: 'none' },
    apiVersion,
    timeZone,
  };
}

/** The API version a deploy profile asks for in its variables, or the default. */
export function chooseApiVersion(variable: unknown): ApiVersion {
  return API_VERSIONS.find((version) => version === variable) ?? DEFAULT_API_VERSION;
}
