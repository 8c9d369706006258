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
import { listChanges, type Plan, type PlannedRow } from '@bulk-records/core';
import { KEPT_REASONS } from '../copy/plan-words.ts';
import { REVIEW_WORDS } from '../copy/review-words.ts';
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
        <Text>{REVIEW_WORDS.noCells}</Text>
      ) : (
        <Table density="compact" flush={true}>
          <TableHead>
            <TableRow>
              <TableHeader>{REVIEW_WORDS.property}</TableHeader>
              <TableHeader>{REVIEW_WORDS.before}</TableHeader>
              <TableHeader>{REVIEW_WORDS.after}</TableHeader>
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
      {kept.map(({ property, wanted, reason }) => (
        <Text key={property} variant="microcopy">
          {`${labelOf(property)} “${show(property, wanted)}”: ${KEPT_REASONS[reason]}.`}
        </Text>
      ))}
    </Flex>
  );
}
