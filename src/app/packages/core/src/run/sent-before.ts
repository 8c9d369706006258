import type { SentRecord } from '../outcomes/attempt.ts';
import type { RecordToWrite } from '../plan/plan-part.ts';

export interface SentBefore {
  readonly slots: ReadonlySet<number>;
  /** Milliseconds since the epoch; no earlier attempt was before. */
  readonly firstSentAt: number;
}

/** Why a row of a run that goes on is read before anything is sent. */
export const GONE_ON = { because: 'answer-lost', hint: '', refusedWith: null } as const;

/** A row as if it had been sent once without an answer. */
export function sentOnce(record: RecordToWrite, { firstSentAt }: SentBefore): SentRecord {
  return { record, traceId: '', attempt: 1, firstSentAt, mayHaveBeenApplied: true };
}
