import {
  Alert,
  Flex,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { IssueGroup } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { describeIssueGroup, type IssueNames } from '../copy/issue-words.ts';
import { listSome } from '../copy/numbers.ts';
import { FixCell, type FixingProps } from './FixControl.tsx';
import { PagedTable } from './PagedTable.tsx';

interface IssueGroupsProps extends Required<IssueNames>, FixingProps {
  readonly groups: readonly IssueGroup[];
}

/** Everything found before writing, by column, cause and value: one fix repairs all equal cells. */
export function IssueGroups(props: IssueGroupsProps) {
  if (props.groups.length === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Alert testId="blocked-rows" variant="warning" title={say('flow.blockedTitle')}>
        {say('flow.blockedBody')}
      </Alert>
      <IssueTable testId="issue-groups" place="" {...props} />
    </Flex>
  );
}

interface IssueTableProps extends IssueGroupsProps {
  readonly testId: string;
  /** Begins the places of its fixes, where a screen has several tables. */
  readonly place: string;
}

export function IssueTable({ groups, labelOf, headerOf, testId, place, ...fixing }: IssueTableProps) {
  const names = { labelOf, headerOf, optionsOf: fixing.optionsOf };
  return (
    <PagedTable testId={testId} rows={groups} rowsPerPage={GROUPS_PER_PAGE}>
      {(shown) => (
        <>
          <TableHead>
            <TableRow>
              <TableHeader>{say('flow.issueColumn')}</TableHeader>
              <TableHeader width={140}>{say('flow.rowsColumn')}</TableHeader>
              <TableHeader width={260}>{say('flow.fixColumn')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((group, slot) => (
              <TableRow key={slot}>
                <TableCell>{describeIssueGroup(group, names)}</TableCell>
                <TableCell>
                  <Text>{say('flow.rowCount', { count: group.count })}</Text>
                  <Text variant="microcopy">{listSome(group.firstRowNumbers, group.count)}</Text>
                </TableCell>
                <TableCell>
                  <FixCell issue={group.issue} slot={`${place}${String(slot)}`} {...fixing} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </>
      )}
    </PagedTable>
  );
}

const GROUPS_PER_PAGE = 10;
