import { gzipSync, strToU8 } from 'fflate';
import { utf8Length } from '../batches/utf8-length.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_ROWS, MAX_IMPORT_TEXT } from '../contract/limits.ts';
import type { RecordToWrite } from '../plan/plan-part.ts';
import { cellsOf, type ImportLayout } from './import-layout.ts';

/** One file of a run: so many records as one import takes, in the order of the part. */
export interface ImportSlice {
  /** From 1; with the run it is the import's name. */
  readonly number: number;
  /** CSV with its header, gzip: a member for each turn (RFC 1952, 2.2), which read as one text. */
  readonly content: Uint8Array;
  readonly records: readonly RecordToWrite[];
  /** Physical line on which each record begins, the header being line 1; null where every record takes one line. */
  readonly firstLines: readonly number[] | null;
}

export type SlicingStep =
  | { readonly kind: 'working'; readonly recordsDone: number }
  | { readonly kind: 'slice'; readonly slice: ImportSlice };

export interface SliceLimits {
  readonly maxBytes: number;
  /** Packed; the base64 of it is a third larger. */
  readonly maxPackedBytes: number;
  readonly maxRecords: number;
}

export const SLICE_LIMITS: SliceLimits = {
  maxBytes: MAX_IMPORT_BYTES,
  maxPackedBytes: (MAX_IMPORT_TEXT / 4) * 3,
  maxRecords: MAX_IMPORT_ROWS,
};

/** So many records are written and packed in one turn. */
const RECORDS_PER_TURN = 500;

/** What does not pack grows by a thousandth at most (blocks as they are), and by the frame of its member. */
function atMostPacked(bytes: number): number {
  return Math.ceil(bytes * 1.001) + MEMBER_BYTES;
}

const MEMBER_BYTES = 50;

/**
 * Writes records as CSV files within the limits, a bounded piece of work at a time and one file in memory. Equal records
 * make equal files, so that a run taken up elsewhere knows which record stands on which line of which import.
 */
export function* sliceImport(
  records: readonly RecordToWrite[],
  layout: ImportLayout,
  limits: SliceLimits = SLICE_LIMITS,
): Generator<SlicingStep> {
  let number = 1;
  let done = 0;
  while (done < records.length) {
    const file = new CsvFile(layout, number);
    while (done < records.length) {
      const taken = file.take(records, done, limits);
      done += taken;
      yield { kind: 'working', recordsDone: done };
      if (taken < RECORDS_PER_TURN) break;
    }
    yield { kind: 'slice', slice: file.close() };
    number += 1;
  }
}

class CsvFile {
  private readonly layout: ImportLayout;
  private readonly number: number;
  private readonly members: Uint8Array[] = [];
  private readonly records: RecordToWrite[] = [];
  private readonly firstLines: number[] = [];
  private packedBytes = 0;
  private bytes = 0;
  private nextLine = 2;

  constructor(layout: ImportLayout, number: number) {
    this.layout = layout;
    this.number = number;
    this.push(`${layout.columns.map(({ property }) => property).join(',')}\r\n`);
  }

  /** Takes as many of the records from `start` as fit into one turn and the limits; always one where it is empty. */
  take(records: readonly RecordToWrite[], start: number, limits: SliceLimits): number {
    const lines: string[] = [];
    let turnBytes = 0;
    for (const record of records.slice(start, start + RECORDS_PER_TURN)) {
      const line = `${cellsOf(record, this.layout).map(quote).join(',')}\r\n`;
      const lineBytes = utf8Length(line);
      if (this.records.length > 0 && !this.hasRoom(turnBytes + lineBytes, limits)) break;
      lines.push(line);
      turnBytes += lineBytes;
      this.records.push(record);
      this.firstLines.push(this.nextLine);
      this.nextLine += countLines(line);
    }
    if (lines.length > 0) this.push(lines.join(''));
    return lines.length;
  }

  close(): ImportSlice {
    const isPlain = this.nextLine === this.records.length + 2;
    return {
      number: this.number,
      content: joined(this.members),
      records: this.records,
      firstLines: isPlain ? null : this.firstLines,
    };
  }

  private hasRoom(moreBytes: number, { maxBytes, maxPackedBytes, maxRecords }: SliceLimits): boolean {
    return (
      this.records.length < maxRecords &&
      this.bytes + moreBytes <= maxBytes &&
      // What packs badly ends a file early; what packs well never comes near.
      this.packedBytes + atMostPacked(moreBytes) <= maxPackedBytes
    );
  }

  private push(text: string): void {
    const bytes = strToU8(text);
    // Without a time stamp equal files are packed alike.
    const member = gzipSync(bytes, { mtime: 0 });
    this.bytes += bytes.length;
    this.packedBytes += member.length;
    this.members.push(member);
  }
}

/** Nothing is guarded against spreadsheets: HubSpot is to get the very values. */
function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$|^\uFEFF/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Line ends as most readers count them: CRLF is one. */
function countLines(line: string): number {
  return line.split(/\r\n|\r|\n/).length - 1;
}

function joined(members: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(members.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const member of members) {
    whole.set(member, at);
    at += member.length;
  }
  return whole;
}
