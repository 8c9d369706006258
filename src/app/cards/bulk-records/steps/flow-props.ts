import type { FlowState } from '../state/flow-state.ts';
import type { FlowActions } from '../state/use-flow.ts';

/** What every step gets: the values it shows and the callbacks it may use. */
export interface FlowProps {
  readonly state: FlowState;
  readonly actions: FlowActions;
}
