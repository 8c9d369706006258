import { closingQuote } from './closing-quote.ts';
import type { UnreadableInput } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_COLUMNS, MAX_QUOTED_CELL, MAX_QUOTED_LENGTH, MAX_SPLIT_WIDTH } from './limits.ts';
import { lineEndCount, withoutDoubling } from './quoted-text.ts';
import { StrayQuoteTally } from './stray-quotes.ts';
import type { StrayQuote, StrayQuotes } from './stray-quotes.ts';

const QUOTE = 34;
const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
/** No character has this code: a text read as one column. */
const NO_DELIMITER = -1;
/** Characters looked at between two pauses: about a millisecond. */
const PIECE_LENGTH = 65_536;

/**
 * Takes delimited text apart, record by record; the text may come in parts, cut anywhere. A cell is taken only when
 * no character that is still to come could change it, so parts give what the text as a whole gives. Until then the
 * cell waits, is looked at again with more text, and costs linear time if that text doubles what waits.
 *
 * `private` and not `#`: HubSpot's build lowers those to WeakMaps (target ES2020), which made splitting many times
 * slower in the card than anywhere else.
 */
export class CellScanner {
  /** False when the text is at its end, or what is left of it must wait for more. */
  hasMore = true;

  private text = '';
  private isLast = false;
  private readonly delimiter: number;
  /** In pasted tab-separated text blanks belong to the cell. */
  private readonly skipsBlanks: boolean;
  private readonly maxRecordLength: number;
  private position = 0;
  private line = 1;
  private recordNumber = 1;
  /** Of the record that is being scanned; before the text's start when that is dropped. */
  private recordStart = 0;
  private startLine = 1;
  private cells: string[] = [];
  private tooLong: UnreadableInput | undefined;
  /** Characters looked at since the last pause, those in vain too. */
  private lookedAt = 0;
  private unclosed = new StrayQuoteTally();
  private stray = new StrayQuoteTally();

  constructor(delimiter: string, maxRecordLength = Infinity) {
    this.delimiter = delimiter === '' ? NO_DELIMITER : delimiter.charCodeAt(0);
    this.skipsBlanks = delimiter !== '\t';
    this.maxRecordLength = maxRecordLength;
  }

  /** More of the text. What is scanned already is dropped. */
  feed(text: string, isLast: boolean): void {
    this.recordStart -= this.position;
    this.text = this.text.slice(this.position) + text;
    this.position = 0;
    this.isLast = isLast;
    this.hasMore = true;
  }

  /** How much of the text that was fed last is scanned, from 0 to 1. */
  share(): number {
    return this.position / this.text.length;
  }

  /** Characters that wait for more text. */
  waiting(): number {
    return this.text.length - this.position;
  }

  /** Where the last record that is complete ends in a text that was fed at once. */
  completeLength(): number {
    return this.recordStart;
  }

  /** What can be no table takes no memory either. */
  problem(): UnreadableInput | undefined {
    const width = this.cells.length;
    if (width > MAX_SPLIT_WIDTH) return { code: 'too-many-columns', found: width, maxColumns: MAX_COLUMNS };
    return this.tooLong;
  }

  /** The stray quotes found since they were taken last. */
  takeQuotes(): StrayQuotes {
    const { unclosed, stray } = this;
    this.unclosed = new StrayQuoteTally();
    this.stray = new StrayQuoteTally();
    return { unclosed, stray };
  }

  /** The next record; undefined when it is time for a pause, when there is no more text or when there is a problem. */
  next(): InputRecord | undefined {
    while (this.hasMore && this.lookedAt < PIECE_LENGTH) {
      const start = this.position;
      const isAtEnd = start >= this.text.length && (!this.isLast || this.cells.length === 0);
      const cell = isAtEnd ? undefined : this.scanCell();
      if (cell === undefined) this.wait();
      else {
        this.lookedAt += this.position - start;
        this.cells.push(cell);
        if (!this.isDelimiter(this.position)) return this.endRecord();
        this.position += 1;
      }
    }
    this.lookedAt = 0;
    return undefined;
  }

  private wait(): void {
    this.hasMore = false;
    // What waits for a closing quote may still end sooner, as a literal cell.
    const isSurelyTooLong = this.text.length - this.recordStart > this.maxRecordLength + MAX_QUOTED_CELL;
    if (isSurelyTooLong) this.reportLength();
  }

  private endRecord(): InputRecord | undefined {
    if (this.position - this.recordStart > this.maxRecordLength) {
      this.reportLength();
      return undefined;
    }
    if (this.cells.length > MAX_SPLIT_WIDTH) return undefined;
    this.skipLineEnd();
    const record = { number: this.recordNumber, line: this.startLine, cells: this.cells };
    this.lookedAt += 1;
    this.recordNumber += 1;
    this.cells = [];
    this.startLine = this.line;
    this.recordStart = this.position;
    return record;
  }

  private reportLength(): void {
    const place = { rowNumber: this.recordNumber, line: this.startLine };
    this.tooLong = { code: 'row-too-long', ...place, maxLength: this.maxRecordLength };
  }

  /** Undefined, with nothing changed, when the cell must wait for more text. */
  private scanCell(): string | undefined {
    const start = this.position;
    const open = this.skipsBlanks ? this.afterBlanks(start) : start;
    if (this.text.charCodeAt(open) !== QUOTE) return this.scanLiteral();
    const close = closingQuote(this.text, open);
    const mayStillClose = !this.isLast && close === -1 && this.text.length - open <= MAX_QUOTED_CELL;
    if (mayStillClose) return undefined;
    const isUnclosed = close === -1 || close - open >= MAX_QUOTED_CELL;
    const end = isUnclosed ? -1 : this.endAfter(close);
    if (end !== -1) return this.isCut(end) ? undefined : this.takeQuoted(open + 1, close, end);
    this.lookedAt += (close === -1 ? this.text.length : close) - open;
    const literal = this.scanLiteral();
    if (literal !== undefined) (isUnclosed ? this.unclosed : this.stray).add(this.strayQuote(literal));
    return literal;
  }

  private scanLiteral(): string | undefined {
    const text = this.text;
    const delimiter = this.delimiter;
    const start = this.position;
    let end = start;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === LF || code === CR) break;
    }
    if (this.isCut(end)) return undefined;
    this.position = end;
    return text.slice(start, end);
  }

  /** The cell may go on after the text so far, or its line end may be CRLF. */
  private isCut(end: number): boolean {
    if (this.isLast || end < this.text.length - 1) return false;
    return end >= this.text.length || this.text.charCodeAt(end) === CR;
  }

  /** Where the cell ends whose closing quote is at `close`; -1 when other text follows that quote. */
  private endAfter(close: number): number {
    const end = this.skipsBlanks ? this.afterBlanks(close + 1) : close + 1;
    if (end >= this.text.length || this.isDelimiter(end)) return end;
    const code = this.text.charCodeAt(end);
    return code === LF || code === CR ? end : -1;
  }

  private takeQuoted(from: number, to: number, end: number): string {
    const raw = this.text.slice(from, to);
    this.position = end;
    this.line += lineEndCount(raw);
    return raw.includes('"') ? withoutDoubling(raw) : raw;
  }

  private strayQuote(literal: string): StrayQuote {
    const found = literal.slice(0, MAX_QUOTED_LENGTH);
    return { recordNumber: this.recordNumber, line: this.line, found };
  }

  private afterBlanks(from: number): number {
    let position = from;
    for (; ; position += 1) {
      const code = this.text.charCodeAt(position);
      if (code !== SPACE && code !== TAB) return position;
      if (code === this.delimiter) return position;
    }
  }

  private isDelimiter(position: number): boolean {
    return this.text.charCodeAt(position) === this.delimiter;
  }

  private skipLineEnd(): void {
    if (this.text.charCodeAt(this.position) === CR) this.position += 1;
    else if (this.text.charCodeAt(this.position) === LF) this.position += 1;
    else return;
    const isCrLf =
      this.text.charCodeAt(this.position - 1) === CR && this.text.charCodeAt(this.position) === LF;
    if (isCrLf) this.position += 1;
    this.line += 1;
  }
}
