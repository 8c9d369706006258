import type { Encoding, StartDecoding } from './decode-text.ts';
import type { ByteSource } from './byte-source.ts';
import type { Column, Table } from './table.ts';
import type { InputIssue } from './input-issue.ts';
import { readText } from './read-text.ts';
import type { TextForm } from './reading.ts';
export interface LongForm { readonly encoding: Encoding; readonly form: TextForm; readonly headerRow: number | null; readonly columns: readonly Column[]; }
export interface ChunkTools { readonly startDecoding: StartDecoding; turn(): Promise<void>; now(): number; }
export interface ChunkLimits { readonly maxRows: number; readonly maxBytes: number }
export interface TableChunk { readonly table: Table; readonly issues: readonly InputIssue[]; readonly bytesRead: number }
export function addIssues(a: readonly InputIssue[], b: readonly InputIssue[]): readonly InputIssue[] { return [...a, ...b]; }
export async function* readChunks(source: ByteSource, form: LongForm, tools: ChunkTools, limits: ChunkLimits = { maxRows: 30000, maxBytes: 1 }): AsyncGenerator<TableChunk> {
  const bytes = await source.read(0, source.size);
  const text = tools.startDecoding(form.encoding)(bytes, true);
  const reading = readText(text, { form: form.form, headerRow: form.headerRow ?? 'none' });
  if (reading.kind !== 'table') return;
  const { rows, columns } = reading.table;
  for (let at = 0; at < rows.length; at += limits.maxRows)
    yield { table: { columns, rows: rows.slice(at, at + limits.maxRows) }, issues: [], bytesRead: source.size };
}
