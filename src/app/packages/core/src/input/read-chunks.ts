import { Turns } from '../slices/take-turns.ts';
import type { TurnPorts } from '../slices/take-turns.ts';
import { BelowHeader } from './below-header.ts';
import type { ByteSource } from './byte-source.ts';
import type { StartDecoding } from './decode-text.ts';
import { DelimitedReader } from './delimited-reader.ts';
import type { InputIssue, UnreadableInput } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { JsonLinesReader } from './json-lines-reader.ts';
import { startLayout } from './lay-out-rows.ts';
import type { LongForm } from './long-form.ts';
import type { RecordReader } from './record-reader.ts';
import type { Table } from './table.ts';
import { TextPieces } from './text-pieces.ts';

/** The platform as reading a long file needs it, and how much it holds at once. */
export interface ChunkTools extends TurnPorts {
  readonly startDecoding: StartDecoding;
  /** `CHUNK_LIMITS` where nothing is said. */
  readonly limits?: ChunkLimits;
  /** How much of a file is read to understand it; two megabytes where nothing is said. */
  readonly headBytes?: number;
}

/**
 * A chunk ends with the row that reaches a limit. `maxBytes` counts the text of its cells, a character as one byte,
 * which it is in most files. `pieceBytes` are read at once.
 */
export interface ChunkLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
  readonly pieceBytes?: number;
}

export const CHUNK_LIMITS: ChunkLimits = { maxRows: 50_000, maxBytes: 16_777_216 };

const PIECE_BYTES = 262_144;

/**
 * Consecutive rows of a long file. Each chunk but the last has rows; with a `problem` it is the last one, and the
 * file cannot be read beyond it. Where a chunk ends depends on the file and the row limits alone.
 */
export interface TableChunk {
  readonly table: Table;
  /** Of these rows; those of the header stand in the first chunk. `addIssues` adds chunks up. */
  readonly issues: readonly InputIssue[];
  readonly problem: UnreadableInput | null;
  /** Of the file so far, with what was read ahead. */
  readonly bytesRead: number;
}

/**
 * Reads a long file from its start in chunks: the same rows and issues as reading it at once with the same choices,
 * as long as the rows are in the known columns. Holds a chunk, a piece and at most one row that is not read to its
 * end; time is linear. Stop it with `return()`. Rejects when the source does.
 */
export async function* readChunks(
  source: ByteSource,
  form: LongForm,
  tools: ChunkTools,
): AsyncGenerator<TableChunk, void, undefined> {
  const { limits = CHUNK_LIMITS } = tools;
  const turns = new Turns(tools);
  const decoding = { encoding: form.encoding, start: tools.startDecoding };
  const pieces = new TextPieces(source, decoding, limits.pieceBytes ?? PIECE_BYTES);
  const reader = startReader(form);
  let chunk = new ChunkInWork(form.columns, limits);
  const finish = () => chunk.finish(reader, pieces.bytesRead);
  let isLast = false;
  while (!isLast && reader.problem() === undefined) {
    const piece = await pieces.next(reader.waiting());
    reader.feed(piece.text, piece.isLast);
    isLast = piece.isLast;
    while (reader.hasMore && reader.problem() === undefined) {
      const record = reader.next();
      if (record !== undefined && chunk.add(record)) {
        yield finish();
        chunk = new ChunkInWork(form.columns, limits);
      }
      if (turns.isDue()) await turns.take();
    }
  }
  const rest = finish();
  if (rest.table.rows.length > 0 || rest.issues.length > 0 || rest.problem !== null) yield rest;
}

function startReader({ form, headerRow, columns }: LongForm): RecordReader {
  switch (form.format) {
    case 'delimited':
      return new DelimitedReader(form.delimiter, new BelowHeader(headerRow, columns));
    case 'one-column':
      return new DelimitedReader('', new BelowHeader(headerRow, columns));
    case 'json-lines':
      return new JsonLinesReader(headerRow, columns);
  }
}

class ChunkInWork {
  private readonly columns: LongForm['columns'];
  private readonly limits: ChunkLimits;
  private readonly layout: ReturnType<typeof startLayout>;
  private size = 0;

  constructor(columns: LongForm['columns'], limits: ChunkLimits) {
    this.columns = columns;
    this.limits = limits;
    this.layout = startLayout(columns.length);
  }

  /** True when the chunk is full with this record. */
  add(record: InputRecord): boolean {
    const { maxRows, maxBytes } = this.limits;
    this.layout.add(record);
    for (const cell of record.cells) this.size += cell.length + 1;
    return this.layout.rows.length >= maxRows || this.size >= maxBytes;
  }

  finish(reader: RecordReader, bytesRead: number): TableChunk {
    const { columns, layout } = this;
    const issues = [...layout.issues(), ...reader.takeIssues()];
    return { table: { columns, rows: layout.rows }, issues, problem: reader.problem() ?? null, bytesRead };
  }
}
