import {
  countWrites,
  DEFAULT_SWITCH_SETTINGS,
  estimateWays,
  MAX_IMPORT_BYTES,
  type Plan,
  type PlanCounts,
  type RunSettings,
  type WaysToWrite,
} from '@bulk-records/core';

/** HubSpot's least limit for private apps, until headers have said another: 100 requests in 10 seconds. */
const REQUESTS_PER_SECOND = 10;

/** Of a value in a file, with its comma; a guess for an estimate. */
const BYTES_PER_CELL = 15;

/** Fewer rows are not worth a choice. */
const LEAST_ROWS = 1000;

export type WaySettings = Pick<RunSettings, 'headroom' | 'importAboveRows'>;

/** What the two ways to write a plan cost; null where there is no choice: few rows, or nothing imports can do. */
export function costsOfWays(
  { columns }: Pick<Plan, 'columns'>,
  counts: PlanCounts,
  settings: WaySettings,
): WaysToWrite | null {
  return costsOfRows(countWrites(counts) - counts.archive, columns.length, settings);
}

/** The same for so many rows with so many columns. */
export function costsOfRows(
  rows: number,
  columnCount: number,
  { headroom, importAboveRows }: WaySettings,
): WaysToWrite | null {
  if (rows < Math.min(LEAST_ROWS, importAboveRows)) return null;
  const bytes = rows * (columnCount + 1) * BYTES_PER_CELL;
  const size = { rows, bytes, files: Math.ceil(bytes / MAX_IMPORT_BYTES) };
  const pace = { requestsPerSecond: REQUESTS_PER_SECOND * (1 - headroom), requestsLeftToday: null };
  return estimateWays(size, pace, { ...DEFAULT_SWITCH_SETTINGS, importAboveRows });
}
