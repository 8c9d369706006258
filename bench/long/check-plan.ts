import * as v from 'valibot';

/** What one process measures: time and memory disturb each other, so each has its own. */
export const CHECK_TASKS = ['time', 'memory', 'peer'] as const;

export const checkPlanSchema = v.object({ task: v.picklist(CHECK_TASKS), rowCount: v.number() });

const markSchema = v.object({ rowCount: v.number(), ms: v.number() });

const stageSchema = v.object({
  stage: v.picklist(['surveying', 'checking', 'papaparse']),
  /** Processor time so far when so many rows were through, without what making the text took. */
  marks: v.array(markSchema),
});

export const checkReportSchema = v.object({
  rowCount: v.number(),
  stages: v.array(stageSchema),
  /** The longest the event loop had no turn, in processor time. */
  longestMs: v.number(),
  /** Megabytes in use after a collection, with what typed arrays hold. */
  base: v.number(),
  highest: v.number(),
  end: v.number(),
  blockedCount: v.number(),
  repeatedCount: v.number(),
});

export type CheckTask = (typeof CHECK_TASKS)[number];
export type CheckPlan = v.InferOutput<typeof checkPlanSchema>;
export type CheckReport = v.InferOutput<typeof checkReportSchema>;
export type Stage = v.InferOutput<typeof stageSchema>;
