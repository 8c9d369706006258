import type { RunChunk } from '../contract/run-journal.ts';
import type { ChunkTools } from '../input/read-chunks.ts';
import type { Table } from '../input/table.ts';
import type { OutcomeCounts } from '../outcomes/count-outcomes.ts';
import type { NotSentReason, Outcome } from '../outcomes/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReadFailure } from '../plan/read-keys.ts';
import type { CanaryReport } from '../run/canary.ts';
import type { Importing } from '../run/importing/part-importer.ts';
import type { JournalProblem } from '../run/journal/load-run.ts';
import type {
  JournaledRunOptions,
  JournaledRunPorts,
  JournalState,
} from '../run/journal/run-with-journal.ts';
import type { RunProgress } from '../run/ports.ts';
import type { LongCheck } from './check-long-input.ts';
import type { ChunkChoices, LongOrder } from './long-input.ts';

/** What a chunk's run has come to. */
export interface RanChunk {
  readonly chunk: RunChunk;
  readonly runId: string;
  readonly plan: Plan;
  /** The rows as they were read. */
  readonly table: Table;
  /** One per row, in the order of the rows. */
  readonly outcomes: readonly Outcome[];
  readonly journal: JournalState;
}

/** Of a chunk's run, what is kept of it here; everything else is in its journal. */
export interface ChunkSummary {
  readonly chunk: RunChunk;
  readonly runId: string;
  readonly counts: OutcomeCounts;
}

export interface LongProgress {
  /** `waiting`: another session has the chunk. */
  readonly phase: 'reading' | 'waiting' | 'comparing' | 'writing' | 'filing';
  readonly chunk: RunChunk;
  /** Of all rows so far, those of earlier sessions included. */
  readonly counts: OutcomeCounts;
  readonly settledCount: number;
  readonly totalCount: number;
  readonly elapsedMs: number;
  /** Of the chunk that is being compared: how many of its records were asked for. */
  readonly askedCount: number;
  /** When a chunk can be taken up that another session has, in milliseconds since the epoch. */
  readonly untilMs: number | null;
  /** Of the chunk that is being written. */
  readonly run: RunProgress | null;
}

export interface LongRunPorts extends Omit<JournaledRunPorts, 'report' | 'confirmCanary'>, ChunkTools {
  newRunId(): string;
  /** As for any run; `plan` is that of the first chunk. */
  confirmCanary(report: CanaryReport, plan: Plan): Promise<boolean>;
  report(progress: LongProgress): void;
  /** Waited for before the next chunk is read: whatever is to be made of a chunk's outcomes is made now. */
  onChunkRan(ran: RanChunk): Promise<void>;
}

/** Why rows are left that were not come to. */
export type LongStop =
  | { readonly kind: 'stopped' }
  /** A chunk's run stopped, and the next one would stop too. */
  | { readonly kind: 'run-stopped'; readonly reason: NotSentReason; readonly detail: string }
  | { readonly kind: 'held'; readonly untilMs: number }
  /** Another session has finished a chunk that was waited for, and is at work on those after it. */
  | { readonly kind: 'gone-on' }
  /** No records could be read, so nothing can be planned. */
  | { readonly kind: 'not-read'; readonly failure: ReadFailure }
  /** Its rows are no longer those that were confirmed; so from this row on. */
  | { readonly kind: 'input-changed'; readonly fromRow: number }
  | { readonly kind: 'input-unreadable'; readonly detail: string }
  /** What an earlier session had begun cannot be taken up, and might be written twice. */
  | { readonly kind: 'not-noted'; readonly problem: JournalProblem }
  /** Without a journal nobody would know of its outcomes once the next chunk is at work. */
  | { readonly kind: 'no-journal' };

export interface LongRunOptions
  extends
    Pick<JournaledRunOptions, 'settings' | 'pacer' | 'journalSettings' | 'startedBy' | 'isStopWanted'>,
    ChunkChoices {
  readonly order: LongOrder;
  /** What was confirmed. */
  readonly check: LongCheck;
  /** Null: by the batch endpoints. */
  readonly importing: Importing | null;
  /** The last chunk an earlier session came to. It and all before it are not written again. */
  readonly earlier: EarlierChunk | null;
}

export interface EarlierChunk extends ChunkSummary {
  /** Rows of it were left: its run is taken up. */
  readonly isOpen: boolean;
}

export interface LongRan {
  /** They add up to all rows: those that were not come to count as not sent. */
  readonly counts: OutcomeCounts;
  readonly rowCount: number;
  readonly chunks: readonly ChunkSummary[];
  /** Null where every row was come to. */
  readonly stop: LongStop | null;
  /** The last chunk, where its journal does not say all. */
  readonly unkept: RanChunk | null;
}
