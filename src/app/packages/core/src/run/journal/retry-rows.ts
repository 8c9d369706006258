import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan, PlannedRow } from '../../plan/plan.ts';
import { amendPlan } from '../amend-plan.ts';
import { reopenedOutcomes } from '../reopened-outcomes.ts';
import type { ResumedRun } from '../resumed-run.ts';
import { runPlan } from '../run-plan.ts';
import { outcomesSoFar, type JournalProblem, type RunSoFar } from './load-run.ts';
import { runSession, writerOf, type SessionTools } from './resume-run.ts';
import type { JournalState } from './run-with-journal.ts';
import { newSession, takeUpRun, type TakenRun } from './take-up-run.ts';

/** A run that is over, as it is looked at. */
export interface RunToRetry {
  readonly runId: string;
  readonly plan: Plan;
  /** One per row of the plan, in its order. */
  readonly outcomes: readonly Outcome[];
  readonly journal: JournalState;
}

export interface RowsToRetry {
  /** Rows that are proven unwritten, planned anew under their old slots. */
  readonly amended: readonly PlannedRow[];
  /** Rows whose records are there, and that are to be associated with others than the plan said. Absent: none. */
  readonly renamed?: readonly PlannedRow[];
  /** Slots of rows nobody knows about: they are read, and sent again only where that proves them unwritten. */
  readonly unknown: ReadonlySet<number>;
}

export type RetriedRun =
  | ({ readonly kind: 'ran' } & Omit<RunToRetry, 'runId'>)
  | { readonly kind: 'held'; readonly untilMs: number }
  /** Somebody else went on with the run since it was looked at; this is how it stands. Nothing was written. */
  | { readonly kind: 'changed'; readonly plan: Plan; readonly outcomes: readonly Outcome[] }
  /** The journal cannot be read or written, so nothing was sent: what is not noted might be sent twice. */
  | { readonly kind: 'not-noted'; readonly problem: JournalProblem };

interface Retry extends RowsToRetry, SessionTools {
  readonly run: RunToRetry;
}

/**
 * Runs rows of an ended run again, and no others, under its identity: the same journal, the same keys of rows, the same
 * lease. A row that had failed is noted as amended before it is sent; from then on it has no outcome but the new one.
 */
export async function retryRows(
  run: RunToRetry,
  rows: RowsToRetry,
  tools: SessionTools,
): Promise<RetriedRun> {
  const { settings, isStopWanted, journalSettings, pacer } = tools.options;
  // By batches, also where the run began by imports: each of these rows needs an answer of its own.
  const options = { settings, isStopWanted, journalSettings, ...(pacer === undefined ? {} : { pacer }) };
  const retry: Retry = { ...rows, ports: tools.ports, options, run };
  if (run.journal === 'none') return retryWithoutJournal(retry);
  const taken = await takeUpRun(run.runId, run.plan.properties, tools.ports);
  if (taken.kind !== 'taken') return taken;
  const retried = await retryFromJournal(retry, taken);
  await taken.lease.release();
  return retried;
}

async function retryFromJournal(retry: Retry, taken: TakenRun): Promise<RetriedRun> {
  const { run, amended, renamed = [], unknown } = retry;
  const slots = [...amended, ...renamed].map(({ slot }) => slot).concat(...unknown);
  if (!isAsSeen(run, taken.run, slots)) {
    return { kind: 'changed', plan: taken.run.plan, outcomes: outcomesSoFar(taken.run) };
  }
  const writer = writerOf(taken, retry);
  const outcomes = reopenedOutcomes(run, renamed);
  const failure =
    (amended.length === 0 ? null : await writer.amend(amended)) ??
    (renamed.length === 0 ? null : await writer.rename(renamed, outcomes));
  if (failure !== null) return { kind: 'not-noted', problem: { kind: 'failed', failure } };
  const { ports, options } = retry;
  const resumed = resumedOf(retry, taken.head.startedAt);
  const left = await runSession(amendPlan(run.plan, [...amended, ...renamed]), {
    taken,
    writer,
    resumed,
    ports,
    options,
  });
  return { kind: 'ran', ...left };
}

function isAsSeen({ plan, outcomes }: RunToRetry, journal: RunSoFar, slots: readonly number[]): boolean {
  const held = new Map(outcomesSoFar(journal).map(({ slot, kind }) => [slot, kind]));
  const seen = new Map(outcomes.map(({ slot, kind }) => [slot, kind]));
  return (
    journal.isWhole &&
    journal.plan.digest === plan.digest &&
    slots.every((slot) => held.get(slot) === seen.get(slot))
  );
}

async function retryWithoutJournal(retry: Retry): Promise<RetriedRun> {
  const { run, amended, renamed = [], ports, options } = retry;
  const plan = amendPlan(run.plan, [...amended, ...renamed]);
  const ran = await runPlan(plan, ports, {
    ...options,
    runId: newSession(run.runId, ports),
    firstRunId: run.runId,
    confirmedDigest: plan.digest,
    resumed: resumedOf(retry, run.plan.readAt),
  });
  if (ran.kind !== 'ran') throw new Error('A plan was refused that bears its own digest');
  return { kind: 'ran', plan, outcomes: ran.outcomes, journal: 'none' };
}

/** Amending has announced the amended rows; an unknown one is read before it is sent. */
function resumedOf({ run, amended, renamed = [], unknown }: Retry, startedAt: number): ResumedRun {
  const anew = new Set(amended.map(({ slot }) => slot));
  const others = run.outcomes.filter(({ slot }) => !anew.has(slot));
  const standing = [...others, ...reopenedOutcomes(run, renamed)];
  return {
    announced: unknown,
    startedAt,
    outcomes: new Map(standing.map((outcome) => [outcome.slot, outcome])),
    only: new Set([...anew, ...unknown, ...renamed.map(({ slot }) => slot)]),
  };
}
