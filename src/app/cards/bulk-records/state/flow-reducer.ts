import type { FlowEvent } from './flow-events.ts';
import { USUAL_CAUTION } from './caution.ts';
import { NOTHING_REMEMBERED, USUAL_DUPLICATES, type FlowState } from './flow-state.ts';
import { applyWaiting, reduceMemory } from './reduce-memory.ts';
import { NOTHING_DECIDED, reduceDecisions, type Decisions } from './reduce-decisions.ts';
import { reduceHistory } from './reduce-history.ts';
import { reduceReview } from './reduce-review.ts';
import { reduceRun } from './reduce-run.ts';

/** The next state of the flow. Answers of a run or an object type that is no longer looked at are ignored. */
export function reduceFlow(state: FlowState, event: FlowEvent): FlowState {
  switch (event.kind) {
    case 'input-read':
    case 'plan-loaded':
    case 'input-cleared':
    case 'file-refused':
    case 'started-over':
      return reduceInput(state, event);
    case 'object-types-loaded':
      return { ...state, objectTypes: event.objectTypes, missingScopes: event.missingScopes };
    case 'object-type-chosen':
    case 'description-loaded':
    case 'operation-chosen':
    case 'key-chosen':
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
    case 'step-opened':
      return { ...state, step: event.step };
    case 'mapping-asked':
    case 'mapping-recalled':
    case 'mapping-imported':
    case 'mapping-used':
    case 'suggestions-used':
    case 'mapping-not-kept':
      return reduceMemory(state, event);
    case 'journal-reported':
    case 'history-loaded':
    case 'history-task':
    case 'run-forgotten':
    case 'run-opened':
      return reduceHistory(state, event);
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

type InputEvent = Extract<
  FlowEvent,
  { kind: 'input-read' | 'plan-loaded' | 'input-cleared' | 'file-refused' | 'started-over' }
>;

function reduceInput(state: FlowState, event: InputEvent): FlowState {
  switch (event.kind) {
    case 'input-read': {
      const { input } = event;
      return { ...state, input, planSource: null, fileProblem: null, ...keepDecisions(state, input) };
    }
    case 'plan-loaded':
      return { ...state, ...NO_INPUT, planSource: event.planSource };
    case 'input-cleared':
      return { ...state, ...NO_INPUT };
    case 'file-refused':
      return { ...state, fileProblem: event.problem };
    case 'started-over':
      return {
        ...state,
        ...NO_INPUT,
        step: 'data',
        caution: USUAL_CAUTION,
        memory: NOTHING_REMEMBERED,
        run: { kind: 'none' },
      };
  }
}

type TargetEvent = Extract<
  FlowEvent,
  { kind: 'object-type-chosen' | 'description-loaded' | 'operation-chosen' | 'key-chosen' }
>;

function reduceTarget(state: FlowState, event: TargetEvent): FlowState {
  switch (event.kind) {
    case 'object-type-chosen':
      return {
        ...state,
        target: { ...state.target, objectType: event.objectType, keyProperty: null },
        description: { kind: 'loading' },
        lookup: { kind: 'none' },
        ...NOTHING_DECIDED,
      };
    case 'description-loaded':
      return event.objectType === state.target.objectType
        ? applyWaiting({ ...state, description: event.description })
        : state;
    case 'operation-chosen':
      return { ...state, target: { ...state.target, operation: event.operation, keyProperty: null } };
    case 'key-chosen':
      return { ...state, target: { ...state.target, keyProperty: event.keyProperty } };
  }
}

/** Everything that is about rows goes with them. */
const NO_INPUT = {
  input: null,
  planSource: null,
  fileProblem: null,
  lookup: { kind: 'none' },
  duplicates: USUAL_DUPLICATES,
  ...NOTHING_DECIDED,
} as const;

/** Decisions belong to columns: they stay while the headers stay the same. */
function keepDecisions(state: FlowState, input: FlowState['input']): Decisions {
  if (headersOf(state.input) !== headersOf(input)) return NOTHING_DECIDED;
  return { columnChoices: state.columnChoices, decisions: state.decisions };
}

function headersOf(input: FlowState['input']): string {
  if (input?.reading.kind !== 'table') return '';
  return JSON.stringify(input.reading.table.columns.map(({ header }) => header));
}
