import type { Sliced } from '../slices/sliced.ts';
import { Turns } from '../slices/take-turns.ts';
import type { ByteSource } from './byte-source.ts';
import { completeRecords } from './complete-records.ts';
import { decodeBytesSliced, decodeHeadSliced } from './decode-text.ts';
import type { EncodingGuess, StartDecoding } from './decode-text.ts';
import { detectFileKind } from './detect-file-kind.ts';
import type { FileKind } from './detect-file-kind.ts';
import type { UnreadableInput } from './input-issue.ts';
import { MAX_ROW_LENGTH } from './limits.ts';
import type { LongForm, LongTextForm } from './long-form.ts';
import type { ChunkTools } from './read-chunks.ts';
import { readInForm, readStart } from './read-text.ts';
import type { Form, ReadingChoices, TableReading } from './reading.ts';

/** The start of a long file, understood like any other input. */
export type HeadReading =
  | {
      readonly kind: 'head';
      readonly reading: TableReading;
      readonly decoded: EncodingGuess;
      readonly form: LongForm;
      /** Rows of the file, estimated from those of its head; exact where the head is the whole file. */
      readonly rowEstimate: number;
    }
  | { readonly kind: 'not-text'; readonly found: FileKind }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput; readonly form: Form | null }
  /** A format that cannot be read piece by piece: one JSON document. (A workbook is not text.) */
  | { readonly kind: 'only-whole'; readonly form: Form };

type NoHead = Exclude<HeadReading, { readonly kind: 'head' }>;

const HEAD_BYTES = 2_097_152;
/** A header over a first row of megabytes needs a longer head to be told; so much and no more. */
const MAX_HEAD_BYTES = 16_777_216;
/** What kind a container has, its directory tells, which stands at the end. */
const EDGE_BYTES = 65_536;

/** What a head may be only because it is short. */
const MAY_BEGIN_LATER: ReadonlySet<UnreadableInput['code']> = new Set([
  'empty',
  'blank-rows',
  'header-only',
  'no-such-header-row',
  'row-too-long',
] as const);

const FIRST_ROW_TOO_LONG: UnreadableInput = {
  code: 'row-too-long',
  rowNumber: 1,
  line: 1,
  maxLength: MAX_ROW_LENGTH,
};

/** `share` is how much of the bytes' text the reading is of. */
interface TextReading {
  readonly kind: 'text';
  readonly reading: TableReading;
  readonly decoded: EncodingGuess;
  readonly form: LongTextForm;
  readonly share: number;
}

/**
 * Reads the first bytes of a file as `decodeBytes` and `readText` read all of one. The last record of the head, which
 * may be cut, is left out unless the head is the whole file. Rejects when the source does.
 */
export async function readHead(
  source: ByteSource,
  choices: ReadingChoices,
  tools: ChunkTools,
): Promise<HeadReading> {
  const { headBytes = HEAD_BYTES } = tools;
  const turns = new Turns(tools);
  for (let length = headBytes; ; length = Math.min(4 * length, MAX_HEAD_BYTES)) {
    const isWhole = length >= source.size;
    const bytes = await source.read(0, Math.min(length, source.size));
    const read = await turns.finish(readBytes({ bytes, isWhole }, choices, tools.startDecoding));
    const isLongEnough = isWhole || length >= MAX_HEAD_BYTES;
    if (read.kind === 'unreadable' && !isLongEnough && MAY_BEGIN_LATER.has(read.issue.code)) continue;
    if (read.kind === 'not-text' && !isWhole) return await withTail(read.found, bytes, source);
    return read.kind === 'text' ? headOf(read, source.size / bytes.length) : read;
  }
}

function* readBytes(
  { bytes, isWhole }: { readonly bytes: Uint8Array; readonly isWhole: boolean },
  choices: ReadingChoices,
  start: StartDecoding,
): Sliced<TextReading | NoHead> {
  const file = yield* (isWhole ? decodeBytesSliced : decodeHeadSliced)(bytes, start, choices.encoding);
  if (file.kind === 'not-text') return file;
  const found = readStart(file.text, choices);
  if (found.kind === 'unreadable') return found;
  const { content, choice } = found;
  const { form } = choice;
  if (form.format === 'json') return { kind: 'only-whole', form };
  const part = isWhole ? content : yield* completeRecords(content, form);
  if (part === '') return { kind: 'unreadable', issue: FIRST_ROW_TOO_LONG, form };
  const reading = yield* readInForm(part, choice, choices);
  if (reading.kind === 'unreadable') return reading;
  return { kind: 'text', reading, decoded: guessOf(file), form, share: part.length / content.length };
}

function guessOf({ encoding, confidence, runnerUp }: EncodingGuess): EncodingGuess {
  return { encoding, confidence, runnerUp };
}

/** `parts` is how many times as long as its head the file is. */
function headOf({ reading, decoded, form, share }: TextReading, parts: number): HeadReading {
  const { headerRow, table } = reading;
  const rowEstimate = Math.round((table.rows.length * parts) / share);
  const long = { encoding: decoded.encoding, form, headerRow, columns: table.columns };
  return { kind: 'head', reading, decoded, form: long, rowEstimate };
}

async function withTail(found: FileKind, head: Uint8Array, source: ByteSource): Promise<HeadReading> {
  const tail = await source.read(Math.max(0, source.size - EDGE_BYTES), source.size);
  const edges = new Uint8Array(EDGE_BYTES + tail.length);
  edges.set(head.subarray(0, EDGE_BYTES));
  edges.set(tail, EDGE_BYTES);
  return { kind: 'not-text', found: detectFileKind(edges) ?? found };
}
