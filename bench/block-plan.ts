import * as v from 'valibot';
import { HOSTILE_KINDS } from './make-hostile-text.ts';
import { TEXT_KINDS } from './make-text.ts';

export const blockPlanSchema = v.variant('of', [
  v.object({ of: v.literal('rows'), kind: v.picklist(TEXT_KINDS), rowCount: v.number() }),
  v.object({ of: v.literal('hostile'), kind: v.picklist(HOSTILE_KINDS), length: v.number() }),
]);

const timingSchema = v.object({ medianMs: v.number(), minMs: v.number(), maxMs: v.number() });

export const blockReportSchema = v.object({
  rowCount: v.number(),
  megabytes: v.number(),
  /** The first call in a fresh worker: what the first paste costs. */
  coldReadMs: v.number(),
  warmRead: timingSchema,
  coldDraftMs: v.number(),
});

export type BlockPlan = v.InferOutput<typeof blockPlanSchema>;
export type BlockReport = v.InferOutput<typeof blockReportSchema>;
