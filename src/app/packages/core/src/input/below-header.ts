import { describeHeaders } from './describe-headers.ts';
import type { InputIssue } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_PLACES } from './limits.ts';
import { aboveHeader, NO_HEADER } from './read-records.ts';
import type { Column } from './table.ts';

/** Tells the records below a known header, one by one; `headerRow` is null where no record is a header. */
export class BelowHeader {
  private readonly headerRow: number | null;
  private readonly above: InputRecord[] = [];
  private aboveCount = 0;
  private headerIssues: readonly InputIssue[];

  constructor(headerRow: number | null, columns: readonly Column[]) {
    this.headerRow = headerRow;
    this.headerIssues =
      headerRow === null ? [NO_HEADER] : describeHeaders(columns.map(({ header }) => header));
  }

  has(record: InputRecord): boolean {
    const { headerRow } = this;
    if (headerRow === null || record.number > headerRow) return true;
    if (record.number === headerRow) return false;
    this.aboveCount += 1;
    if (this.above.length < MAX_PLACES) this.above.push(record);
    return false;
  }

  /** The issues of the header and of what stands above it, once. */
  takeIssues(): readonly InputIssue[] {
    const issues = [...aboveHeader(this.above, this.aboveCount), ...this.headerIssues];
    this.headerIssues = [];
    this.aboveCount = 0;
    return issues;
  }
}
