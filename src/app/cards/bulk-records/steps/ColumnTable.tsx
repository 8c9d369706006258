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
import { WORDS } from '../copy/flow-words.ts';
import { describeColumn } from '../copy/record-words.ts';
import { REVIEW_WORDS } from '../copy/review-words.ts';
import { headerOf } from './column-name.ts';
import { PagedTable } from './PagedTable.tsx';
import { PolicySelect, type Policies } from './PolicySelect.tsx';

interface ColumnTableProps {
  readonly table: Table;
  readonly mappings: readonly ColumnMapping[];
  readonly properties: readonly Property[];
  readonly onChoose: (columnIndex: number, property: string | null) => void;
  /** Null where no record is updated. */
  readonly policies: Policies | null;
}

/** Every row carries its own list of properties over to the page, so a page holds few rows. */
const ROWS_PER_PAGE = 10;

/** One line per column: header, samples, the property it goes to, and why. */
export function ColumnTable({ table, mappings, properties, onChoose, policies }: ColumnTableProps) {
  const options = useMemo(() => optionsFor(properties), [properties]);
  return (
    <PagedTable testId="columns" rows={mappings} rowsPerPage={ROWS_PER_PAGE}>
      {(shown) => (
        <>
          <TableHead>
            <TableRow>
              <TableHeader width={260}>{WORDS.columnHeader}</TableHeader>
              <TableHeader>{WORDS.samplesHeader}</TableHeader>
              {policies && <TableHeader width={190}>{REVIEW_WORDS.policyHeader}</TableHeader>}
              <TableHeader>{WORDS.statusHeader}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((mapping) => (
              <TableRow key={mapping.column.index}>
                <TableCell>
                  <PropertySelect mapping={mapping} options={options} onChoose={onChoose} />
                </TableCell>
                <TableCell>
                  <Samples values={sampleValues(table, mapping.column.index, 3)} />
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
            ))}
          </TableBody>
        </>
      )}
    </PagedTable>
  );
}

interface PropertyOption {
  readonly label: string;
  readonly value: string;
}

interface PropertySelectProps extends Pick<ColumnTableProps, 'onChoose'> {
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
      {values.length === 0 ? <Text variant="microcopy">{WORDS.tooLittle}</Text> : null}
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
    { label: WORDS.leaveOut, value: LEFT_OUT },
    ...byLabel.map(({ label, name }) => ({ label: `${label} (${name})`, value: name })),
  ];
}
