import {
  Alert,
  Button,
  Flex,
  Input,
  Select,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type {
  Candidate,
  CellFix,
  CellFormat,
  ColumnIssue,
  IssueGroup,
  RecordIssue,
} from '@bulk-records/core';
import { WORDS } from '../copy/flow-words.ts';
import { countOf, listSome } from '../copy/numbers.ts';
import { describeIssueGroup } from '../copy/record-words.ts';
import { PagedTable } from './PagedTable.tsx';

interface IssueGroupsProps {
  readonly groups: readonly IssueGroup[];
  readonly fixCount: number;
  readonly labelOf: (property: string) => string;
  /** What a wrong option may be replaced by. */
  readonly optionsOf: (property: string) => readonly Candidate[];
  readonly onFix: (columnIndex: number, raw: string, fix: CellFix) => void;
  readonly onFormat: (columnIndex: number, format: CellFormat) => void;
  readonly onUndo: () => void;
}

/** Everything found before writing, by column, cause and value: one fix repairs all equal cells. */
export function IssueGroups(props: IssueGroupsProps) {
  const { groups, fixCount, labelOf, onUndo, ...fixing } = props;
  return (
    <Flex direction="column" gap="sm">
      {groups.length > 0 && (
        <Alert testId="blocked-rows" variant="warning" title={WORDS.blockedTitle}>
          {WORDS.blockedBody}
        </Alert>
      )}
      {fixCount > 0 && (
        <Flex direction="row" gap="sm" align="center">
          <Text testId="fixes-made">{WORDS.fixesMade(fixCount)}</Text>
          <Button testId="undo-fixes" size="xs" onClick={onUndo}>
            {WORDS.undoFixes}
          </Button>
        </Flex>
      )}
      {groups.length > 0 && (
        <PagedTable testId="issue-groups" rows={groups} rowsPerPage={GROUPS_PER_PAGE}>
          {(shown) => (
            <>
              <TableHead>
                <TableRow>
                  <TableHeader>{WORDS.issueColumn}</TableHeader>
                  <TableHeader width={140}>{WORDS.rowsColumn}</TableHeader>
                  <TableHeader width={260}>{WORDS.fixColumn}</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {shown.map((group, slot) => (
                  <TableRow key={slot}>
                    <TableCell>{describeIssueGroup(group, labelOf)}</TableCell>
                    <TableCell>
                      <Text>{countOf(group.count, 'row', 'rows')}</Text>
                      <Text variant="microcopy">{listSome(group.firstRowNumbers, group.count)}</Text>
                    </TableCell>
                    <TableCell>
                      <FixCell issue={group.issue} slot={slot} {...fixing} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </>
          )}
        </PagedTable>
      )}
    </Flex>
  );
}

const GROUPS_PER_PAGE = 10;

interface FixCellProps extends Pick<IssueGroupsProps, 'optionsOf' | 'onFix' | 'onFormat'> {
  readonly issue: RecordIssue;
  readonly slot: number;
}

function FixCell({ issue, ...rest }: FixCellProps) {
  if (!('columnIndex' in issue)) return <Text variant="microcopy">{WORDS.fixInData}</Text>;
  return <FixControl key={fixKey(issue)} issue={issue} {...rest} />;
}

function fixKey({ columnIndex, raw }: ColumnIssue): string {
  return `${columnIndex} ${raw}`;
}

interface FixControlProps extends FixCellProps {
  readonly issue: ColumnIssue;
}

const LEAVE_BLANK = -1;

/** Candidates to choose from where there are some, a field to retype the cell where there are none. */
function FixControl({ issue, slot, optionsOf, onFix, onFormat }: FixControlProps) {
  const { columnIndex, raw } = issue;
  const isOption = issue.expected.kind === 'option';
  const candidates = issue.candidates.length === 0 && isOption ? optionsOf(issue.property) : issue.candidates;
  if (candidates.length > 0) {
    return (
      <Select
        testId={`fix-${slot}`}
        name={`fix-${slot}`}
        label={WORDS.fixWith}
        placeholder={WORDS.chooseFix}
        options={[
          ...candidates.map(({ label }, index) => ({ label, value: index })),
          { label: WORDS.leaveBlank, value: LEAVE_BLANK },
        ]}
        onChange={(index) => {
          const candidate = candidates[Number(index)];
          if (candidate?.format) onFormat(columnIndex, candidate.format);
          else if (candidate) onFix(columnIndex, raw, { kind: 'value', value: candidate.value });
          else onFix(columnIndex, raw, { kind: 'blank' });
        }}
      />
    );
  }
  return (
    <Flex direction="column" gap="xs">
      <Input
        testId={`fix-${slot}`}
        name={`fix-${slot}`}
        label={WORDS.retype}
        placeholder={raw.length > 40 ? `${raw.slice(0, 40)}…` : raw}
        onChange={(text) => {
          if (text.trim() !== '') onFix(columnIndex, raw, { kind: 'text', text });
        }}
      />
      <Button
        testId={`blank-${slot}`}
        size="xs"
        onClick={() => {
          onFix(columnIndex, raw, { kind: 'blank' });
        }}
      >
        {WORDS.leaveBlank}
      </Button>
    </Flex>
  );
}
