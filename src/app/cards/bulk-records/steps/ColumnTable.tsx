import {
  Flex,
  Select,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import {
  RECORD_ID_PROPERTY,
  sampleValues,
  type ColumnChoice,
  type ColumnMapping,
  type OfferedObjectType,
  type Property,
  type Table,
} from '@bulk-records/core';

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
    <PagedTable testId="columns" rows={mappings} rowsPerPage={ROWS_PER_PAGE}>
      {(shown) => (
        <>
          <TableHead>
            <TableRow>
              <TableHeader width={230}>{say('flow.columnHeader')}</TableHeader>
              <TableHeader>{say('flow.samplesHeader')}</TableHeader>
              {policies && <TableHeader width={190}>{say('review.policyHeader')}</TableHeader>}
              <TableHeader>{say('flow.statusHeader')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((mapping) => (
              <ColumnRow
                key={mapping.column.index}
                mapping={mapping}
                options={options}
                samples={sampleValues(table, mapping.column.index, 3)}
                actions={actions}
                policies={policies}
                {...choices}
              />
            ))}
          </TableBody>
        </>
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

function ColumnRow({
  mapping,
  options,
  samples,
  actions,
  policies,
  association,
  ...choices
}: ColumnRowProps) {
  const { index } = mapping.column;
  return (
    <TableRow>
      <TableCell>
        <Flex direction="column" gap="xs">
          <TargetSelect
            mapping={mapping}
            options={options}
            samples={samples}
            onChoose={actions.chooseColumn}
          />
          {mapping.kind === 'associated' && (
            <AssociationOfColumn mapping={mapping} association={association} actions={actions} />
          )}
          {mapping.kind === 'mapped' && (
            <ColumnChoices
              target={{ columnIndex: index, property: mapping.property }}
              samples={samples}
              actions={actions}
              {...choices}
            />
          )}
        </Flex>
      </TableCell>
      <TableCell>
        <Samples values={samples} />
      </TableCell>
      {policies && (
        <TableCell>
          <PolicySelect mapping={mapping} policies={policies} />
        </TableCell>
      )}
      <TableCell>
        <Text variant="microcopy">{describeColumn(mapping)}</Text>
      </TableCell>
    </TableRow>
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

function Samples({ values }: { readonly values: readonly string[] }) {
  return (
    <Flex direction="column" gap="flush">
      {values.length === 0 ? <Text variant="microcopy">{say('flow.tooLittle')}</Text> : null}
      {values.map((value, slot) => (
        <Text key={slot} variant="microcopy" truncate={{ maxWidth: 150 }}>
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
      label: say('association.option', { objects: pluralLabel }),
      value: `${ASSOCIATE}${objectType}`,
    })),
  ];
}
