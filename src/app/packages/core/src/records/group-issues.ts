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

type Issued = Pick<DraftRecord, 'issues' | 'rowNumber'>;

/**
 * All issues by column, code and raw text; the most frequent first, else in the table's order. Every issue of every
 * row is counted once. Issues without a column (a missing key, nothing to write) are grouped by code.
 */
export function groupIssues(drafts: readonly Issued[]): readonly IssueGroup[] {
  const tally = new IssueTally();
  for (const draft of drafts) tally.note(draft);
  return tally.groups();
}

/** Looks removable, is not: a text cut out of a larger one keeps all of that one in memory. */
function copyOf(issue: RecordIssue): RecordIssue {
  return 'columnIndex' in issue
    ? {
        ...issue,
        raw: copyOfText(issue.raw),
        found: copyOfText(issue.found),
        candidates: issue.candidates.map((each) => ({ ...each })),
      }
    : issue;
}

function copyOfText(text: string): string {
  return Array.from(text).join('');
}

/** The same, row by row, for inputs that are never whole in memory. */
export class IssueTally {
  private readonly byCause = new Map<string, Map<string, OpenGroup>>();
  private groupCount = 0;
  private ungrouped = 0;

  /** Of more different texts than `maxGroups` only the first have a group; absent: all have. */
  constructor(private readonly maxGroups = Infinity) {}

  /** Issues that have no group. */
  get ungroupedCount(): number {
    return this.ungrouped;
  }

  note({ issues, rowNumber }: Issued): void {
    for (const issue of issues) this.count(issue, rowNumber);
  }

  groups(): readonly IssueGroup[] {
    return [...this.byCause.values()]
      .flatMap((byRaw): readonly IssueGroup[] => [...byRaw.values()])
      .sort((a, b) => b.count - a.count || (a.firstRowNumbers[0] ?? 0) - (b.firstRowNumbers[0] ?? 0));
  }

  private count(issue: RecordIssue, rowNumber: number): void {
    const isOfCell = 'columnIndex' in issue;
    const cause = isOfCell ? `${issue.code} ${issue.columnIndex}` : issue.code;
    const group = this.groupOf(cause, isOfCell ? issue.raw : '', issue);
    if (group === null) {
      this.ungrouped += 1;
      return;
    }
    group.count += 1;
    if (group.firstRowNumbers.length < MAX_ROW_NUMBERS) group.firstRowNumbers.push(rowNumber);
  }

  private groupOf(cause: string, raw: string, issue: RecordIssue): OpenGroup | null {
    const byRaw = this.byCause.get(cause) ?? new Map<string, OpenGroup>();
    const known = byRaw.get(raw);
    if (known !== undefined) return known;
    if (this.groupCount >= this.maxGroups) return null;
    this.groupCount += 1;
    const isOfLongInput = this.maxGroups < Infinity;
    const kept = isOfLongInput ? copyOf(issue) : issue;
    const group: OpenGroup = { issue: kept, firstRowNumbers: [], count: 0 };
    this.byCause.set(cause, byRaw);
    // The text as the key keeps whatever it was cut out of, too.
    byRaw.set('columnIndex' in kept ? kept.raw : raw, group);
    return group;
  }
}
