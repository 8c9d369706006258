import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode-text.ts';
import type { FileKind } from './detect-file-kind.ts';
import type { UnreadableInput } from './input-issue.ts';
import type { ChunkTools, LongForm } from './read-chunks.ts';
import { readText } from './read-text.ts';
import type { Form, ReadingChoices, TableReading } from './reading.ts';
export type HeadReading =
  | { readonly kind: 'head'; readonly reading: TableReading; readonly decoded: { readonly encoding: Encoding; readonly confidence: number; readonly runnerUp: Encoding | null }; readonly form: LongForm; readonly rowEstimate: number }
  | { readonly kind: 'not-text'; readonly found: FileKind }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput; readonly form: Form | null }
  | { readonly kind: 'only-whole'; readonly form: Form };
export async function readHead(source: ByteSource, choices: ReadingChoices, tools: ChunkTools): Promise<HeadReading> {
  const text = tools.startDecoding('utf-8')(await source.read(0, source.size), true);
  const reading = readText(text, choices);
  if (reading.kind !== 'table') return reading;
  if (reading.form.format === 'xlsx') return { kind: 'only-whole', form: reading.form };
  return { kind: 'head', reading, decoded: { encoding: 'utf-8', confidence: 1, runnerUp: null }, form: { encoding: 'utf-8', form: reading.form, headerRow: reading.headerRow, columns: reading.table.columns }, rowEstimate: reading.table.rows.length };
}
