import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { IssueGroup } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { describeIssueGroup, type IssueNames } from '../copy/issue-words.ts';
import { nameRows } from '../copy/repair-words.ts';
import { FixCell, type FixingProps } from './FixControl.tsx';
import { PagedTable } from './PagedTable.tsx';
import { SideBySide } from './SideBySide.tsx';

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
    <PagedTable
      testId={testId}
      rows={groups}
      rowsPerPage={GROUPS_PER_PAGE}
      heads={[`${say('flow.issueColumn')} · ${say('flow.fixColumn')}`]}
    >
      {(group, slot) => (
        <SideBySide key={slot}>
          <Flex direction="column" gap="flush">
            <Text>{describeIssueGroup(group, names)}</Text>
            <Text variant="microcopy">{nameRows(group.firstRowNumbers, group.count)}</Text>
          </Flex>
          <FixCell issue={group.issue} slot={`${place}${String(slot)}`} {...fixing} />
        </SideBySide>
      )}
    </PagedTable>
  );
}

const GROUPS_PER_PAGE = 10;
