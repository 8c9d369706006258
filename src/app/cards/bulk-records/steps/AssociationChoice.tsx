import { Alert, Checkbox, Flex, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import type { ColumnMapping } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeNeed, nameOfLabel } from '../copy/association-words.ts';
import { missingAssociation, nameOfType, typeInForce } from '../state/association.ts';
import { associatedIn } from '../state/association-columns.ts';
import type { FlowProps } from './flow-props.ts';
import { LoadProblem } from './LoadProblem.tsx';

interface AssociationChoiceProps extends FlowProps {
  readonly mappings: readonly ColumnMapping[];
}

/** Whether the records are to be associated with the record the card stands on, and by which label. */
export function AssociationChoice({ state, actions, mappings }: AssociationChoiceProps) {
  const { target, openRecord } = state;
  const missing = missingAssociation(
    state,
    associatedIn(mappings).map(({ namedBy }) => namedBy),
  );
  if (target.operation === 'archive') return null;
  return (
    <Flex direction="column" gap="sm">
      {openRecord && <WithOpenRecord state={state} actions={actions} objectType={openRecord.objectType} />}
      {missing && <Alert testId="association-needed" variant="warning" title={describeNeed(missing)} />}
    </Flex>
  );
}

interface WithOpenRecordProps extends FlowProps {
  /** Of the open record. */
  readonly objectType: string;
}

function WithOpenRecord({ state: { association }, actions, objectType }: WithOpenRecordProps) {
  const { isWanted, typeName } = association;
  const types = association.types.get(objectType);
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
          onRetry={() => {
            actions.loadAssociationTypes(objectType);
          }}
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
          value={valueOf(typeInForce(association, { objectType, typeName }))}
          options={types.value.map((type) => ({ label: nameOfLabel(type), value: nameOfType(type) }))}
          onChange={(chosen) => {
            actions.chooseAssociationType(String(chosen));
          }}
        />
      )}
    </>
  );
}

function valueOf(type: ReturnType<typeof typeInForce>): string {
  return type === null ? '' : nameOfType(type);
}
