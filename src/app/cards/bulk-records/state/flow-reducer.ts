import { abilitiesOf } from '@bulk-records/core';
import {
  isAboutAssociation,
  NO_ASSOCIATION,
  reduceAssociation,
  type AssociationEvent,
} from './association.ts';
import type { FlowEvent } from './flow-events.ts';
import type { FlowState, Target } from './flow-state.ts';
import { firstKeyFor, operationsFor } from './place.ts';
import { isAboutMemory, type MemoryEvent } from './memory-events.ts';
import { NOTHING_DECIDED, reduceDecisions } from './reduce-decisions.ts';
import { reduceHistory } from './reduce-history.ts';
import { reduceInput } from './reduce-input.ts';
import type { LongEvent } from './long.ts';
import { isAboutLong, reduceLong } from './reduce-long.ts';
import { applyWaiting, reduceMemory } from './reduce-memory.ts';
import { reduceReview } from './reduce-review.ts';
import { reduceRepairs } from './run-repairs.ts';
import { reduceRun } from './reduce-run.ts';

/** The next state of the flow. Answers of a run or an object type that is no longer looked at are ignored. */
export function reduceFlow(state: FlowState, event: FlowEvent): FlowState {
  if (isAboutAssociation(event)) return { ...state, association: reduceAssociation(state, event) };
  if (isAboutLong(event)) return reduceLong(state, event);
  return isAboutMemory(event) ? reduceMemory(state, event) : reduceRest(state, event);
}

function reduceRest(
  state: FlowState,
  event: Exclude<FlowEvent, AssociationEvent | MemoryEvent | LongEvent>,
): FlowState {
  switch (event.kind) {
    case 'input-read':
    case 'plan-loaded':
    case 'input-cleared':
    case 'sheet-wanted':
    case 'started-over':
    case 'reading-started':
    case 'reading-progressed':
    case 'reading-stopped':
    case 'file-refused':
      return reduceInput(state, event);
    case 'object-types-loaded':
    case 'object-type-chosen':
    case 'description-loaded':
    case 'operation-chosen':
    case 'key-chosen':
    case 'step-opened':
      return reduceTarget(state, event);
    case 'column-chosen':
    case 'format-chosen':
    case 'policy-chosen':
    case 'options-chosen':
    case 'clear-token-chosen':
    case 'cells-fixed':
    case 'fix-undone':
    case 'fixes-undone':
      return { ...state, ...reduceDecisions(state, event) };
    case 'lookup-started':
    case 'lookup-progressed':
    case 'lookup-stopped':
    case 'lookup-finished':
    case 'duplicates-settled':
    case 'caution-chosen':
      return { ...state, ...reduceReview(state, event) };
    case 'journal-reported':
    case 'history-loaded':
    case 'history-task':
    case 'run-forgotten':
    case 'run-opened':
      return reduceHistory(state, event);
    case 'failure-fixed':
    case 'conflicts-settled':
    case 'retry-failed':
      return reduceRepairs(state, event);
    case 'run-started':
    case 'run-held':
    case 'run-progressed':
    case 'canary-waits':
    case 'canary-answered':
    case 'stop-wanted':
    case 'run-refused':
    case 'run-finished':
      return reduceRun(state, event);
  }
}

type TargetEvent = Extract<
  FlowEvent,
  {
    kind:
      | 'object-types-loaded'
      | 'object-type-chosen'
      | 'description-loaded'
      | 'operation-chosen'
      | 'key-chosen'
      | 'step-opened';
  }
>;

function reduceTarget(state: FlowState, event: TargetEvent): FlowState {
  switch (event.kind) {
    case 'object-types-loaded':
      return { ...state, objectTypes: event.objectTypes, missingScopes: event.missingScopes };
    case 'object-type-chosen':
      return {
        ...state,
        target: targetFor(event.objectType, state),
        association: NO_ASSOCIATION,
        description: { kind: 'loading' },
        lookup: { kind: 'none' },
        ...NOTHING_DECIDED,
      };
    case 'description-loaded':
      return event.objectType === state.target.objectType
        ? applyWaiting({ ...state, description: event.description })
        : state;
    case 'operation-chosen':
      return {
        ...state,
        target: { ...state.target, operation: event.operation, keyProperty: firstKeyFor(state.selection) },
      };
    case 'key-chosen':
      return { ...state, target: { ...state.target, keyProperty: event.keyProperty } };
    case 'step-opened':
      return { ...state, step: event.step };
  }
}

/** The operation stays where the object offers it; else the first it does. */
function targetFor(objectType: string, { target, selection }: FlowState): Target {
  const { operation } = target;
  const offered = operationsFor(selection, abilitiesOf(objectType)?.operations ?? [operation]);
  const [first = operation] = offered;
  return {
    objectType,
    operation: offered.includes(operation) ? operation : first,
    keyProperty: firstKeyFor(selection),
  };
}
