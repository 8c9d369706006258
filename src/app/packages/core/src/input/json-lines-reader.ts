import type { Sliced } from '../slices/sliced.ts';
import { BelowHeader } from './below-header.ts';
import { describeHeaders } from './describe-headers.ts';
import { isJsonObject, scalarText } from './flatten-json.ts';
import type { BrokenJson, InputIssue, UnreadableInput } from './input-issue.ts';
import { isBlank } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_JSON_DEPTH, MAX_QUOTED_LENGTH } from './limits.ts';
import { LineScanner } from './line-scanner.ts';
import { LineTally } from './line-tally.ts';
import { parseJsonSliced } from './parse-json.ts';
import type { ParsedJson } from './parse-json.ts';
import { isHopeless } from './read-json-lines.ts';
import type { RecordReader } from './record-reader.ts';
import type { Column } from './table.ts';
import { KeyedRows, POSITIONAL_ROWS } from './value-rows.ts';
import type { ValueRows } from './value-rows.ts';

interface LineInWork {
  readonly number: number;
  readonly text: string;
  readonly parsing: Sliced<ParsedJson>;
}

/** What the lines of a file are: objects with keys, or arrays and scalars, with a header among them or without. */
interface LineLayout {
  readonly rows: ValueRows;
  /** Null where keys are the headers. */
  readonly body: BelowHeader | null;
}

/** Reads JSON Lines, one value a line. */
export class JsonLinesReader implements RecordReader {
  private readonly scanner = new LineScanner();
  private readonly headerRow: number | null;
  private readonly columns: readonly Column[];
  private layout: LineLayout | undefined;
  private headerIssues: readonly InputIssue[] = [];
  private tally = new LineTally();
  private line: LineInWork | undefined;
  private parsedCount = 0;
  private brokenCount = 0;
  private firstBroken: BrokenJson | undefined;
  private found: UnreadableInput | undefined;

  constructor(headerRow: number | null, columns: readonly Column[]) {
    this.headerRow = headerRow;
    this.columns = columns;
  }

  get hasMore(): boolean {
    return this.line !== undefined || this.scanner.hasMore;
  }

  feed(text: string, isLast: boolean): void {
    this.scanner.feed(text, isLast);
  }

  waiting(): number {
    return this.scanner.waiting();
  }

  problem(): UnreadableInput | undefined {
    return this.found ?? this.scanner.problem();
  }

  /** One line, or a part of a long one, at a time. */
  next(): InputRecord | undefined {
    this.line ??= this.nextLine();
    const parsed = this.line?.parsing.next();
    if (this.line === undefined || parsed?.done !== true) return undefined;
    const { line } = this;
    this.line = undefined;
    const record = this.recordOf(line, parsed.value);
    return record === undefined || isBlank(record.cells) || this.layout?.body?.has(record) === false
      ? undefined
      : record;
  }

  takeIssues(): readonly InputIssue[] {
    const issues = [...this.headerIssues, ...(this.layout?.body?.takeIssues() ?? []), ...this.tally.issues()];
    this.headerIssues = [];
    this.tally = new LineTally();
    return issues;
  }

  private nextLine(): LineInWork | undefined {
    const line = this.scanner.next();
    return line === undefined ? undefined : { ...line, parsing: parseJsonSliced(line.text) };
  }

  private recordOf(line: LineInWork, parsed: ParsedJson): InputRecord | undefined {
    switch (parsed.kind) {
      case 'too-deep':
        this.stopTooDeep();
        return undefined;
      case 'broken':
        this.noteBroken({ ...parsed.broken, line: line.number });
        return undefined;
      case 'parsed':
        this.parsedCount += 1;
        this.tally.addRepeatedKeys(parsed.repeatedKeys);
        return this.recordOfValue(line, parsed.value);
    }
  }

  private recordOfValue({ number, text }: LineInWork, value: unknown): InputRecord | undefined {
    this.layout ??= this.startLayout(value);
    const found = this.layout.rows.cellsOf(value);
    switch (found.kind) {
      case 'too-deep':
        this.stopTooDeep();
        return undefined;
      case 'not-a-record': {
        const quoted = isJsonObject(value) ? text : scalarText(value);
        this.tally.addStranger({
          rowNumber: number,
          line: number,
          found: quoted.slice(0, MAX_QUOTED_LENGTH),
        });
        return undefined;
      }
      case 'cells':
        return { number, line: number, cells: found.cells };
    }
  }

  /**
   * Where no row is a header and no header has text, the only key may be one without text: then the first value
   * tells. (Of such a file that begins with another value nobody can tell; it is no export of anything.)
   */
  private startLayout(value: unknown): LineLayout {
    const headers = this.columns.map(({ header }) => header);
    const isKeyed = this.headerRow === null && (!isBlank(headers) || isJsonObject(value));
    if (!isKeyed) return { rows: POSITIONAL_ROWS, body: new BelowHeader(this.headerRow, this.columns) };
    this.headerIssues = describeHeaders(headers);
    return { rows: new KeyedRows(this.columns), body: null };
  }

  private stopTooDeep(): void {
    this.found = { code: 'json-too-deep', maxDepth: MAX_JSON_DEPTH };
  }

  private noteBroken(broken: BrokenJson): void {
    this.tally.addBroken(broken);
    this.brokenCount += 1;
    this.firstBroken ??= broken;
    if (isHopeless(this.brokenCount, this.parsedCount))
      this.found = { code: 'broken-json', ...this.firstBroken };
  }
}
