import { Alert, Checkbox, Flex, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import { say } from '../copy/say.ts';
import { describeNeed, nameOfLabel } from '../copy/association-words.ts';
import { missingAssociation, nameOfType, typeInForce } from '../state/association.ts';
import type { FlowProps } from './flow-props.ts';
import { LoadProblem } from './LoadProblem.tsx';

/** Whether the records are to be associated with the record the card stands on, and by which label. */
export function AssociationChoice({ state, actions }: FlowProps) {
  const { target, openRecord } = state;
  const missing = missingAssociation(state);
  if (target.operation === 'archive') return null;
  return (
    <Flex direction="column" gap="sm">
      {openRecord && <WithOpenRecord state={state} actions={actions} />}
      {missing && <Alert testId="association-needed" variant="warning" title={describeNeed(missing)} />}
    </Flex>
  );
}

function WithOpenRecord({ state: { association }, actions }: FlowProps) {
  const { types, isWanted } = association;
  return (
    <>
      <Checkbox
        testId="associate"
        name="associate"
        checked={isWanted}
        description={say('association.description')}
        onChange={actions.wantAssociation}
      >
        {say('association.label')}
      </Checkbox>
      {isWanted && types?.kind === 'loading' && (
        <LoadingSpinner label={say('association.loading')} showLabel={true} />
      )}
      {isWanted && types?.kind === 'failed' && (
        <LoadProblem
          testId="association-types-failed"
          failure={types.failure}
          onRetry={actions.loadAssociationTypes}
        />
      )}
      {isWanted && types?.kind === 'loaded' && types.value.length === 0 && (
        <Text testId="no-association-types">{say('association.none')}</Text>
      )}
      {isWanted && types?.kind === 'loaded' && types.value.length > 0 && (
        <Select
          testId="association-type"
          name="association-type"
          label={say('association.typeLabel')}
          value={valueOf(typeInForce(association))}
          options={types.value.map((type) => ({ label: nameOfLabel(type), value: nameOfType(type) }))}
          onChange={(typeName) => {
            actions.chooseAssociationType(String(typeName));
          }}
        />
      )}
    </>
  );
}

function valueOf(type: ReturnType<typeof typeInForce>): string {
  return type === null ? '' : nameOfType(type);
}
