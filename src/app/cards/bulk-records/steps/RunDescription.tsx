import { Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { Operation } from '@bulk-records/core';
import { describeChoices } from '../copy/choice-words.ts';
import { describeRun } from '../copy/flow-words.ts';
import type { FlowState } from '../state/flow-state.ts';
import { targetsInForce } from '../state/selections.ts';

interface RunDescriptionProps {
  readonly state: FlowState;
  readonly operation: Operation;
  readonly keyLabel: string | null;
}

/** What the run will do, with everything that was chosen for its columns. */
export function RunDescription({ state, operation, keyLabel }: RunDescriptionProps) {
  const { input, description, columnChoices, decisions } = state;
  const targets = useMemo(
    () => targetsInForce({ input, description, columnChoices }),
    [input, description, columnChoices],
  );
  const choices = operation === 'archive' ? '' : describeChoices(targets, decisions);
  return <Text testId="run-description">{`${describeRun(operation, keyLabel)} ${choices}`.trim()}</Text>;
}
