import type { RecordToWrite } from '../plan/plan-part.ts';
import type { PlanTarget } from '../plan/plan.ts';

/** One record on its way: what is sent of it and by which trace id HubSpot's answer will name it. */
export interface SentRecord {
  readonly record: RecordToWrite;
  readonly traceId: string;
  /** How often the record has been sent, this time included. */
  readonly attempt: number;
  /** When it was first sent, in milliseconds; an answer to that attempt may have been lost. */
  readonly firstSentAt: number;
  /** True when an earlier attempt got no answer, so it may have been applied. */
  readonly mayHaveBeenApplied: boolean;
}

/** What answers are understood by while the run goes on. */
export interface RunTarget extends PlanTarget {
  /** Whatever record has a row's key was made by this run. */
  readonly hasRowKeys?: boolean;
  /** Records that other rows of this run have created or archived already: no second row has done that. */
  readonly claimedIds: ReadonlySet<string>;
}
