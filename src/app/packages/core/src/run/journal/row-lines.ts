import * as v from 'valibot';
import { outcomeSchema } from './outcome-schema.ts';

/**
 * What a journal notes while rows are written: slots that are about to be sent, noted before they are, and outcomes.
 * A row that was announced and has no outcome may have been written.
 */
export const rowLineSchema = v.union([
  v.object({ announced: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))) }),
  v.object({ outcome: outcomeSchema }),
]);

export type RowLine = v.InferOutput<typeof rowLineSchema>;
