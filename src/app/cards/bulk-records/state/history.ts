import type { JournalFailure, RunSummary } from '@bulk-records/core';

/** A run of the list; its summary is null while only its journal knows more. */
export interface HistoryEntry {
  readonly runId: string;
  readonly summary: RunSummary | null;
  /** Its outcomes were filed. */
  readonly hasReport: boolean;
}

/** The portal's runs, as far as they are listed. */
export type History =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'listed'; readonly entries: readonly HistoryEntry[]; readonly after: string | null }
  | { readonly kind: 'failed'; readonly failure: JournalFailure };

/** What is being done with an earlier run, and what came of it. */
export type HistoryTask =
  | { readonly kind: 'opening' | 'undoing' | 'forgetting' | 'fetching'; readonly runId: string }
  | {
      readonly kind: 'problem';
      readonly runId: string;
      readonly problem: 'absent' | 'unreadable' | 'failed' | 'no-report';
      readonly failure: JournalFailure | null;
    }
  /** A filed report, at an address that soon expires: until then, in milliseconds since the epoch. */
  | { readonly kind: 'report'; readonly runId: string; readonly url: string; readonly expiresAt: number }
  /** Another tab or person is running it; until then, in milliseconds since the epoch. */
  | { readonly kind: 'held'; readonly runId: string; readonly untilMs: number };

/** A run that rows are left of, or of which nobody knows whether it goes on. */
export function isResumable({ summary }: HistoryEntry): boolean {
  return summary !== null && summary.state !== 'finished';
}

/** Whether something is being done with an earlier run just now. */
export function isAtWork(task: HistoryTask | null): boolean {
  return task !== null && task.kind !== 'problem' && task.kind !== 'held' && task.kind !== 'report';
}
