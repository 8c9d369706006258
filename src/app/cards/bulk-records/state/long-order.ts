import {
  addCounts,
  mayStayUncompared,
  NO_OUTCOMES,
  type EarlierChunk,
  type LongInput,
  type LongOrder,
  type ObjectTypeDescription,
  type Table,
} from '@bulk-records/core';
import { draftingOf } from './draft-rows.ts';
import type { Input } from './flow-state.ts';
import type { HistoryEntry } from './history.ts';
import type { LongSettings } from './long-settings.ts';
import type { LongChoices } from './long.ts';

/** Of the text of a part's cells: rows of many wide cells make shorter parts. */
const MAX_PART_BYTES = 12_000_000;

/** The input as it is read piece by piece; null where it is held whole, or is no table. */
export function longInputOf(
  { file, reading }: Pick<Input, 'file' | 'reading'>,
  { rowsPerPart }: LongSettings,
): LongInput | null {
  if (file?.kind !== 'long' || file.form === null || reading.kind !== 'table') return null;
  return { source: file.source, form: file.form, limits: { maxRows: rowsPerPart, maxBytes: MAX_PART_BYTES } };
}

type Ordering = Parameters<typeof draftingOf>[2];

/** `table` holds the first rows: by them the columns were mapped. */
export function longOrder(
  table: Table,
  description: ObjectTypeDescription,
  state: Ordering & { readonly duplicates: LongChoices['duplicates'] },
): LongOrder {
  const { target, columns, drafting } = draftingOf(table, description, state);
  return { target, columns, drafting, duplicates: state.duplicates };
}

/** Whether the rows may be written without reading first what HubSpot holds. */
export function mayBeBlind({ target, columns, drafting }: LongOrder): boolean {
  return mayStayUncompared({ target, columns, appends: (drafting.appendingColumns?.size ?? 0) > 0 });
}

/** The run of an earlier session that came furthest with these very rows; null where there is none. */
export function earlierRunOf(
  chunks: readonly { readonly digest: string }[],
  { target }: Pick<LongOrder, 'target'>,
  entries: readonly HistoryEntry[],
): EarlierChunk | null {
  const digests = new Set(chunks.map(({ digest }) => digest));
  const found = entries.flatMap(({ runId, summary }) => {
    if (summary?.chunk === undefined || summary.undoes !== null) return [];
    const { chunk, counts, state, operation, objectType } = summary;
    const isSame = operation === target.operation && objectType === target.objectType;
    return isSame && digests.has(chunk.digest)
      ? [{ chunk, runId, counts: addCounts(NO_OUTCOMES, counts), isOpen: state !== 'finished' }]
      : [];
  });
  return found.sort((one, other) => other.chunk.number - one.chunk.number)[0] ?? null;
}
