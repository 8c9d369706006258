import type { DraftRecord, RecordIssue } from './draft-record.ts';

/** Equal issues of equal cells in one column: what one fix repairs. */
export interface IssueGroup {
  /** The issue they share. */
  readonly issue: RecordIssue;
  readonly count: number;
  /** Row numbers as the admin sees them, the first few in the table's order. */
  readonly firstRowNumbers: readonly number[];
}

const MAX_ROW_NUMBERS = 5;

interface OpenGroup {
  readonly issue: RecordIssue;
  readonly firstRowNumbers: number[];
  count: number;
}

/**
 * All issues by column, code and raw text; the most frequent first, else in the table's order. Every issue of every
 * row is counted once. Issues without a column (a missing key, nothing to write) are grouped by code.
 */
export function groupIssues(
  drafts: readonly Pick<DraftRecord, 'issues' | 'rowNumber'>[],
): readonly IssueGroup[] {
  const groups = new Map<string, Map<string, OpenGroup>>();
  for (const { issues, rowNumber } of drafts) {
    for (const issue of issues) countIssue(groups, issue, rowNumber);
  }
  return [...groups.values()]
    .flatMap((byRaw): readonly IssueGroup[] => [...byRaw.values()])
    .sort((a, b) => b.count - a.count || (a.firstRowNumbers[0] ?? 0) - (b.firstRowNumbers[0] ?? 0));
}

function countIssue(
  groups: Map<string, Map<string, OpenGroup>>,
  issue: RecordIssue,
  rowNumber: number,
): void {
  const isOfCell = 'columnIndex' in issue;
  const cause = isOfCell ? `${issue.code} ${issue.columnIndex}` : issue.code;
  const raw = isOfCell ? issue.raw : '';
  const byRaw = groups.get(cause) ?? new Map<string, OpenGroup>();
  groups.set(cause, byRaw);
  const group = byRaw.get(raw) ?? { issue, firstRowNumbers: [], count: 0 };
  byRaw.set(raw, group);
  group.count += 1;
  if (group.firstRowNumbers.length < MAX_ROW_NUMBERS) group.firstRowNumbers.push(rowNumber);
}
