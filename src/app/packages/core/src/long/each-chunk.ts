import { readChunks, type ChunkTools, type TableChunk } from '../input/read-chunks.ts';
import type { LongInput } from './long-input.ts';

export interface LongCheckProgress {
  readonly stage: 'surveying' | 'checking';
  readonly bytesRead: number;
  readonly rowCount: number;
  /** How often the input is read in all. */
  readonly passes: 1 | 2;
}

export interface CheckTools extends ChunkTools {
  isStopWanted(): boolean;
  report(progress: LongCheckProgress): void;
}

/** Reads a long input from start to end. False where it was stopped. */
export async function eachChunk(
  { source, form, limits }: LongInput,
  tools: CheckTools,
  visit: (chunk: TableChunk) => Promise<void>,
): Promise<boolean> {
  for await (const chunk of readChunks(source, form, { ...tools, limits })) {
    if (tools.isStopWanted()) return false;
    await visit(chunk);
  }
  return !tools.isStopWanted();
}
