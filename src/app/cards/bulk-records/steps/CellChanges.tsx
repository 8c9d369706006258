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
  associationsToMake,
  listChanges,
  unresolvedOf,
  type Plan,
  type PlannedRow,
} from '@bulk-records/core';
import { describeUnresolved, nameTarget } from '../copy/association-words.ts';
import { say } from '../copy/say.ts';

import { showValue } from './show-value.ts';

interface CellChangesProps {
  readonly row: PlannedRow;
  readonly plan: Plan;
  readonly labelOf: (property: string) => string;
}

/** What a row does to its record, cell by cell: old and new, and which cells are left alone and why. */
export function CellChanges({ row, plan, labelOf }: CellChangesProps) {
  const changes = listChanges(row, plan.properties);
  const kept = 'kept' in row ? row.kept : [];
  const show = (property: string, value: string) => showValue(value, plan.properties.get(property));
  return (
    <Flex direction="column" gap="xs" testId="cell-changes">
      {changes.length === 0 ? (
        <Text>{say('review.noCells')}</Text>
      ) : (
        <Table density="compact" flush={true}>
          <TableHead>
            <TableRow>
              <TableHeader>{say('review.property')}</TableHeader>
              <TableHeader>{say('review.before')}</TableHeader>
              <TableHeader>{say('review.after')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {changes.map(({ property, before, after }) => (
              <TableRow key={property}>
                <TableCell>{labelOf(property)}</TableCell>
                <TableCell>{show(property, before)}</TableCell>
                <TableCell>
                  <Text format={{ fontWeight: 'demibold' }}>{show(property, after)}</Text>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {associationsToMake(row, plan).map((association) => (
        <Text key={`${association.toObjectType} ${association.toId}`} variant="microcopy">
          {say('association.willBe', { target: nameTarget(association) })}
        </Text>
      ))}
      {row.held?.map((association) => (
        <Text key={`${association.toObjectType} ${association.toId}`} variant="microcopy">
          {say('association.isHeld', { target: nameTarget(association) })}
        </Text>
      ))}
      {unresolvedOf(row).map((each) => (
        <Text key={`${each.toObjectType} ${each.name}`} variant="microcopy">
          {describeUnresolved(each)}
        </Text>
      ))}
      {kept.map(({ property, wanted, reason }) => (
        <Text key={property} variant="microcopy">
          {say('keptValue', {
            label: labelOf(property),
            value: show(property, wanted),
            reason: say(`kept.${reason}`),
          })}
        </Text>
      ))}
    </Flex>
  );
}
