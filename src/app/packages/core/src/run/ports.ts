import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { ReadRecordsReply, ReadRecordsRequest } from '../contract/read-records.ts';
import type { WriteRecordsReply, WriteRecordsRequest } from '../contract/write-records.ts';
import type { OutcomeCounts } from '../outcomes/count-outcomes.ts';
import type { PacePorts } from '../pace/pacer.ts';
import type { ImportProgress } from './importing/import-ports.ts';
import type { WaitReason } from '../pace/wait-reason.ts';

export interface RunProgress {
  readonly phase: 'writing' | 'importing' | 'settling';
  /** While HubSpot's imports are at work; absent otherwise. */
  readonly imports?: ImportProgress;
  readonly counts: OutcomeCounts;
  readonly settledCount: number;
  readonly totalCount: number;
  readonly elapsedMs: number;
  /** Why nothing is being sent just now, for how long still, and until when (milliseconds since the epoch). */
  readonly wait: {
    readonly reason: WaitReason;
    readonly leftMs: number;
    readonly untilMs: number;
  } | null;
  /** Others use `foreign` of the `max` requests HubSpot takes in its window, and the run makes way for them. */
  readonly company: { readonly foreign: number; readonly max: number } | null;
}

/** Everything a run needs of the world. */
export interface RunPorts extends PacePorts {
  writeRecords(request: WriteRecordsRequest): Promise<FunctionAnswer<WriteRecordsReply>>;
  readRecords(request: ReadRecordsRequest): Promise<FunctionAnswer<ReadRecordsReply>>;
  sleep(delayMs: number): Promise<void>;
  report(progress: RunProgress): void;
}
