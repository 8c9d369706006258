import type { BatchLimits } from '../batches/cut-to-fit.ts';
import { MAX_INPUTS_PER_BATCH, MAX_WORK_MS } from '../contract/limits.ts';
import { DEFAULT_SWITCH_SETTINGS } from '../imports/switch-point.ts';
import type { PaceSettings } from '../pace/pace-settings.ts';

export interface RunSettings extends PaceSettings {
  readonly maxInputsPerBatch: number;
  /** Size of the parameters of one function call. HubSpot: 6 MB in production, 100 KB in its local dev server. */
  readonly maxBytesPerCall: number;
  /** How often an upsert, update or archive without an answer is sent before it is settled by reading. */
  readonly maxAttempts: number;
  /** How often HubSpot may answer 429 or 423 to one batch before the run stops. */
  readonly maxRefusals: number;
  /** Calls in a row without any reply after which the functions count as unreachable. */
  readonly maxSilentCalls: number;
  /**
   * A plan older than this is held against HubSpot again, batch by batch, just before it is written; 0 does so always,
   * null never. Costs one read per batch.
   */
  readonly recheckAfterMs: number | null;
  /** Above so many writes the first few are written alone and read back; null never does so. */
  readonly canaryAboveWrites: number | null;
  /** How many records of each kind (created, updated, archived) go first. */
  readonly canaryRecords: number;
  /** Above so many rows HubSpot's imports are proposed. */
  readonly importAboveRows: number;
  /** A larger share of failures among the first few pauses the run; from 0 to 1. */
  readonly maxCanaryFailures: number;
}

export const DEFAULT_RUN_SETTINGS: RunSettings = {
  maxInputsPerBatch: MAX_INPUTS_PER_BATCH,
  batchesPerCall: 5,
  callsInFlight: 10,
  headroom: 0.1,
  dailyHeadroom: 0.02,
  marginMs: 150,
  timeZone: 'UTC',
  maxBytesPerCall: 1_000_000,
  workMs: MAX_WORK_MS,
  maxAttempts: 4,
  maxRefusals: 20,
  maxSilentCalls: 6,
  recheckAfterMs: 60_000,
  canaryAboveWrites: 200,
  canaryRecords: 5,
  importAboveRows: DEFAULT_SWITCH_SETTINGS.importAboveRows,
  maxCanaryFailures: 0.2,
};

/** What the parameters of a call hold besides its batches' inputs. */
const CALL_OVERHEAD_BYTES = 2000;

/** How large a batch may be so that a call can carry it. */
export function batchLimits({
  maxInputsPerBatch,
  maxBytesPerCall,
}: Pick<RunSettings, 'maxInputsPerBatch' | 'maxBytesPerCall'>): BatchLimits {
  return { maxInputs: maxInputsPerBatch, maxBytes: maxBytesPerCall - CALL_OVERHEAD_BYTES };
}
