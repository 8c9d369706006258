import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import { NO_REPAIRS } from './run-repairs.ts';

type HistoryEvent = Extract<
  FlowEvent,
  { kind: 'journal-reported' | 'history-loaded' | 'history-task' | 'run-forgotten' | 'run-opened' }
>;

/** What is known of earlier runs, and of the journal of this one. */
export function reduceHistory(state: FlowState, event: HistoryEvent): FlowState {
  switch (event.kind) {
    case 'journal-reported':
      return { ...state, journalFailure: event.failure };
    case 'history-loaded':
      return { ...state, history: event.history };
    case 'history-task':
      return { ...state, historyTask: event.task };
    case 'run-forgotten': {
      const { history } = state;
      if (history.kind !== 'listed') return { ...state, historyTask: null };
      const entries = history.entries.filter(({ runId }) => runId !== event.runId);
      return { ...state, history: { ...history, entries }, historyTask: null };
    }
    case 'run-opened': {
      const { plan, runId, outcomes, journal } = event;
      const run = { kind: 'finished', plan, runId, outcomes, journal, elapsedMs: null } as const;
      return {
        ...state,
        step: 'outcomes',
        run,
        repairs: NO_REPAIRS,
        historyTask: null,
        journalFailure: null,
      };
    }
  }
}
