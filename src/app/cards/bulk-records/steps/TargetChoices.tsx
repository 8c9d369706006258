import { AutoGrid, Input, Select } from '@hubspot/ui-extensions';
import { abilitiesOf, OPERATIONS, type Key } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { operationsFor } from '../state/place.ts';
import type { FlowProps } from './flow-props.ts';

interface TargetChoicesProps extends FlowProps {
  readonly keys: readonly Key[];
  readonly keyProperty: string | null;
}

/** What happens to the records as a whole: the operation, the key, and the text that empties a value. */
export function TargetChoices({ state, actions, keys, keyProperty }: TargetChoicesProps) {
  const { operation, objectType } = state.target;
  const offered = operationsFor(state.selection, abilitiesOf(objectType)?.operations ?? OPERATIONS);
  return (
    <AutoGrid columnWidth={280} flexible={true} gap="sm">
      <Select
        testId="operation"
        name="operation"
        label={say('flow.operationLabel')}
        value={operation}
        options={offered.map((each) => ({ label: say(`operation.${each}`), value: each }))}
        onChange={(chosen) => {
          const known = OPERATIONS.find((each) => each === chosen);
          if (known) actions.chooseOperation(known);
        }}
      />
      {operation !== 'create' && state.selection?.hasSheet !== false && (
        <Select
          testId="key"
          name="key"
          label={say('flow.keyLabel')}
          tooltip={say('flow.keyDescription')}
          value={keyProperty ?? ''}
          options={keys.map(({ label, property }) => ({ label, value: property }))}
          onChange={(property) => {
            actions.chooseKey(String(property));
          }}
        />
      )}
      {operation !== 'archive' && (
        <Input
          testId="clear-token"
          name="clear-token"
          label={say('flow.clearTokenLabel')}
          tooltip={say('flow.clearTokenDescription')}
          placeholder={say('flow.clearTokenExample')}
          value={state.decisions.clearToken}
          onChange={actions.chooseClearToken}
        />
      )}
    </AutoGrid>
  );
}
