import type { readChunks, TableChunk } from '../input/read-chunks.ts';
import type { LongStop } from './long-run-ports.ts';

/** Reading is all that may fail here. */
export async function nextChunk(
  chunks: ReturnType<typeof readChunks>,
): Promise<IteratorResult<TableChunk, void> | Extract<LongStop, { kind: 'input-unreadable' }>> {
  try {
    return await chunks.next();
  } catch (error) {
    return { kind: 'input-unreadable', detail: String(error) };
  }
}
