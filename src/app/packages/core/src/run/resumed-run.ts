import type { Outcome } from '../outcomes/outcome.ts';
import type { PlannedRow } from '../plan/plan.ts';
import { outcomeWithoutWrite } from './outcome-without-write.ts';

/** How far an earlier session had come with a plan. */
export interface ResumedRun {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly announced: ReadonlySet<number>;
  /** When the run first began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Where only these slots are to be run: every other row keeps its outcome, whatever it is. */
  readonly only?: ReadonlySet<number>;
}

/** What a row ends in without being sent in this session; null where it is to be written. */
export function outcomeFromStart(row: PlannedRow, resumed: ResumedRun | undefined): Outcome | null {
  const known = resumed?.outcomes.get(row.slot);
  if (known !== undefined && resumed?.only?.has(row.slot) === false) return known;
  // What an earlier session settled first: it knows what became of the row's associations.
  return settledBefore(known) ?? outcomeWithoutWrite(row);
}

/** An outcome that stands. A row that was not sent is sent now, and one nobody knew about is looked up again. */
function settledBefore(outcome: Outcome | undefined): Outcome | null {
  if (outcome === undefined || outcome.kind === 'not-sent' || outcome.kind === 'unknown') return null;
  return outcome;
}
