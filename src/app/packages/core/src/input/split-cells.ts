import { closingQuote } from './closing-quote.ts';
import { MAX_PLACES, MAX_QUOTED_LENGTH } from './limits.ts';

/** One record of delimited text; `line` is the physical line it starts on, from 1. */
export interface SplitRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell that starts with a quote but is no quoted cell; `recordNumber` and `line` count from 1. */
export interface StrayQuote {
  readonly recordNumber: number;
  readonly line: number;
  readonly found: string;
}

/**
 * `strayQuotes` names the first of `strayQuoteCount` cells whose quote closes in the wrong place. At most one
 * cell's quote never closes: a second one would have closed it.
 */
export interface SplitText {
  readonly records: readonly SplitRecord[];
  readonly unclosedQuote: StrayQuote | undefined;
  readonly strayQuotes: readonly StrayQuote[];
  readonly strayQuoteCount: number;
}

const QUOTE = 34;
const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;
/** No character has this code: a text read as one column. */
const NO_DELIMITER = -1;

/**
 * Splits delimited text into records of raw cells (RFC 4180; CRLF, LF and CR each end a record, also mixed).
 * An empty `delimiter` reads one column. Every line is a record, blank ones too.
 *
 * A quote opens a quoted cell only when its closing quote stands before a delimiter, a line end or the end
 * (blanks between are allowed unless the delimiter is a tab). Every other cell is taken literally and
 * reported: Excel's clipboard does not escape a cell that merely starts with a quote.
 */
export function splitCells(text: string, delimiter: string): SplitText {
  const scanner = new CellScanner(text, delimiter);
  scanner.scan();
  const { records, unclosedQuote, strayQuotes, strayQuoteCount } = scanner;
  return { records, unclosedQuote, strayQuotes, strayQuoteCount };
}

class CellScanner {
  readonly records: SplitRecord[] = [];
  unclosedQuote: StrayQuote | undefined;
  readonly strayQuotes: StrayQuote[] = [];
  strayQuoteCount = 0;

  readonly #text: string;
  readonly #delimiter: number;
  /** In pasted tab-separated text blanks belong to the cell. */
  readonly #skipsBlanks: boolean;
  #position = 0;
  #line = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter === '' ? NO_DELIMITER : delimiter.charCodeAt(0);
    this.#skipsBlanks = delimiter !== '\t';
  }

  scan(): void {
    while (this.#position < this.#text.length) this.#scanRecord();
  }

  #scanRecord(): void {
    const line = this.#line;
    const cells = [this.#scanCell()];
    while (this.#isDelimiter(this.#position)) {
      this.#position += 1;
      cells.push(this.#scanCell());
    }
    this.#skipLineEnd();
    this.records.push({ line, cells });
  }

  #scanCell(): string {
    const start = this.#position;
    const open = this.#skipsBlanks ? this.#afterBlanks(start) : start;
    if (this.#text.charCodeAt(open) !== QUOTE) return this.#scanLiteral();
    const close = closingQuote(this.#text, open);
    const end = close === -1 ? -1 : this.#endAfter(close);
    if (end !== -1) return this.#takeQuoted(open + 1, close, end);
    const literal = this.#scanLiteral();
    if (close === -1) this.unclosedQuote = this.#strayQuote(literal);
    else this.#reportStray(this.#strayQuote(literal));
    return literal;
  }

  #scanLiteral(): string {
    const text = this.#text;
    const delimiter = this.#delimiter;
    const start = this.#position;
    let end = start;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === LF || code === CR) break;
    }
    this.#position = end;
    return text.slice(start, end);
  }

  /** Where the cell ends whose closing quote is at `close`; -1 when other text follows that quote. */
  #endAfter(close: number): number {
    const end = this.#skipsBlanks ? this.#afterBlanks(close + 1) : close + 1;
    if (end >= this.#text.length || this.#isDelimiter(end)) return end;
    const code = this.#text.charCodeAt(end);
    return code === LF || code === CR ? end : -1;
  }

  #takeQuoted(from: number, to: number, end: number): string {
    const raw = this.#text.slice(from, to);
    this.#position = end;
    this.#line += lineEndCount(raw);
    return raw.includes('"') ? raw.replaceAll('""', '"') : raw;
  }

  #strayQuote(literal: string): StrayQuote {
    const found = literal.slice(0, MAX_QUOTED_LENGTH);
    return { recordNumber: this.records.length + 1, line: this.#line, found };
  }

  #reportStray(quote: StrayQuote): void {
    this.strayQuoteCount += 1;
    if (this.strayQuotes.length < MAX_PLACES) this.strayQuotes.push(quote);
  }

  #afterBlanks(from: number): number {
    let position = from;
    for (; ; position += 1) {
      const code = this.#text.charCodeAt(position);
      if (code !== SPACE && code !== TAB) return position;
      if (code === this.#delimiter) return position;
    }
  }

  #isDelimiter(position: number): boolean {
    return this.#text.charCodeAt(position) === this.#delimiter;
  }

  #skipLineEnd(): void {
    if (this.#text.charCodeAt(this.#position) === CR) this.#position += 1;
    else if (this.#text.charCodeAt(this.#position) === LF) this.#position += 1;
    else return;
    const isCrLf =
      this.#text.charCodeAt(this.#position - 1) === CR && this.#text.charCodeAt(this.#position) === LF;
    if (isCrLf) this.#position += 1;
    this.#line += 1;
  }
}

function lineEndCount(text: string): number {
  let count = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === LF || (code === CR && text.charCodeAt(position + 1) !== LF)) count += 1;
  }
  return count;
}
