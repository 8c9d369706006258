import { MAX_INPUTS_PER_BATCH, type Operation, type PlanCounts, type RunSettings } from '@bulk-records/core';

export const RECHECKS = ['when-old', 'always', 'never'] as const;

/** When records are read once more, just before they are written. */
export type Recheck = (typeof RECHECKS)[number];

/** How carefully a plan is written. */
export interface Caution {
  readonly recheck: Recheck;
  /** Whether the first few records of a large plan are written alone and read back. */
  readonly isCanaryWanted: boolean;
  /** By the batch endpoints, or handed over to HubSpot's imports. Only the admin chooses. */
  readonly way: Way;
}

export const WAYS = ['batches', 'imports'] as const;
export type Way = (typeof WAYS)[number];

export const USUAL_CAUTION: Caution = { recheck: 'when-old', isCanaryWanted: true, way: 'batches' };

export function settingsFor({ recheck, isCanaryWanted }: Caution, usual: RunSettings): RunSettings {
  const { recheckAfterMs, canaryAboveWrites } = usual;
  return {
    ...usual,
    recheckAfterMs: { 'when-old': recheckAfterMs, always: 0, never: null }[recheck],
    canaryAboveWrites: isCanaryWanted ? canaryAboveWrites : null,
  };
}

/** About how many requests the second reading takes: one per batch of what could overwrite something. */
export function countRechecks(operation: Operation, { create, update }: PlanCounts): number {
  const overwriting = operation === 'upsert' ? [create, update] : [update];
  return overwriting.reduce((sum, count) => sum + Math.ceil(count / MAX_INPUTS_PER_BATCH), 0);
}
