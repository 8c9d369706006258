import { API_VERSIONS, DEFAULT_API_VERSION, type ApiVersion } from '@bulk-records/core';
import { NO_ASSOCIATION } from './association.ts';
import { USUAL_CAUTION } from './caution.ts';
import { NOTHING_REMEMBERED, USUAL_DUPLICATES, type FlowState } from './flow-state.ts';
import { USUAL_LONG_CHOICES } from './long.ts';
import {
  firstKeyFor,
  firstOperationFor,
  objectTypeOf,
  openRecordOf,
  selectionOf,
  type Place,
} from './place.ts';
import { NO_REPAIRS } from './run-repairs.ts';
import { inputOfSelection } from './selected-records.ts';
import { NOTHING_DECIDED } from './reduce-decisions.ts';

/** What the flow knows of the place it starts in. */
export interface FlowStart extends Pick<FlowState, 'apiVersion' | 'timeZone' | 'mayRun' | 'longSettings'> {
  readonly place: Place;
  readonly settings: FlowState['waySettings'];
}

/** The flow at its beginning. */
export function startState({
  place,
  apiVersion,
  timeZone,
  mayRun,
  settings,
  longSettings,
}: FlowStart): FlowState {
  const selection = selectionOf(place);
  return {
    step: 'data',
    input: inputOfSelection(selection),
    pending: null,
    planSource: null,
    fileProblem: null,
    objectTypes: { kind: 'loading' },
    missingScopes: [],
    target: {
      objectType: objectTypeOf(place),
      operation: firstOperationFor(selection),
      keyProperty: firstKeyFor(selection),
    },
    description: { kind: 'loading' },
    ...NOTHING_DECIDED,
    openRecord: openRecordOf(place),
    selection,
    association: NO_ASSOCIATION,
    lookup: { kind: 'none' },
    duplicates: USUAL_DUPLICATES,
    caution: USUAL_CAUTION,
    longSettings,
    longChoices: USUAL_LONG_CHOICES,
    lastLong: null,
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
