import * as v from 'valibot';
import { outcomeSchema } from './outcome-schema.ts';
import { plannedRowSchema } from './planned-row-schema.ts';

/**
 * What a journal notes while rows are written: slots that are about to be sent, noted before they are, outcomes, and rows
 * that were planned anew because they had failed. A row that was announced and has no outcome may have been written; one
 * that was amended is as if it had never been sent.
 */
export const rowLineSchema = v.union([
  v.object({ announced: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))) }),
  v.object({ outcome: outcomeSchema }),
  v.object({ amended: v.array(plannedRowSchema) }),
]);

export type RowLine = v.InferOutput<typeof rowLineSchema>;
