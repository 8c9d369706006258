import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import {
  RECORD_ID_PROPERTY,
  sampleValues,
  type ColumnChoice,
  type ColumnMapping,
  type MappedColumn,
  type OfferedObjectType,
  type Property,
  type Table,
} from '@bulk-records/core';

import { nameOfObject } from '../copy/object-words.ts';
import { say } from '../copy/say.ts';
import { describeColumn } from '../copy/record-words.ts';

import type { DecisionActions } from '../state/decision-actions.ts';
import type { ValueDecisions } from '../state/flow-state.ts';
import type { AssociationChoice } from '../state/association.ts';
import { likelyKey } from '../state/association-columns.ts';
import { AssociationOfColumn, type RelatedActions } from './AssociationOfColumn.tsx';
import { headerOf } from './column-name.ts';
import { ColumnChoices } from './ColumnChoices.tsx';
import { PagedTable } from './PagedTable.tsx';
import { PolicySelect, type Policies } from './PolicySelect.tsx';
import { SideBySide } from './SideBySide.tsx';

interface ColumnTableProps {
  readonly table: Table;
  readonly mappings: readonly ColumnMapping[];
  readonly properties: readonly Property[];
  /** Types whose records a column may name. */
  readonly objectTypes: readonly OfferedObjectType[];
  readonly association: AssociationChoice;
  /** Null where no record is updated. */
  readonly policies: Policies | null;
  readonly decisions: ValueDecisions;
  readonly timeZone: string;
  readonly actions: DecisionActions & RelatedActions;
}

/** Every row carries its own list of properties over to the page, so a page holds few rows. */
const ROWS_PER_PAGE = 10;

function headOf(policies: Policies | null): string {
  const parts = [say('flow.columnHeader'), say('flow.samplesHeader')];
  return [...parts, ...(policies ? [say('review.policyHeader')] : [])].join(' · ');
}

/** One line per column: header, samples, the property it goes to, and why. */
export function ColumnTable({
  table,
  mappings,
  properties,
  objectTypes,
  actions,
  policies,
  ...choices
}: ColumnTableProps) {
  const options = useMemo(() => optionsFor(properties, objectTypes), [properties, objectTypes]);
  return (
    <PagedTable testId="columns" rows={mappings} rowsPerPage={ROWS_PER_PAGE} heads={[headOf(policies)]}>
      {(mapping) => (
        <ColumnRow
          key={mapping.column.index}
          mapping={mapping}
          options={options}
          samples={sampleValues(table, mapping.column.index, 3)}
          actions={actions}
          policies={policies}
          {...choices}
        />
      )}
    </PagedTable>
  );
}

interface ColumnRowProps extends Pick<
  ColumnTableProps,
  'decisions' | 'timeZone' | 'actions' | 'policies' | 'association'
> {
  readonly mapping: ColumnMapping;
  readonly options: TargetOption[];
  readonly samples: readonly string[];
}

function ColumnRow({ mapping, options, actions, association, ...choices }: ColumnRowProps) {
  const { samples } = choices;
  return (
    <SideBySide>
      <Flex direction="column" gap="xs">
        <TargetSelect mapping={mapping} options={options} samples={samples} onChoose={actions.chooseColumn} />
        <Text variant="microcopy">{describeColumn(mapping)}</Text>
        {mapping.kind === 'associated' && (
          <AssociationOfColumn mapping={mapping} association={association} actions={actions} />
        )}
      </Flex>
      <Samples values={samples} />
      <Flex direction="column" gap="xs">
        {mapping.kind === 'mapped' && <ValueChoices mapping={mapping} actions={actions} {...choices} />}
      </Flex>
    </SideBySide>
  );
}

interface ValueChoicesProps extends Pick<ColumnRowProps, 'samples' | 'decisions' | 'timeZone' | 'policies'> {
  readonly mapping: MappedColumn;
  readonly actions: DecisionActions;
}

/** What becomes of the values of a column: of those HubSpot holds, and of those that can be read in several ways. */
function ValueChoices({ mapping, policies, ...choices }: ValueChoicesProps) {
  return (
    <>
      {policies && <PolicySelect mapping={mapping} policies={policies} />}
      <ColumnChoices
        target={{ columnIndex: mapping.column.index, property: mapping.property }}
        {...choices}
      />
    </>
  );
}

interface TargetOption {
  readonly label: string;
  readonly value: string;
}

interface TargetSelectProps {
  readonly onChoose: DecisionActions['chooseColumn'];
  readonly mapping: ColumnMapping;
  readonly options: TargetOption[];
  readonly samples: readonly string[];
}

const LEFT_OUT = '';
/** Internal names of properties have no colon. */
const ASSOCIATE = 'associate:';

function TargetSelect({ mapping, options, samples, onChoose }: TargetSelectProps) {
  const { index } = mapping.column;
  return (
    <Select
      testId={`property-of-column-${index}`}
      name={`property-${index}`}
      label={headerOf(mapping.column)}
      value={valueOf(mapping)}
      options={options}
      onChange={(chosen) => {
        onChoose(index, choiceOf(String(chosen), samples));
      }}
    />
  );
}

function valueOf(mapping: ColumnMapping): string {
  switch (mapping.kind) {
    case 'mapped':
      return mapping.property.name;
    case 'associated':
      return `${ASSOCIATE}${mapping.namedBy.objectType}`;
    case 'unmapped':
      return LEFT_OUT;
  }
}

function choiceOf(value: string, samples: readonly string[]): ColumnChoice {
  if (value === LEFT_OUT) return null;
  if (!value.startsWith(ASSOCIATE)) return value;
  const objectType = value.slice(ASSOCIATE.length);
  return { objectType, keyProperty: likelyKey(objectType, samples), typeName: null };
}

/** No sample is wider than the narrowest part of a row (SideBySide). */
const SAMPLE_PX = 180;

function Samples({ values }: { readonly values: readonly string[] }) {
  return (
    <Flex direction="column" gap="flush">
      {values.length === 0 ? <Text variant="microcopy">{say('flow.tooLittle')}</Text> : null}
      {values.map((value, slot) => (
        <Text key={slot} variant="microcopy" truncate={{ maxWidth: SAMPLE_PX }}>
          {value}
        </Text>
      ))}
    </Flex>
  );
}

/** Properties that can be written, the record id, by which records can be matched, and records to associate with. */
function optionsFor(
  properties: readonly Property[],
  objectTypes: readonly OfferedObjectType[],
): TargetOption[] {
  const writable = properties.filter(({ readOnly, name }) => !readOnly || name === RECORD_ID_PROPERTY);
  const byLabel = [...writable].sort((one, other) => one.label.localeCompare(other.label));
  return [
    { label: say('flow.leaveOut'), value: LEFT_OUT },
    ...byLabel.map(({ label, name }) => ({ label: `${label} (${name})`, value: name })),
    ...objectTypes.map(({ pluralLabel, objectType }) => ({
      label: say('association.option', { objects: nameOfObject(objectType, pluralLabel) }),
      value: `${ASSOCIATE}${objectType}`,
    })),
  ];
}
