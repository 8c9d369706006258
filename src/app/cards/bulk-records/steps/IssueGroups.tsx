import { Alert, Flex } from '@hubspot/ui-extensions';
import type { IssueGroup } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { describeIssueGroup, type IssueNames } from '../copy/issue-words.ts';
import { FaultTable } from './FaultTable.tsx';
import { FixCell, type FixingProps } from './FixControl.tsx';

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
    <FaultTable
      testId={testId}
      head={say('flow.issueColumn')}
      groups={groups}
      lineOf={(group, slot) => ({
        key: slot,
        words: describeIssueGroup(group, names),
        rowNumbers: group.firstRowNumbers,
        count: group.count,
        fix: <FixCell issue={group.issue} slot={`${place}${String(slot)}`} {...fixing} />,
      })}
    />
  );
}
