import { NO_REPAIRS } from './run-repairs.ts';
import { USUAL_CAUTION } from './caution.ts';
import { USUAL_LONG_CHOICES } from './long.ts';
import type { FlowEvent } from './flow-events.ts';
import {
  NOTHING_REMEMBERED,
  USUAL_DUPLICATES,
  type FlowState,
  type Input,
  type InputSource,
} from './flow-state.ts';
import { firstKeyFor } from './place.ts';
import { inputOfSelection } from './selected-records.ts';
import { NOTHING_DECIDED, type Decisions } from './reduce-decisions.ts';

type InputEvent = Extract<
  FlowEvent,
  {
    kind:
      | 'input-read'
      | 'plan-loaded'
      | 'input-cleared'
      | 'sheet-wanted'
      | 'reading-started'
      | 'reading-progressed'
      | 'reading-stopped'
      | 'file-refused'
      | 'started-over';
  }
>;

/** What is read and what is in work. Nothing that was pasted or chosen goes before something else takes its place. */
export function reduceInput(state: FlowState, event: InputEvent): FlowState {
  const { pending } = state;
  switch (event.kind) {
    case 'input-read':
      return {
        ...state,
        input: event.input,
        planSource: null,
        pending: null,
        fileProblem: null,
        ...keepDecisions(state, event.input),
      };
    case 'plan-loaded':
      return { ...state, ...NO_INPUT, planSource: event.planSource };
    case 'input-cleared':
      return { ...state, ...NO_INPUT, input: inputOfSelection(state.selection) };
    case 'sheet-wanted': {
      if (state.selection === null) return state;
      const selection = { ...state.selection, hasSheet: event.isWanted };
      const target = { ...state.target, keyProperty: firstKeyFor(selection) };
      return { ...state, ...NO_INPUT, selection, target, input: inputOfSelection(selection) };
    }
    case 'reading-started':
      return {
        ...state,
        pending: { source: event.source, isStopped: false, progress: null },
        fileProblem: null,
      };
    case 'reading-progressed':
      return pending?.source === event.source
        ? { ...state, pending: { ...pending, progress: event.progress } }
        : state;
    case 'reading-stopped':
      return pending === null ? state : { ...state, pending: { ...pending, isStopped: true } };
    case 'file-refused':
      return {
        ...state,
        pending: pending?.source === event.source ? null : pending,
        fileProblem: event.problem,
      };
    case 'started-over':
      return {
        ...state,
        ...NO_INPUT,
        input: inputOfSelection(state.selection),
        step: 'data',
        caution: USUAL_CAUTION,
        longChoices: USUAL_LONG_CHOICES,
        lastLong: null,
        memory: NOTHING_REMEMBERED,
        run: { kind: 'none' },
        repairs: NO_REPAIRS,
      };
  }
}

/** Everything that is about rows goes with them. */
export const NO_INPUT = {
  input: null,
  planSource: null,
  pending: null,
  fileProblem: null,
  lookup: { kind: 'none' },
  duplicates: USUAL_DUPLICATES,
  ...NOTHING_DECIDED,
} as const;

/** What the next choice of the admin is about: what is in work, else what was read. */
export function sourceOf({ pending, input }: Pick<FlowState, 'pending' | 'input'>): InputSource | null {
  return pending?.source ?? input;
}

/** Decisions belong to columns: they stay while the headers stay the same. */
function keepDecisions(state: FlowState, input: Input): Decisions {
  if (headersOf(state.input) !== headersOf(input)) return NOTHING_DECIDED;
  return { columnChoices: state.columnChoices, decisions: state.decisions };
}

function headersOf(input: FlowState['input']): string {
  if (input?.reading.kind !== 'table') return '';
  return JSON.stringify(input.reading.table.columns.map(({ header }) => header));
}
