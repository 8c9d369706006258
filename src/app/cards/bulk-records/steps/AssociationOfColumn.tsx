import { Flex, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import type { AssociatedColumn } from '@bulk-records/core';
import { nameOfLabel } from '../copy/association-words.ts';
import { say } from '../copy/say.ts';
import { namingKeys } from '../state/association-columns.ts';
import { nameOfType, typeInForce, type AssociationChoice } from '../state/association.ts';
import type { FlowActions } from '../state/use-flow.ts';
import { LoadProblem } from './LoadProblem.tsx';

export type RelatedActions = Pick<FlowActions, 'chooseColumn' | 'loadAssociationTypes' | 'describeRelated'>;

interface AssociationOfColumnProps {
  readonly mapping: AssociatedColumn;
  readonly association: AssociationChoice;
  readonly actions: RelatedActions;
}

/** By what a column names records, and by which label they are associated. */
export function AssociationOfColumn({ mapping, association, actions }: AssociationOfColumnProps) {
  const { column, namedBy } = mapping;
  const { objectType, keyProperty } = namedBy;
  const types = association.types.get(objectType);
  const related = association.related.get(objectType);
  if (types?.kind === 'failed' || related?.kind === 'failed') {
    const load = types?.kind === 'failed' ? actions.loadAssociationTypes : actions.describeRelated;
    const failed = types?.kind === 'failed' ? types : related;
    if (failed?.kind !== 'failed') return null;
    return (
      <LoadProblem
        testId={`association-of-column-${column.index}-failed`}
        failure={failed.failure}
        onRetry={() => {
          load(objectType);
        }}
      />
    );
  }
  if (types?.kind !== 'loaded' || related?.kind !== 'loaded') {
    return <LoadingSpinner label={say('association.loading')} showLabel={true} />;
  }
  const type = typeInForce(association, namedBy);
  if (type === null) return <Text variant="microcopy">{say('association.none')}</Text>;
  return (
    <Flex direction="column" gap="xs">
      <Select
        testId={`named-by-of-column-${column.index}`}
        name={`named-by-${column.index}`}
        label={say('association.foundBy')}
        value={keyProperty}
        options={namingKeys(related.value).map(({ property, label, bySearch }) => ({
          label: bySearch ? say('association.several', { label }) : label,
          value: property,
        }))}
        onChange={(chosen) => {
          actions.chooseColumn(column.index, { ...namedBy, keyProperty: String(chosen) });
        }}
      />
      {types.value.length > 1 && (
        <Select
          testId={`label-of-column-${column.index}`}
          name={`label-of-column-${column.index}`}
          label={say('association.typeLabel')}
          value={nameOfType(type)}
          options={types.value.map((each) => ({ label: nameOfLabel(each), value: nameOfType(each) }))}
          onChange={(chosen) => {
            actions.chooseColumn(column.index, { ...namedBy, typeName: String(chosen) });
          }}
        />
      )}
    </Flex>
  );
}
