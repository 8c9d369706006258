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
  type ColumnMapping,
  type Property,
  type Table,
} from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { describeColumn } from '../copy/record-words.ts';

import type { DecisionActions } from '../state/decision-actions.ts';
import type { ValueDecisions } from '../state/flow-state.ts';
import { headerOf } from './column-name.ts';
import { ColumnChoices } from './ColumnChoices.tsx';
import { PagedTable } from './PagedTable.tsx';
import { PolicySelect, type Policies } from './PolicySelect.tsx';

interface ColumnTableProps {
  readonly table: Table;
  readonly mappings: readonly ColumnMapping[];
  readonly properties: readonly Property[];
  /** Null where no record is updated. */
  readonly policies: Policies | null;
  readonly decisions: ValueDecisions;
  readonly timeZone: string;
  readonly actions: DecisionActions;
}

/** Every row carries its own list of properties over to the page, so a page holds few rows. */
const ROWS_PER_PAGE = 10;

/** One line per column: header, samples, the property it goes to, and why. */
export function ColumnTable({
  table,
  mappings,
  properties,
  actions,
  policies,
  ...choices
}: ColumnTableProps) {
  const options = useMemo(() => optionsFor(properties), [properties]);
  return (
    <PagedTable testId="columns" rows={mappings} rowsPerPage={ROWS_PER_PAGE}>
      {(shown) => (
        <>
          <TableHead>
            <TableRow>
              <TableHeader width={260}>{say('flow.columnHeader')}</TableHeader>
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

interface ColumnRowProps extends Pick<ColumnTableProps, 'decisions' | 'timeZone' | 'actions' | 'policies'> {
  readonly mapping: ColumnMapping;
  readonly options: PropertyOption[];
  readonly samples: readonly string[];
}

function ColumnRow({ mapping, options, samples, actions, policies, ...choices }: ColumnRowProps) {
  const { index } = mapping.column;
  return (
    <TableRow>
      <TableCell>
        <Flex direction="column" gap="xs">
          <PropertySelect mapping={mapping} options={options} onChoose={actions.chooseProperty} />
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

interface PropertyOption {
  readonly label: string;
  readonly value: string;
}

interface PropertySelectProps {
  readonly onChoose: DecisionActions['chooseProperty'];
  readonly mapping: ColumnMapping;
  readonly options: PropertyOption[];
}

const LEFT_OUT = '';

function PropertySelect({ mapping, options, onChoose }: PropertySelectProps) {
  const { index } = mapping.column;
  return (
    <Select
      testId={`property-of-column-${index}`}
      name={`property-${index}`}
      label={headerOf(mapping.column)}
      value={mapping.kind === 'mapped' ? mapping.property.name : LEFT_OUT}
      options={options}
      onChange={(property) => {
        onChoose(index, property === LEFT_OUT ? null : String(property));
      }}
    />
  );
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

/** Properties that can be written, and the record id, by which records can be matched. */
function optionsFor(properties: readonly Property[]): PropertyOption[] {
  const writable = properties.filter(({ readOnly, name }) => !readOnly || name === RECORD_ID_PROPERTY);
  const byLabel = [...writable].sort((one, other) => one.label.localeCompare(other.label));
  return [
    { label: say('flow.leaveOut'), value: LEFT_OUT },
    ...byLabel.map(({ label, name }) => ({ label: `${label} (${name})`, value: name })),
  ];
}
