import {
  API_VERSIONS,
  DEFAULT_API_VERSION,
  findStandardObjectType,
  type ApiVersion,
} from '@bulk-records/core';
import type { FlowState } from './flow-state.ts';

/** The flow at its beginning, for the record the card stands on. */
export function startState(objectTypeId: string, apiVersion: ApiVersion): FlowState {
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
    columnChoices: new Map(),
    run: { kind: 'none' },
    apiVersion,
  };
}

/** The API version a deploy profile asks for in its variables, or the default. */
export function chooseApiVersion(variable: unknown): ApiVersion {
  return API_VERSIONS.find((version) => version === variable) ?? DEFAULT_API_VERSION;
}
