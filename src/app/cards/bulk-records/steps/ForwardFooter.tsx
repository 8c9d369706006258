import { Button, ButtonRow } from '@hubspot/ui-extensions';
import { say } from '../copy/say.ts';
import type { FlowState, Step } from '../state/flow-state.ts';
import { findAssociationProblem, findMatchProblem, mapTable, tableOf } from '../state/selections.ts';
import type { FlowProps } from './flow-props.ts';

/**
 * The way on from the input and from the columns. It is one button for both, so that the keyboard stays on it: Enter, Enter
 * leads to the review. The button that writes is another one, which a key that is held down does not reach.
 */
export function ForwardFooter({ state, actions }: FlowProps) {
  const { testId, step, isReady } = wayOn(state);
  return (
    <ButtonRow disableDropdown={true}>
      <Button
        testId={testId}
        variant="primary"
        disabled={!isReady}
        onClick={() => {
          actions.openStep(step);
        }}
      >
        {say('flow.next')}
      </Button>
      {state.step === 'match' && (
        <Button
          testId="back-to-data"
          onClick={() => {
            actions.openStep('data');
          }}
        >
          {say('flow.back')}
        </Button>
      )}
    </ButtonRow>
  );
}

interface WayOn {
  readonly testId: string;
  readonly step: Step;
  readonly isReady: boolean;
}

function wayOn(state: FlowState): WayOn {
  const { step, planSource, input, pending } = state;
  if (step === 'match') return { testId: 'to-review', step: 'review', isReady: isMatched(state) };
  if (planSource !== null) {
    const isReadable = planSource.kind === 'undo' || planSource.head !== null;
    return { testId: 'to-plan', step: 'review', isReady: isReadable };
  }
  return { testId: 'to-match', step: 'match', isReady: input?.reading.kind === 'table' && pending === null };
}

function isMatched(state: FlowState): boolean {
  const { description, target, columnChoices } = state;
  const table = tableOf(state);
  if (table === null || description.kind !== 'loaded') return false;
  const mappings = mapTable(table, description.value, columnChoices);
  return (
    findMatchProblem(target, description.value, mappings) === null &&
    findAssociationProblem(state, mappings) === null
  );
}
