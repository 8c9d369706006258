import * as v from 'valibot';
import { HOSTILE_KINDS } from './make-hostile-text.ts';
import { TEXT_KINDS } from './make-text.ts';

export const blockPlanSchema = v.variant('of', [
  v.object({ of: v.literal('rows'), kind: v.picklist(TEXT_KINDS), rowCount: v.number() }),
  v.object({ of: v.literal('hostile'), kind: v.picklist(HOSTILE_KINDS), length: v.number() }),
  /** One JSON document of so many records. */
  v.object({ of: v.literal('json'), kind: v.literal('JSON'), rowCount: v.number() }),
]);

/** One stage of the work, in slices as the card runs it. */
const slicedTimingSchema = v.object({
  totalMs: v.number(),
  sliceCount: v.number(),
  /** The longest the worker answered nothing, the first time. */
  longestMs: v.number(),
  /** The longest piece between two pauses, each at its best of three times: what other work on the machine left out. */
  longestPieceMs: v.number(),
});

export const blockReportSchema = v.object({
  rowCount: v.number(),
  megabytes: v.number(),
  /** Bytes to table. */
  reading: slicedTimingSchema,
  /** Which columns go where: one call. */
  mappingMs: v.number(),
  /** Table to drafts. */
  checking: slicedTimingSchema,
});

export type BlockPlan = v.InferOutput<typeof blockPlanSchema>;
export type BlockReport = v.InferOutput<typeof blockReportSchema>;
export type SlicedTiming = v.InferOutput<typeof slicedTimingSchema>;
