import type { FlowEvent } from './flow-events.ts';
import type { FlowState } from './flow-state.ts';
import type { LongEvent } from './long.ts';

export function isAboutLong(event: FlowEvent): event is LongEvent {
  return event.kind.startsWith('long-');
}

/** What the run of a long file reports is believed only of the one that is looked at. */
export function reduceLong(state: FlowState, event: LongEvent): FlowState {
  if (event.kind === 'long-chosen') return { ...state, longChoices: event.choices };
  if (event.kind === 'long-started') {
    const { check } = event;
    const run = { kind: 'long-running', check, progress: null, isStopping: false, canary: null } as const;
    return { ...state, step: 'run', run, lastLong: null, journalFailure: null };
  }
  if (event.kind === 'long-reopened') {
    return state.lastLong === null ? state : { ...state, step: 'outcomes', run: state.lastLong };
  }
  const { run } = state;
  if (run.kind !== 'long-running' || run.check !== event.check) return state;
  switch (event.kind) {
    case 'long-progressed':
      return { ...state, run: { ...run, progress: event.progress } };
    case 'long-canary-waits':
      return { ...state, run: { ...run, canary: { report: event.report, plan: event.plan } } };
    case 'long-finished':
      return { ...state, step: 'outcomes', run: event.finished, lastLong: event.finished };
  }
}
