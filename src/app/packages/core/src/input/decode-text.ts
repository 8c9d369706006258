import { detectFileKind } from './detect-file-kind.ts';
import type { FileKind } from './detect-file-kind.ts';

/** Labels of the WHATWG Encoding Standard. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/**
 * Port to the platform's TextDecoder, not fatal: what does not decode becomes U+FFFD. A byte order mark may
 * be left in the text or dropped.
 */
export type DecodeBytes = (bytes: Uint8Array, label: Encoding) => string;

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

interface EncodingGuess {
  readonly encoding: Encoding;
  readonly confidence: number;
  readonly runnerUp: Encoding | null;
}

const SAMPLE_BYTES = 4096;

/** Bytes 80 to 9F (WHATWG Encoding Standard, index windows-1252); five of them are control characters. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes a file's bytes; `choice` is the encoding the admin picked instead of the guess. */
export function decodeBytes(bytes: Uint8Array, decode: DecodeBytes, choice?: Encoding): DecodedFile {
  const found = detectFileKind(bytes);
  if (found !== undefined) return { kind: 'not-text', found };
  const guess: EncodingGuess =
    choice === undefined ? guessEncoding(bytes, decode) : { encoding: choice, confidence: 1, runnerUp: null };
  const decoded = decode(bytes, guess.encoding);
  const text = guess.encoding === 'windows-1252' ? withTypography(decoded) : decoded;
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

function guessEncoding(bytes: Uint8Array, decode: DecodeBytes): EncodingGuess {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return { encoding: marked, confidence: 1, runnerUp: null };
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) return { encoding: wide, confidence: 0.9, runnerUp: null };
  return utf8OrWindows(decode(bytes, 'utf-8'), bytes);
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
 * otherwise has proper multi-byte characters, it is damaged UTF-8.
 */
function utf8OrWindows(text: string, bytes: Uint8Array): EncodingGuess {
  const broken = countOf(text, /\ufffd/g) - replacementCharactersIn(bytes);
  if (broken <= 0) return { encoding: 'utf-8', confidence: 1, runnerUp: null };
  const proper = countOf(text, /[\u0080-\ufffc]/g);
  if (proper > 4 * broken) return { encoding: 'utf-8', confidence: 0.6, runnerUp: 'windows-1252' };
  return { encoding: 'windows-1252', confidence: proper === 0 ? 0.8 : 0.6, runnerUp: 'utf-8' };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** U+FFFD that the file itself holds (EF BF BD): damage done earlier, not by this reading. */
function replacementCharactersIn(bytes: Uint8Array): number {
  let count = 0;
  let index = bytes.indexOf(0xef);
  while (index !== -1) {
    if (bytes[index + 1] === 0xbf && bytes[index + 2] === 0xbd) count += 1;
    index = bytes.indexOf(0xef, index + 1);
  }
  return count;
}
