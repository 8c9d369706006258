import {
  mayStayUncompared,
  type ChunkChoices,
  type LongInput,
  type LongOrder,
  type ObjectTypeDescription,
  type Table,
} from '@bulk-records/core';
import { associationsInForce } from './association.ts';
import { draftingOf } from './draft-rows.ts';
import type { FlowState, Input } from './flow-state.ts';
import type { LongSettings } from './long-settings.ts';

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

/** `table` holds the first rows: by them the columns were mapped. */
export function longOrder(
  table: Table,
  description: ObjectTypeDescription,
  state: Parameters<typeof draftingOf>[2],
): LongOrder {
  const { target, columns, drafting } = draftingOf(table, description, state);
  return { target, columns, drafting };
}

/** What is decided of the rows once they are checked. */
export function chunkChoicesOf(
  state: Parameters<typeof associationsInForce>[0] & Pick<FlowState, 'longChoices'>,
  order: LongOrder,
): ChunkChoices {
  const { duplicates, isCompared } = state.longChoices;
  return {
    duplicates,
    // It may have been chosen before the columns were.
    isCompared: isCompared || !mayBeBlind(order),
    associations: associationsInForce(state),
    needsAllNamed: state.association.needsAllNamed,
  };
}

/** Whether the rows may be written without reading first what HubSpot holds. */
export function mayBeBlind({ target, columns, drafting }: LongOrder): boolean {
  return mayStayUncompared({ target, columns, appends: (drafting.appendingColumns?.size ?? 0) > 0 });
}
