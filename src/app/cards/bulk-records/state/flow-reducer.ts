import type { FlowEvent } from './flow-events.ts';
import { NOTHING_REMEMBERED, type FlowState } from './flow-state.ts';
import { applyWaiting, reduceMemory } from './reduce-memory.ts';
import { NOTHING_DECIDED, reduceDecisions, type Decisions } from './reduce-decisions.ts';

/** The next state of the flow. Answers of a run or an object type that is no longer looked at are ignored. */
export function reduceFlow(state: FlowState, event: FlowEvent): FlowState {
  switch (event.kind) {
    case 'input-read':
      return { ...state, input: event.input, fileProblem: null, ...keepDecisions(state, event.input) };
    case 'input-cleared':
      return { ...state, input: null, fileProblem: null, ...NOTHING_DECIDED };
    case 'file-refused':
      return { ...state, fileProblem: event.problem };
    case 'object-types-loaded':
      return { ...state, objectTypes: event.objectTypes, missingScopes: event.missingScopes };
    case 'object-type-chosen':
      return {
        ...state,
        target: { ...state.target, objectType: event.objectType, keyProperty: null },
        description: { kind: 'loading' },
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
    case 'column-chosen':
    case 'format-chosen':
    case 'cells-fixed':
    case 'fixes-undone':
      return { ...state, ...reduceDecisions(state, event) };
    case 'step-opened':
      return { ...state, step: event.step };
    case 'run-started':
    case 'run-progressed':
    case 'stop-wanted':
    case 'run-finished':
      return reduceRun(state, event);
    case 'started-over':
      return {
        ...state,
        step: 'data',
        input: null,
        fileProblem: null,
        ...NOTHING_DECIDED,
        memory: NOTHING_REMEMBERED,
        run: { kind: 'none' },
      };
    case 'mapping-asked':
    case 'mapping-recalled':
    case 'mapping-imported':
    case 'mapping-used':
    case 'suggestions-used':
    case 'mapping-not-kept':
      return reduceMemory(state, event);
  }
}

type RunEvent = Extract<
  FlowEvent,
  { kind: 'run-started' | 'run-progressed' | 'stop-wanted' | 'run-finished' }
>;

function reduceRun(state: FlowState, event: RunEvent): FlowState {
  const { run } = state;
  switch (event.kind) {
    case 'run-started':
      return {
        ...state,
        step: 'run',
        notKept: null,
        run: { kind: 'running', plan: event.plan, progress: null, isStopping: false },
      };
    case 'run-progressed':
      if (run.kind !== 'running' || run.plan !== event.plan) return state;
      return { ...state, run: { ...run, progress: event.progress } };
    case 'stop-wanted':
      return run.kind === 'running' ? { ...state, run: { ...run, isStopping: true } } : state;
    case 'run-finished': {
      if (run.kind !== 'running' || run.plan !== event.plan) return state;
      const { plan, outcomes, elapsedMs } = event;
      return { ...state, step: 'outcomes', run: { kind: 'finished', plan, outcomes, elapsedMs } };
    }
  }
}

/** Decisions belong to columns: they stay while the headers stay the same. */
function keepDecisions(state: FlowState, input: FlowState['input']): Decisions {
  if (headersOf(state.input) !== headersOf(input)) return NOTHING_DECIDED;
  return { columnChoices: state.columnChoices, decisions: state.decisions };
}

function headersOf(input: FlowState['input']): string {
  if (input?.reading.kind !== 'table') return '';
  return JSON.stringify(input.reading.table.columns.map(({ header }) => header));
}
