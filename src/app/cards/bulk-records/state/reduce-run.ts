import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import type { LongRunning } from './long.ts';
import { tableOf } from './selections.ts';
import { NO_REPAIRS } from './run-repairs.ts';

type RunEvent = Extract<
  FlowEvent,
  {
    kind:
      | 'run-started'
      | 'run-held'
      | 'run-progressed'
      | 'canary-waits'
      | 'canary-answered'
      | 'stop-wanted'
      | 'run-refused'
      | 'run-finished';
  }
>;

/** What a run reports is believed only of the run that is looked at. */
export function reduceRun(state: FlowState, event: RunEvent): FlowState {
  if (event.kind === 'run-started') {
    const run = {
      kind: 'running',
      plan: event.plan,
      runId: event.runId,
      progress: null,
      isStopping: false,
      canary: null,
    } as const;
    // What was read before a run is no longer what HubSpot holds.
    const runInput = event.isNew
      ? { runId: event.runId, table: state.planSource === null ? tableOf(state) : null }
      : state.runInput;
    const lookup = { kind: 'none' } as const;
    return { ...state, step: 'run', lookup, run, runInput, journalFailure: null, notKept: null };
  }
  const { run } = state;
  if (run.kind === 'long-running') return { ...state, run: answeredLong(run, event) };
  if (run.kind !== 'running' || ('plan' in event && run.plan !== event.plan)) return state;
  switch (event.kind) {
    case 'run-progressed':
      return { ...state, run: { ...run, progress: event.progress } };
    case 'canary-waits':
      return { ...state, run: { ...run, canary: event.report } };
    case 'canary-answered':
      return { ...state, run: { ...run, canary: null } };
    case 'stop-wanted':
      return { ...state, run: { ...run, isStopping: true } };
    case 'run-refused':
      return { ...state, step: 'review', run: { kind: 'refused', plan: event.plan } };
    case 'run-held':
      return { ...state, step: 'review', run: { kind: 'held', plan: event.plan, untilMs: event.untilMs } };
    case 'run-finished': {
      const { plan, outcomes, journal, elapsedMs } = event;
      return {
        ...state,
        step: 'outcomes',
        run: { kind: 'finished', plan, runId: run.runId, outcomes, journal, elapsedMs },
        repairs: NO_REPAIRS,
      };
    }
  }
}

/** Stopping and the word on the first records are the same for every run. */
function answeredLong(run: LongRunning, { kind }: RunEvent): LongRunning {
  if (kind === 'stop-wanted') return { ...run, isStopping: true };
  return kind === 'canary-answered' ? { ...run, canary: null } : run;
}
