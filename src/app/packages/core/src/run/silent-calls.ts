import type { CallReport, Permit } from '../pace/pacer.ts';

/** Write calls in a row that came to nothing. Reads do not count: they may work where writing does not. */
export interface SilentCalls {
  readonly count: number;
  /** When the last of them was known, in milliseconds since the epoch. */
  readonly knownAt: number;
}

export const NO_SILENT_CALLS: SilentCalls = { count: 0, knownAt: -Infinity };

/** Calls that were open together are one trouble, not many. */
export function countSilentCalls(
  before: SilentCalls,
  { report, permit, nowMs }: { readonly report: CallReport; readonly permit: Permit; readonly nowMs: number },
): SilentCalls {
  if (report.kind === 'told') return NO_SILENT_CALLS;
  if (permit.since < before.knownAt) return before;
  return { count: before.count + 1, knownAt: nowMs };
}
