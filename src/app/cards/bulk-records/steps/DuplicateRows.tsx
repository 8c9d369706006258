import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import {
  listChanges,
  type DraftRecord,
  type DuplicateGroup,
  type Plan,
  type PlannedRow,
} from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { showValue } from './show-value.ts';

interface DuplicateRowsProps {
  readonly group: DuplicateGroup;
  /** The rows of the group, in the order of the input. */
  readonly rows: readonly DraftRecord[];
  readonly plan: Plan;
  readonly labelOf: (property: string) => string;
}

/** More columns would not fit side by side. */
const SHOWN_ROWS = 3;

/** Rows about one record side by side, and what comes out of them. */
export function DuplicateRows({ group, rows, plan, labelOf }: DuplicateRowsProps) {
  const shown = rows.slice(-SHOWN_ROWS);
  const names = [...new Set(rows.flatMap(({ properties }) => Object.keys(properties)))];
  const written = plan.rows.find(({ slot }) => slot === group.writtenSlot);
  const results = resultsOf(written, plan);
  const show = (name: string, value: string | undefined) =>
    value === undefined ? say('flow.tooLittle') : showValue(value, plan.properties.get(name));
  return (
    <Flex direction="column" gap="xs" testId="duplicate-rows">
      <Table density="compact" flush={true}>
        <TableHead>
          <TableRow>
            <TableHeader>{say('review.property')}</TableHeader>
            {shown.map(({ slot, rowNumber }) => (
              <TableHeader key={slot}>{say('review.rowNumber', { row: rowNumber })}</TableHeader>
            ))}
            <TableHeader>{say('review.result')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {names.map((name) => (
            <TableRow key={name}>
              <TableCell>{labelOf(name)}</TableCell>
              {shown.map(({ slot, properties }) => (
                <TableCell key={slot}>{show(name, properties[name])}</TableCell>
              ))}
              <TableCell>
                <Text format={{ fontWeight: 'demibold' }}>
                  {results.has(name) ? show(name, results.get(name)) : say('review.kept')}
                </Text>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rows.length > shown.length && (
        <Text variant="microcopy">{say('review.moreRows', { count: rows.length - shown.length })}</Text>
      )}
    </Flex>
  );
}

/** What the record holds afterwards of the cells that are written. */
function resultsOf(written: PlannedRow | undefined, plan: Plan): ReadonlyMap<string, string> {
  const changes = written === undefined ? [] : listChanges(written, plan.properties);
  return new Map(changes.map(({ property, after }) => [property, after]));
}
