import type {
  ByteSource,
  CanaryReport,
  ChunkChoices,
  LongCheck,
  LongForm,
  LongProgress,
  LongRan,
  Plan,
} from '@bulk-records/core';
import type { FiledReport } from '../ports/run-keeper.ts';

/** A file too long to be held whole: it is read piece by piece, as often as it takes. */
export interface LongFile {
  readonly kind: 'long';
  readonly name: string;
  readonly source: ByteSource;
  /** Null where its beginning is no table. */
  readonly form: LongForm | null;
  /** Of its rows, from its beginning. */
  readonly rowEstimate: number;
}

/** What an admin decides of a long file only. */
export interface LongChoices extends Pick<ChunkChoices, 'duplicates' | 'isCompared'> {
  /** Writes also what an earlier run of the same rows has written. */
  readonly isAllAgain: boolean;
}

export const USUAL_LONG_CHOICES: LongChoices = { duplicates: 'last', isCompared: true, isAllAgain: false };

/** The files of a part's outcomes, as they were filed. */
export interface ChunkFiles {
  readonly outcomes: FiledReport;
  /** Null where nothing failed. */
  readonly failures: FiledReport | null;
}

export interface LongRunning {
  readonly kind: 'long-running';
  readonly check: LongCheck;
  readonly progress: LongProgress | null;
  readonly isStopping: boolean;
  readonly canary: { readonly report: CanaryReport; readonly plan: Plan } | null;
}

export interface LongFinished {
  readonly kind: 'long-finished';
  readonly ran: LongRan;
  /** By run. */
  readonly files: ReadonlyMap<string, ChunkFiles>;
  readonly elapsedMs: number;
}

export type LongEvent =
  | { readonly kind: 'long-chosen'; readonly choices: LongChoices }
  | { readonly kind: 'long-started'; readonly check: LongCheck }
  | { readonly kind: 'long-progressed'; readonly check: LongCheck; readonly progress: LongProgress }
  | {
      readonly kind: 'long-canary-waits';
      readonly check: LongCheck;
      readonly report: CanaryReport;
      readonly plan: Plan;
    }
  | { readonly kind: 'long-finished'; readonly check: LongCheck; readonly finished: LongFinished }
  /** Back from one of its parts. */
  | { readonly kind: 'long-reopened' };
