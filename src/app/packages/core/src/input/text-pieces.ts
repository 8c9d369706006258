import type { ByteSource } from './byte-source.ts';
import { LONGEST_SEPARATOR_LINE } from './choose-delimiter.ts';
import { startReading } from './decode-text.ts';
import type { Encoding, StartDecoding } from './decode-text.ts';

/** `text` may be cut anywhere, but not within a character. */
export interface TextPiece {
  readonly text: string;
  readonly isLast: boolean;
}

/** One that the file has, and one that its decoding may have left. */
const BYTE_ORDER_MARKS = /^\ufeff{1,2}/;
/** What is told by the start of a text must not be cut. */
const START_LENGTH = LONGEST_SEPARATOR_LINE + 2;

/** Reads and decodes a file piece by piece. */
export class TextPieces {
  bytesRead = 0;

  private readonly source: ByteSource;
  private readonly pieceBytes: number;
  private readonly decode: ReturnType<StartDecoding>;
  private isStarted = false;

  constructor(
    source: ByteSource,
    decoding: { encoding: Encoding; start: StartDecoding },
    pieceBytes: number,
  ) {
    this.source = source;
    this.pieceBytes = pieceBytes;
    this.decode = startReading(decoding.start, decoding.encoding);
  }

  /** The next piece, of at least so many bytes where the file has them. */
  async next(leastBytes: number): Promise<TextPiece> {
    if (this.isStarted) return await this.read(leastBytes);
    this.isStarted = true;
    let { text, isLast } = await this.read(leastBytes);
    while (!isLast && text.length < START_LENGTH) {
      const more = await this.read(0);
      text += more.text;
      isLast = more.isLast;
    }
    return { text: text.replace(BYTE_ORDER_MARKS, ''), isLast };
  }

  private async read(leastBytes: number): Promise<TextPiece> {
    const { size } = this.source;
    const from = this.bytesRead;
    const to = Math.min(size, from + Math.max(this.pieceBytes, leastBytes));
    const bytes = from < to ? await this.source.read(from, to) : new Uint8Array();
    if (from < to && bytes.length === 0) throw new RangeError('The file has become shorter.');
    this.bytesRead += bytes.length;
    const isLast = this.bytesRead >= size;
    return { text: this.decode(bytes, isLast), isLast };
  }
}
