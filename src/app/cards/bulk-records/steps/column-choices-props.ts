import type { ColumnTarget } from '@bulk-records/core';
import type { DecisionActions } from '../state/decision-actions.ts';
import type { ValueDecisions } from '../state/flow-state.ts';

export interface ColumnChoicesProps {
  readonly target: ColumnTarget;
  readonly samples: readonly string[];
  readonly decisions: ValueDecisions;
  /** Of the portal: where its phone numbers are likely dialled. */
  readonly timeZone: string;
  readonly actions: Pick<DecisionActions, 'chooseFormat' | 'chooseOptionsMode'>;
}
