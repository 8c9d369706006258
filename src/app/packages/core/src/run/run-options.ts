import type { Outcome } from '../outcomes/outcome.ts';
import type { Pacer } from '../pace/pacer.ts';
import type { RecordToWrite } from '../plan/plan-part.ts';
import type { Rechecked } from './recheck-records.ts';
import type { StopCause } from './run-state.ts';
import type { SentBefore } from './sent-before.ts';
import type { RunSettings } from './settings.ts';

export interface RunOptions {
  /** Unique per run, letters and digits: the beginning of every trace id. */
  readonly runId: string;
  readonly settings: RunSettings;
  /** What all of this card's calls ask before they go; a new one unless given. */
  readonly pacer?: Pacer;
  /** Asked before every call: true stops after the calls in flight. */
  isStopWanted(): boolean;
  /** Looks at records just before they are sent for the first time. Absent: they are sent as they are. */
  readonly recheck?: (records: readonly RecordToWrite[]) => Promise<Rechecked>;
  /** Waited for before records are sent, so that a journal knows of them first. */
  readonly announce?: (records: readonly RecordToWrite[]) => Promise<void>;
  /** Asked before every call: false where another session has taken the run up since. Absent: there is none. */
  readonly isOurs?: () => Promise<boolean>;
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Of a run that goes on: rows that may have been sent before, and since when. They are read before they are sent. */
  readonly sentBefore?: SentBefore;
}

/** What became of a part: one outcome per row, in the order of the rows, and why the run may not go on after it. */
export interface RanPart {
  readonly outcomes: readonly Outcome[];
  readonly stop: StopCause | null;
}
