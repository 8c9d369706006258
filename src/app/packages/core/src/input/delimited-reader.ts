import type { BelowHeader } from './below-header.ts';
import { CellScanner } from './cell-scanner.ts';
import { declaredDelimiter } from './choose-delimiter.ts';
import type { InputIssue, UnreadableInput } from './input-issue.ts';
import { isBlank } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_ROW_LENGTH } from './limits.ts';
import { quoteIssues } from './read-delimited.ts';
import type { RecordReader } from './record-reader.ts';

/** Reads delimited text (one column when `delimiter` is empty); the first part holds a `sep=` line uncut. */
export class DelimitedReader implements RecordReader {
  private readonly scanner: CellScanner;
  private readonly body: BelowHeader;
  private instructionCount: number | undefined;

  constructor(delimiter: string, body: BelowHeader) {
    this.scanner = new CellScanner(delimiter, MAX_ROW_LENGTH);
    this.body = body;
  }

  get hasMore(): boolean {
    return this.scanner.hasMore;
  }

  feed(text: string, isLast: boolean): void {
    this.instructionCount ??= declaredDelimiter(text) === undefined ? 0 : 1;
    this.scanner.feed(text, isLast);
  }

  waiting(): number {
    return this.scanner.waiting();
  }

  next(): InputRecord | undefined {
    for (;;) {
      const record = this.scanner.next();
      if (record === undefined || this.isOfTable(record)) return record;
    }
  }

  problem(): UnreadableInput | undefined {
    return this.scanner.problem();
  }

  takeIssues(): readonly InputIssue[] {
    return [...this.body.takeIssues(), ...quoteIssues(this.scanner.takeQuotes())];
  }

  private isOfTable(record: InputRecord): boolean {
    const isInstruction = record.number <= (this.instructionCount ?? 0);
    return !isInstruction && !isBlank(record.cells) && this.body.has(record);
  }
}
