import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';
import { utf8Length } from '../batches/utf8-length.ts';

/** Why a record of an import is written by the batch endpoints all the same. */
export type NotImportable =
  /** An empty cell leaves a value as it is, so nothing can be cleared by one. */
  | 'clears-a-value'
  /** It has to be associated from its first moment. */
  | 'associated-at-once'
  /** HubSpot refuses rows that are too large (`ROW_DATA_TOO_LARGE`); where that begins nobody says. */
  | 'too-large';

export interface SortedRecords {
  readonly toImport: readonly RecordToWrite[];
  readonly toBatches: readonly { readonly record: RecordToWrite; readonly because: NotImportable }[];
}

const MAX_ROW_BYTES = 500_000;

/** Sorts records by the way that can write them; each is in exactly one list. */
export function sortForImport({ toWrite }: Pick<PlanPart, 'toWrite'>): SortedRecords {
  const judged = toWrite.map((record) => ({ record, because: whyNot(record) }));
  return {
    toImport: judged.flatMap(({ record, because }) => (because === null ? [record] : [])),
    toBatches: judged.flatMap(({ record, because }) => (because === null ? [] : [{ record, because }])),
  };
}

function whyNot({ properties, associations }: RecordToWrite): NotImportable | null {
  const values = Object.values(properties);
  if (values.includes('')) return 'clears-a-value';
  if (associations.length > 0) return 'associated-at-once';
  const bytes = values.reduce((sum, value) => sum + utf8Length(value), 0);
  return bytes > MAX_ROW_BYTES ? 'too-large' : null;
}
