import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import { detectFileKind } from './detect-file-kind.ts';
import type { FileKind } from './detect-file-kind.ts';

/** Labels of the WHATWG Encoding Standard. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/**
 * Port to the platform's TextDecoder, not fatal: what does not decode becomes U+FFFD. The function it gives takes a
 * file piece by piece, a character may be cut; a byte order mark may be left in the text or dropped.
 */
export type StartDecoding = (label: Encoding) => (piece: Uint8Array, isLast: boolean) => string;

/** A file as text with the encoding it was read in (`confidence` from 0 to 1), or what it is instead. */
export type DecodedFile =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly encoding: Encoding;
      readonly confidence: number;
      readonly runnerUp: Encoding | null;
    }
  | { readonly kind: 'not-text'; readonly found: FileKind };

/** An encoding and how sure it is. */
export type EncodingGuess = Pick<
  Extract<DecodedFile, { kind: 'text' }>,
  'encoding' | 'confidence' | 'runnerUp'
>;

const SAMPLE_BYTES = 4096;
/** About a millisecond of work. */
const PIECE_BYTES = 131_072;

/** Bytes 80 to 9F (WHATWG Encoding Standard, index windows-1252); five of them are control characters. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes a file's bytes; `choice` is the encoding the admin picked instead of the guess. */
export function decodeBytes(bytes: Uint8Array, start: StartDecoding, choice?: Encoding): DecodedFile {
  return finish(decodeBytesSliced(bytes, start, choice));
}

/** The same in slices. */
export function decodeBytesSliced(
  bytes: Uint8Array,
  start: StartDecoding,
  choice?: Encoding,
): Sliced<DecodedFile> {
  return decodeSliced({ bytes, isWhole: true }, start, choice);
}

/** The same for the first bytes of a file; a character that is cut at their end is left out. */
export function decodeHeadSliced(
  bytes: Uint8Array,
  start: StartDecoding,
  choice?: Encoding,
): Sliced<DecodedFile> {
  return decodeSliced({ bytes, isWhole: false }, start, choice);
}

function* decodeSliced(file: FileBytes, start: StartDecoding, choice?: Encoding): Sliced<DecodedFile> {
  const { bytes } = file;
  const found = detectFileKind(bytes);
  if (found !== undefined) return { kind: 'not-text', found };
  const sure = choice === undefined ? knownEncoding(bytes) : sureOf(choice);
  const pieces = yield* decodePieces(file, start, sure?.encoding ?? 'utf-8');
  const guess = sure ?? (yield* utf8OrWindows(pieces, bytes));
  if (guess.encoding !== 'windows-1252') return textOf(pieces, guess);
  return textOf(sure === undefined ? yield* decodePieces(file, start, 'windows-1252') : pieces, guess);
}

/** A file's bytes, or only its first ones, of which the last character may be cut. */
interface FileBytes {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** Reads a file's bytes piece by piece. */
export function startReading(start: StartDecoding, encoding: Encoding): ReturnType<StartDecoding> {
  const decode = start(encoding);
  if (encoding !== 'windows-1252') return decode;
  return (piece, isLast) => withTypography(decode(piece, isLast));
}

function* decodePieces(
  { bytes, isWhole }: FileBytes,
  start: StartDecoding,
  encoding: Encoding,
): Sliced<readonly string[]> {
  const decode = startReading(start, encoding);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const end = at + PIECE_BYTES;
    pieces.push(decode(bytes.subarray(at, end), isWhole && end >= bytes.length));
    yield { stage: 'decoding', done: Math.min(end, bytes.length), total: bytes.length };
  }
  return pieces;
}

function textOf(pieces: readonly string[], guess: EncodingGuess): DecodedFile {
  const text = pieces.join('');
  return { kind: 'text', text: text.startsWith('\ufeff') ? text.slice(1) : text, ...guess };
}

/**
 * Looks removable, is not: TextDecoder of Node 20 reads windows-1252 as Latin-1 (nodejs/node#56542) and leaves
 * control characters where the euro sign and the typographic quotes are. A right decoder leaves none.
 */
function withTypography(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) =>
    WINDOWS_1252_HIGH.charAt(control.charCodeAt(0) - 0x80),
  );
}

function sureOf(encoding: Encoding): EncodingGuess {
  return { encoding, confidence: 1, runnerUp: null };
}

/** What the first bytes say; undefined where all of them have to be looked at. */
function knownEncoding(bytes: Uint8Array): EncodingGuess | undefined {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return sureOf(marked);
  const wide = unmarkedUtf16(bytes);
  return wide === undefined ? undefined : { encoding: wide, confidence: 0.9, runnerUp: null };
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Delimiters, digits and line ends of UTF-16 have a zero byte in every pair, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  });
  const least = sample.length / 8;
  if (oddZeros > least && evenZeros < oddZeros / 20) return 'utf-16le';
  if (evenZeros > least && oddZeros < evenZeros / 20) return 'utf-16be';
  return undefined;
}

/**
 * Text in Windows-1252 hardly ever happens to be valid UTF-8. Where a few bytes are broken in a text that
 * otherwise has proper multi-byte characters, it is damaged UTF-8. `pieces` are the bytes read as UTF-8.
 */
function* utf8OrWindows(pieces: readonly string[], bytes: Uint8Array): Sliced<EncodingGuess> {
  if (!pieces.some((piece) => piece.includes('\ufffd'))) return sureOf('utf-8');
  const broken =
    (yield* countInPieces(pieces, (piece) => countOf(piece, /\ufffd/g))) -
    (yield* replacementCharactersIn(bytes));
  if (broken <= 0) return sureOf('utf-8');
  const proper = yield* countInPieces(pieces, (piece) => countOf(piece, /[\u0080-\ufffc]/g));
  if (proper > 4 * broken) return { encoding: 'utf-8', confidence: 0.6, runnerUp: 'windows-1252' };
  return { encoding: 'windows-1252', confidence: proper === 0 ? 0.8 : 0.6, runnerUp: 'utf-8' };
}

function* countInPieces<T>(pieces: readonly T[], count: (piece: T) => number): Sliced<number> {
  let sum = 0;
  for (const [index, piece] of pieces.entries()) {
    sum += count(piece);
    yield { stage: 'decoding', done: index + 1, total: pieces.length };
  }
  return sum;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** U+FFFD that the file itself holds (EF BF BD): damage done earlier, not by this reading. */
function* replacementCharactersIn(bytes: Uint8Array): Sliced<number> {
  const pieceCount = Math.ceil(bytes.length / PIECE_BYTES);
  const starts = Array.from({ length: pieceCount }, (_, index) => index * PIECE_BYTES);
  return yield* countInPieces(starts, (start) => {
    let count = 0;
    for (let index = start; index < start + PIECE_BYTES; index += 1) {
      if (bytes[index] === 0xef && bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd) count += 1;
    }
    return count;
  });
}
