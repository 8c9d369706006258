import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  EmptyState,
  Flex,
  ProgressBar,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { ReactNode } from 'react';

/** Three rows per page of a table with seven pages. */
export function SampleTable(): ReactNode {
  const [page, setPage] = useState(1);
  return (
    <Table density="condensed" paginated page={page} pageCount={7} onPageChange={setPage}>
      <TableHead>
        <TableRow>
          <TableHeader width="min">Row</TableHeader>
          <TableHeader sortDirection="ascending" onSortChange={() => undefined}>
            Email
          </TableHeader>
          <TableHeader>Outcome</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {[2, 3, 4].map((row) => (
          <TableRow key={row}>
            <TableCell>{row * page}</TableCell>
            <TableCell>person{row}@example.com</TableCell>
            <TableCell>
              <StatusTag variant={row === 3 ? 'danger' : 'success'}>
                {row === 3 ? 'Rejected' : 'Created'}
              </StatusTag>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Everything that shows numbers, and one component the host does not have. */
export function Totals(): ReactNode {
  return (
    <Flex direction="column" gap="medium">
      <ProgressBar title="Writing" value={412} maxValue={1204} valueDescription="412 of 1,204 rows" />
      <Statistics>
        <StatisticsItem label="Created" number="820">
          <StatisticsTrend direction="increase" value="12%" />
        </StatisticsItem>
        <StatisticsItem label="Updated" number="311" />
      </Statistics>
      <DescriptionList direction="row">
        <DescriptionListItem label="Rows">1,204</DescriptionListItem>
        <DescriptionListItem label="Read as">Tab-separated</DescriptionListItem>
      </DescriptionList>
      <Accordion title="Lifecycle stage: 37 rows">Did you mean Customer?</Accordion>
      <Tag variant="warning">Needs a look</Tag>
      <EmptyState title="No runs yet" layout="vertical">
        <Text>Your runs show up here.</Text>
      </EmptyState>
      <ScoreCircle score={12} />
    </Flex>
  );
}
