import type { CellFixesById, JournalProblem } from '@bulk-records/core';

/** What the admin wants to do about rows that failed, before it is done. */
export interface RunRepairs {
  /** What stands in for wrong cells, refused by HubSpot or left out before, by their group. */
  readonly fixes: CellFixesById;
  /** Slots of conflicts that are to become updates of the records that are there. */
  readonly asUpdates: ReadonlySet<number>;
  /** Why the last retry did not run. */
  readonly problem: RetryProblem | null;
}

export type RetryProblem =
  | { readonly kind: 'held'; readonly untilMs: number }
  /** Somebody else went on with the run; what is shown now is how it stands. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'not-noted'; readonly problem: JournalProblem }
  /** The records that are there could not be read. */
  | { readonly kind: 'not-read' };
