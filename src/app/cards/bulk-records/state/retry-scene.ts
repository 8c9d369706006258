import type { FlowState } from './flow-state.ts';
import type { RunScene, RunWatch } from './run-actions.ts';

/** What retrying needs of the flow. */
export interface RetryScene extends Omit<RunScene, 'current'> {
  readonly current: () => FlowState;
  readonly watch: RunWatch;
}
