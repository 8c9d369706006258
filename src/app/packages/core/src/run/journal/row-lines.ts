import * as v from 'valibot';
import { outcomeSchema } from './outcome-schema.ts';
import { plannedRowSchema } from './planned-row-schema.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** First and last. */
const slotRange = v.tuple([count, count]);

/**
 * What a journal notes while rows are written: slots that are about to be sent, noted before they are, outcomes, and rows
 * that were planned anew because they had failed. A row that was announced and has no outcome may have been written; one
 * that was amended is as if it had never been sent, one that was renamed (its record is there, and it is associated with others
 * than before) keeps its outcome.
 */
export const rowLineSchema = v.union([
  v.object({ announced: v.array(count) }),
  v.object({ outcome: outcomeSchema }),
  /** A file that is about to go up; its rows are announced by this line too. */
  v.object({ importing: v.object({ slice: count, startedAt: v.number(), slots: v.array(slotRange) }) }),
  v.object({ imported: v.object({ slice: count, importId: v.nullable(v.string()) }) }),
  v.object({ amended: v.array(plannedRowSchema) }),
  v.object({ renamed: v.array(plannedRowSchema) }),
]);

export type RowLine = v.InferOutput<typeof rowLineSchema>;
