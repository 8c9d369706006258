import {
  API_VERSIONS,
  DEFAULT_API_VERSION,
  findStandardObjectType,
  type ApiVersion,
} from '@bulk-records/core';
import { NO_ASSOCIATION } from './association.ts';
import { USUAL_CAUTION } from './caution.ts';
import { NOTHING_REMEMBERED, USUAL_DUPLICATES, type FlowState } from './flow-state.ts';
import { NO_REPAIRS } from './run-repairs.ts';
import { NOTHING_DECIDED } from './reduce-decisions.ts';

/** What the flow knows of the place it starts in. */
export interface FlowStart extends Pick<FlowState, 'apiVersion' | 'timeZone' | 'mayRun'> {
  readonly objectTypeId: string;
  readonly recordId: string;
  readonly settings: FlowState['waySettings'];
}

/** The flow at its beginning, for the record the card stands on. */
export function startState({
  objectTypeId,
  recordId,
  apiVersion,
  timeZone,
  mayRun,
  settings,
}: FlowStart): FlowState {
  return {
    step: 'data',
    input: null,
    pending: null,
    planSource: null,
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
    openRecord: { objectType: findStandardObjectType(objectTypeId)?.objectType ?? objectTypeId, recordId },
    association: NO_ASSOCIATION,
    lookup: { kind: 'none' },
    duplicates: USUAL_DUPLICATES,
    caution: USUAL_CAUTION,
    waySettings: settings,
    memory: NOTHING_REMEMBERED,
    notKept: null,
    run: { kind: 'none' },
    repairs: NO_REPAIRS,
    runInput: null,
    mayRun,
    journalFailure: null,
    history: { kind: 'none' },
    historyTask: null,
    apiVersion,
    timeZone,
  };
}

/** The API version a deploy profile asks for in its variables, or the default. */
export function chooseApiVersion(variable: unknown): ApiVersion {
  return API_VERSIONS.find((version) => version === variable) ?? DEFAULT_API_VERSION;
}
