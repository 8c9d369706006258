import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import { closingQuote } from './closing-quote.ts';
import type { UnreadableInput } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import {
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_PLACES,
  MAX_QUOTED_LENGTH,
  MAX_SPLIT_CELLS,
  MAX_SPLIT_WIDTH,
} from './limits.ts';

/** A cell that starts with a quote but is no quoted cell; `recordNumber` and `line` count from 1. */
export interface StrayQuote {
  readonly recordNumber: number;
  readonly line: number;
  readonly found: string;
}

/**
 * `strayQuotes` names the first of `strayQuoteCount` cells whose quote closes in the wrong place. At most one
 * cell's quote never closes: a second one would have closed it. With a `problem` the text is not split to its end.
 */
export interface SplitText {
  readonly records: readonly InputRecord[];
  readonly unclosedQuote: StrayQuote | undefined;
  readonly strayQuotes: readonly StrayQuote[];
  readonly strayQuoteCount: number;
  readonly problem: UnreadableInput | undefined;
}

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
 * Splits delimited text into records of raw cells (RFC 4180; CRLF, LF and CR each end a record, also mixed).
 * An empty `delimiter` reads one column. Every line is a record, blank ones too.
 *
 * A quote opens a quoted cell only when its closing quote stands before a delimiter, a line end or the end
 * (blanks between are allowed unless the delimiter is a tab). Every other cell is taken literally and
 * reported: Excel's clipboard does not escape a cell that merely starts with a quote.
 */
export function splitCells(text: string, delimiter: string): SplitText {
  return finish(splitCellsSliced(text, delimiter));
}

/** The same in slices; a pause may also come within a record, which may be the whole text. */
export function* splitCellsSliced(text: string, delimiter: string): Sliced<SplitText> {
  const scanner = new CellScanner(text, delimiter);
  while (scanner.scanSome(PIECE_LENGTH) && scanner.problem() === undefined) {
    const done = scanner.records.length;
    yield { stage: 'splitting', done, total: Math.round(done / scanner.share()) };
  }
  const { records, unclosedQuote, strayQuotes, strayQuoteCount } = scanner;
  return { records, unclosedQuote, strayQuotes, strayQuoteCount, problem: scanner.problem() };
}

/**
 * `private` and not `#`: HubSpot's build lowers those to WeakMaps (target ES2020), which made splitting many times
 * slower in the card than anywhere else.
 */
class CellScanner {
  readonly records: InputRecord[] = [];
  unclosedQuote: StrayQuote | undefined;
  readonly strayQuotes: StrayQuote[] = [];
  strayQuoteCount = 0;

  private readonly text: string;
  private readonly delimiter: number;
  /** In pasted tab-separated text blanks belong to the cell. */
  private readonly skipsBlanks: boolean;
  private position = 0;
  private line = 1;
  /** Of the record that is being scanned. */
  private startLine = 1;
  private cells: string[] = [];
  private cellCount = 0;
  /** Characters searched for a quote that closes, only to find that none does. */
  private lookedAhead = 0;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.delimiter = delimiter === '' ? NO_DELIMITER : delimiter.charCodeAt(0);
    this.skipsBlanks = delimiter !== '\t';
  }

  /** How much of the text is scanned, from 0 to 1. */
  share(): number {
    return this.position / this.text.length;
  }

  /** What can be no table takes no memory either. */
  problem(): UnreadableInput | undefined {
    const width = this.cells.length;
    if (width > MAX_SPLIT_WIDTH) return { code: 'too-many-columns', found: width, maxColumns: MAX_COLUMNS };
    return this.cellCount > MAX_SPLIT_CELLS
      ? { code: 'too-many-cells', found: this.cellCount, maxCells: MAX_CELLS }
      : undefined;
  }

  /** Scans cells until so many characters were looked at; false when the text is at its end. */
  scanSome(length: number): boolean {
    const start = this.position;
    this.lookedAhead = 0;
    while (this.position - start + this.lookedAhead < length) {
      if (this.cells.length === 0 && this.position >= this.text.length) return false;
      this.cells.push(this.scanCell());
      if (this.isDelimiter(this.position)) this.position += 1;
      else this.endRecord();
    }
    return true;
  }

  private endRecord(): void {
    this.skipLineEnd();
    this.records.push({ number: this.records.length + 1, line: this.startLine, cells: this.cells });
    this.cellCount += this.cells.length;
    this.cells = [];
    this.startLine = this.line;
  }

  private scanCell(): string {
    const start = this.position;
    const open = this.skipsBlanks ? this.afterBlanks(start) : start;
    if (this.text.charCodeAt(open) !== QUOTE) return this.scanLiteral();
    const close = closingQuote(this.text, open);
    const end = close === -1 ? -1 : this.endAfter(close);
    if (end !== -1) return this.takeQuoted(open + 1, close, end);
    this.lookedAhead += (close === -1 ? this.text.length : close) - open;
    const literal = this.scanLiteral();
    if (close === -1) this.unclosedQuote = this.strayQuote(literal);
    else this.reportStray(this.strayQuote(literal));
    return literal;
  }

  private scanLiteral(): string {
    const text = this.text;
    const delimiter = this.delimiter;
    const start = this.position;
    let end = start;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === LF || code === CR) break;
    }
    this.position = end;
    return text.slice(start, end);
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
    return { recordNumber: this.records.length + 1, line: this.line, found };
  }

  private reportStray(quote: StrayQuote): void {
    this.strayQuoteCount += 1;
    if (this.strayQuotes.length < MAX_PLACES) this.strayQuotes.push(quote);
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

/** Cells of this length are no values; but they must not cost seconds. */
const LONG_CELL = 100_000;

/** Both ways give the same. The first is three times as fast for cells, the second for megabytes of quotes. */
function withoutDoubling(raw: string): string {
  return raw.length < LONG_CELL ? raw.replace(/""/g, '"') : raw.split('""').join('"');
}

function lineEndCount(text: string): number {
  let count = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === LF || (code === CR && text.charCodeAt(position + 1) !== LF)) count += 1;
  }
  return count;
}
