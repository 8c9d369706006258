import { Alert, Checkbox, Flex, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import { ASSOCIATION_WORDS, describeNeed, nameOfLabel } from '../copy/association-words.ts';
import { missingAssociation, nameOfType, typeInForce } from '../state/association.ts';
import type { FlowProps } from './flow-props.ts';
import { LoadProblem } from './LoadProblem.tsx';

/** Whether the records are to be associated with the record the card stands on, and by which label. */
export function AssociationChoice({ state, actions }: FlowProps) {
  const { association, target } = state;
  const { types, isWanted } = association;
  const missing = missingAssociation(state);
  if (target.operation === 'archive') return null;
  return (
    <Flex direction="column" gap="sm">
      <Checkbox
        testId="associate"
        name="associate"
        checked={isWanted}
        description={ASSOCIATION_WORDS.description}
        onChange={actions.wantAssociation}
      >
        {ASSOCIATION_WORDS.label}
      </Checkbox>
      {isWanted && types?.kind === 'loading' && (
        <LoadingSpinner label={ASSOCIATION_WORDS.loading} showLabel={true} />
      )}
      {isWanted && types?.kind === 'failed' && (
        <LoadProblem
          testId="association-types-failed"
          failure={types.failure}
          onRetry={actions.loadAssociationTypes}
        />
      )}
      {isWanted && types?.kind === 'loaded' && types.value.length === 0 && (
        <Text testId="no-association-types">{ASSOCIATION_WORDS.none}</Text>
      )}
      {isWanted && types?.kind === 'loaded' && types.value.length > 0 && (
        <Select
          testId="association-type"
          name="association-type"
          label={ASSOCIATION_WORDS.typeLabel}
          value={valueOf(typeInForce(association))}
          options={types.value.map((type) => ({ label: nameOfLabel(type), value: nameOfType(type) }))}
          onChange={(typeName) => {
            actions.chooseAssociationType(String(typeName));
          }}
        />
      )}
      {missing && <Alert testId="association-needed" variant="warning" title={describeNeed(missing)} />}
    </Flex>
  );
}

function valueOf(type: ReturnType<typeof typeInForce>): string {
  return type === null ? '' : nameOfType(type);
}
