import { IMPORTS_AT_ONCE, MAX_FOLLOWED_IMPORTS, MAX_INPUTS_PER_BATCH } from '../contract/limits.ts';

/** What the two ways cost a portal, as far as anybody can tell before. */
export interface WayCost {
  readonly requests: number;
  readonly seconds: number;
}

export interface WaysToWrite {
  readonly batches: WayCost;
  readonly imports: WayCost & {
    /** For so long the tab has to stay open at least: files go up. The rest goes on without it. */
    readonly uploadSeconds: number;
    /** Of the seconds: reading every record back. */
    readonly settleSeconds: number;
  };
  /** Never a decision: an admin chooses. */
  readonly proposed: 'batches' | 'imports';
}

export interface JobSize {
  readonly rows: number;
  /** Of the files, unpacked. */
  readonly bytes: number;
  readonly files: number;
}

export interface PortalPace {
  /** What of the portal's rolling window may be used, in requests a second. */
  readonly requestsPerSecond: number;
  /** What is left of the day's requests; null where nobody said. */
  readonly requestsLeftToday: number | null;
}

export interface SwitchSettings {
  /** Above so many rows imports are proposed. */
  readonly importAboveRows: number;
  /** Nobody publishes it; a run's own imports correct it. */
  readonly importedRowsPerSecond: number;
  readonly uploadBytesPerSecond: number;
  readonly pollEveryMs: number;
}

export const DEFAULT_SWITCH_SETTINGS: SwitchSettings = {
  importAboveRows: 50_000,
  importedRowsPerSecond: 200,
  uploadBytesPerSecond: 1_000_000,
  pollEveryMs: 10_000,
};

/**
 * What writing so many rows takes either way. Batches answer for every row at once; an import answers for none, so its
 * rows are read back afterwards, which costs as many requests as batches would have. What imports spare is the open tab,
 * not the requests.
 */
export function estimateWays(
  { rows, bytes, files }: JobSize,
  { requestsPerSecond, requestsLeftToday }: PortalPace,
  settings: SwitchSettings = DEFAULT_SWITCH_SETTINGS,
): WaysToWrite {
  const batchRequests = Math.ceil(rows / MAX_INPUTS_PER_BATCH);
  const uploadSeconds = bytes / settings.uploadBytesPerSecond;
  const atOnce = Math.min(IMPORTS_AT_ONCE, Math.max(1, files));
  const workSeconds = rows / (settings.importedRowsPerSecond * atOnce);
  const polls =
    Math.ceil((workSeconds * 1000) / settings.pollEveryMs) * Math.min(files, MAX_FOLLOWED_IMPORTS);
  const settleSeconds = batchRequests / requestsPerSecond;
  const batches = { requests: batchRequests, seconds: batchRequests / requestsPerSecond };
  const imports = {
    requests: files + polls + files + batchRequests,
    seconds: uploadSeconds + workSeconds + settleSeconds,
    ...{ uploadSeconds, settleSeconds },
  };
  const isTooMuchForToday = requestsLeftToday !== null && batches.requests > requestsLeftToday;
  const isLarge = rows > settings.importAboveRows;
  return { batches, imports, proposed: isLarge || isTooMuchForToday ? 'imports' : 'batches' };
}
