import { addIssues } from '../add-issues.ts';
import type { InputIssue } from '../input-issue.ts';
import type { LongForm, LongTextForm } from '../long-form.ts';
import { readChunks } from '../read-chunks.ts';
import type { ChunkLimits, TableChunk } from '../read-chunks.ts';
import { fileOf, STILL_TOOLS } from './long-file.ts';

export const COMMAS: LongTextForm = { format: 'delimited', delimiter: ',' };
export const JSON_LINES: LongTextForm = { format: 'json-lines' };
/** Small enough that every test crosses them. */
export const SMALL: ChunkLimits = { maxRows: 3, maxBytes: 1000, pieceBytes: 5 };

export async function chunksOf(
  bytes: Uint8Array,
  form: LongForm,
  limits = SMALL,
): Promise<readonly TableChunk[]> {
  const chunks: TableChunk[] = [];
  for await (const chunk of readChunks(fileOf(bytes), form, { ...STILL_TOOLS, limits })) chunks.push(chunk);
  return chunks;
}

/** The issues of all chunks. */
export function issuesOf(chunks: readonly TableChunk[]): readonly InputIssue[] {
  return chunks.reduce<readonly InputIssue[]>((sum, { issues }) => addIssues(sum, issues), []);
}
