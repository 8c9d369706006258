import { Alert, Button, Flex, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import type { ObjectTypeDescription } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { constantsOf, inputWithConstants, propertiesToAdd, type Constant } from '../state/constants.ts';
import type { Selection } from '../state/place.ts';
import { ConstantValue } from './ConstantValue.tsx';
import { DataStep } from './DataStep.tsx';
import type { FlowProps } from './flow-props.ts';
import { LoadProblem } from './LoadProblem.tsx';

/** The selected records, and what all of them get. A plan that takes the place of the rows is shown as anywhere. */
export function SelectionStep({ state, actions }: FlowProps) {
  const { selection, planSource } = state;
  if (selection === null || planSource !== null) return <DataStep state={state} actions={actions} />;
  const count = selection.recordIds.length;
  if (count === 0) {
    return (
      <Alert testId="nothing-selected" variant="warning" title={say('selection.noneTitle')}>
        {say('selection.noneBody')}
      </Alert>
    );
  }
  return (
    <Flex direction="column" gap="md">
      <Text testId="selected" format={{ fontWeight: 'demibold' }}>
        {say('selection.count', { count })}
      </Text>
      {selection.hasSheet ? (
        <>
          <Text>{say('selection.sheet')}</Text>
          <DataStep state={state} actions={actions} />
        </>
      ) : (
        <Values state={state} actions={actions} selection={selection} />
      )}
      <Button
        testId="selection-way"
        size="xs"
        onClick={() => {
          actions.wantSheet(!selection.hasSheet);
        }}
      >
        {say(selection.hasSheet ? 'selection.setValues' : 'selection.pasteSheet')}
      </Button>
    </Flex>
  );
}

interface ValuesProps extends FlowProps {
  readonly selection: Selection;
}

/** The values that all of them get. */
function Values({ state, actions, selection }: ValuesProps) {
  const { description } = state;
  return (
    <>
      <Text>{say('selection.description')}</Text>
      {description.kind === 'loading' && (
        <LoadingSpinner label={say('flow.loadingProperties')} showLabel={true} />
      )}
      {description.kind === 'failed' && (
        <LoadProblem
          testId="properties-failed"
          failure={description.failure}
          onRetry={actions.reloadDescription}
        />
      )}
      {description.kind === 'loaded' && (
        <Constants
          constants={constantsOf(state)}
          description={description.value}
          onChange={chooseConstants({ state, actions }, selection, description.value)}
        />
      )}
    </>
  );
}

function chooseConstants({ actions }: FlowProps, selection: Selection, description: ObjectTypeDescription) {
  return (constants: readonly Constant[]) => {
    const input = inputWithConstants(selection, constants, description);
    if (input !== null) actions.takeInput(input);
  };
}

interface ConstantsProps {
  readonly constants: readonly Constant[];
  readonly description: ObjectTypeDescription;
  readonly onChange: (constants: readonly Constant[]) => void;
}

function Constants({ constants, description, onChange }: ConstantsProps) {
  const addable = propertiesToAdd(description, constants);
  return (
    <Flex direction="column" gap="sm">
      {constants.map((constant, slot) => (
        <Flex key={constant.property.name} direction="row" gap="sm" align="end" wrap="wrap">
          <ConstantValue
            constant={constant}
            slot={slot}
            onText={(text) => {
              onChange(constants.map((each) => (each === constant ? { ...each, text } : each)));
            }}
          />
          <Button
            testId={`remove-constant-${slot}`}
            size="xs"
            onClick={() => {
              onChange(constants.filter((each) => each !== constant));
            }}
          >
            {say('selection.remove', { property: constant.property.label })}
          </Button>
        </Flex>
      ))}
      <Select
        // A new one each time: the choice has become a field of its own.
        key={constants.length}
        testId="add-constant"
        name="add-constant"
        label={say('selection.add')}
        placeholder={say('selection.choose')}
        options={addable.map(({ label, name }) => ({ label: `${label} (${name})`, value: name }))}
        onChange={(name) => {
          const property = addable.find((each) => each.name === name);
          if (property) onChange([...constants, { property, text: '' }]);
        }}
      />
    </Flex>
  );
}
