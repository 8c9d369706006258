import type { UnreadableInput } from './input-issue.ts';
import { MAX_ROW_LENGTH } from './limits.ts';

/** `number` counts from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

const CR = '\r';
const LF = '\n';
/** Blank lines passed over between two pauses. */
const PIECE_LINES = 16_384;

/** Takes a text apart into its lines (CRLF, LF and CR end one); it may come in parts, cut anywhere. */
export class LineScanner {
  hasMore = true;

  private text = '';
  private isLast = false;
  private position = 0;
  /** No line ends between the position and here. */
  private searched = 0;
  private lineNumber = 0;
  private readonly lineEnd = /[\r\n]/g;
  private tooLong: UnreadableInput | undefined;

  feed(text: string, isLast: boolean): void {
    this.searched -= this.position;
    this.text = this.text.slice(this.position) + text;
    this.position = 0;
    this.isLast = isLast;
    this.hasMore = true;
  }

  waiting(): number {
    return this.text.length - this.position;
  }

  problem(): UnreadableInput | undefined {
    return this.tooLong;
  }

  /** The next line that is not blank; undefined when it is time for a pause, when there is none or a problem. */
  next(): TextLine | undefined {
    for (let passed = 0; passed < PIECE_LINES; passed += 1) {
      const end = this.findEnd();
      if (this.tooLong !== undefined || end === undefined) {
        this.hasMore = false;
        return undefined;
      }
      const text = this.text.slice(this.position, end);
      this.moveBehind(end);
      if (text.trim() !== '') return { number: this.lineNumber, text };
    }
    return undefined;
  }

  /** Where the line ends; undefined when there is none, or when its end is still to come. */
  private findEnd(): number | undefined {
    this.lineEnd.lastIndex = this.searched;
    const end = this.lineEnd.exec(this.text)?.index ?? this.text.length;
    this.searched = end;
    if (end - this.position > MAX_ROW_LENGTH) this.reportLength();
    if (this.isLast) return this.position < this.text.length ? end : undefined;
    const isCut = end >= this.text.length - 1 && this.text[end] !== LF;
    return isCut ? undefined : end;
  }

  private moveBehind(end: number): void {
    const isCrLf = this.text[end] === CR && this.text[end + 1] === LF;
    this.position = Math.min(this.text.length, end + (isCrLf ? 2 : 1));
    this.searched = this.position;
    this.lineNumber += 1;
  }

  private reportLength(): void {
    const number = this.lineNumber + 1;
    this.tooLong = { code: 'row-too-long', rowNumber: number, line: number, maxLength: MAX_ROW_LENGTH };
  }
}
