import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { ReadRecordsReply, ReadRecordsRequest } from '../contract/read-records.ts';
import type { WriteRecordsReply, WriteRecordsRequest } from '../contract/write-records.ts';
import type { OutcomeCounts } from '../outcomes/count-outcomes.ts';
import type { WaitReason } from './next-step.ts';

export interface RunProgress {
  readonly phase: 'writing' | 'settling';
  readonly counts: OutcomeCounts;
  readonly settledCount: number;
  readonly totalCount: number;
  readonly elapsedMs: number;
  /** Why nothing is being sent just now, and for how long still. */
  readonly wait: { readonly reason: WaitReason; readonly leftMs: number } | null;
}

/** Everything a run needs of the world. */
export interface RunPorts {
  writeRecords(request: WriteRecordsRequest): Promise<FunctionAnswer<WriteRecordsReply>>;
  readRecords(request: ReadRecordsRequest): Promise<FunctionAnswer<ReadRecordsReply>>;
  sleep(delayMs: number): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
  report(progress: RunProgress): void;
}
