import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan, PlannedRow } from '../../plan/plan.ts';
import { amendPlan } from '../amend-plan.ts';
import { runPlan, type ResumedRun } from '../run-plan.ts';
import type { JournalWriter } from './journal-writer.ts';
import { loadHead, loadRun, outcomesSoFar, type JournalProblem, type RunSoFar } from './load-run.ts';
import type { RunHead } from './run-head.ts';
import {
  closeJournal,
  goOnWith,
  journalStateOf,
  journalWriter,
  noteIn,
  type JournaledRunOptions,
  type JournaledRunPorts,
  type JournalState,
} from './run-with-journal.ts';

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

type RetryOptions = Pick<JournaledRunOptions, 'settings' | 'pacer' | 'isStopWanted' | 'journalSettings'>;

interface Retry extends RowsToRetry {
  readonly run: RunToRetry;
  /** Of this session: it begins trace ids and holds the lease, so that two tabs never retry the same rows. */
  readonly session: string;
  readonly ports: JournaledRunPorts;
  readonly options: RetryOptions;
}

/**
 * Runs rows of an ended run again, and no others, under its identity: the same journal, the same keys of rows, the same
 * lease. A row that had failed is noted as amended before it is sent; from then on it has no outcome but the new one.
 */
export async function retryRows(
  run: RunToRetry,
  rows: RowsToRetry,
  { ports, options }: { readonly ports: JournaledRunPorts; readonly options: RetryOptions },
): Promise<RetriedRun> {
  const lot = Math.floor(ports.random() * 2 ** 31).toString(36);
  const session = `${run.runId.slice(0, 24)}r${ports.now().toString(36)}${lot}`.slice(0, 40);
  const retry: Retry = { ...rows, run, session, ports, options };
  if (run.journal === 'none') return runAgain(retry, { announced: rows.unknown, startedAt: run.plan.readAt });
  const head = await loadHead(run.runId, ports.keeper);
  if (head.kind !== 'head') return { kind: 'not-noted', problem: head };
  const claimed = await ports.keeper.claim(head.head.digest, session);
  if (claimed.kind === 'held') return claimed;
  if (claimed.kind === 'failed') return { kind: 'not-noted', problem: claimed };
  const retried = await retryFromJournal(retry);
  await ports.keeper.release(head.head.digest, session);
  return retried;
}

/** Read only once the run is ours: whoever had it before may have gone on with it. */
async function retryFromJournal(retry: Retry): Promise<RetriedRun> {
  const { run, amended, unknown, ports, options } = retry;
  const loaded = await loadHead(run.runId, ports.keeper);
  if (loaded.kind !== 'head') return { kind: 'not-noted', problem: loaded };
  const { head } = loaded;
  const journal = await loadRun(head, run.plan.properties, ports.keeper);
  if (journal.kind !== 'run') return { kind: 'not-noted', problem: journal };
  const slots = [...amended.map(({ slot }) => slot), ...unknown];
  if (!isAsSeen(run, journal.run, slots)) {
    return { kind: 'changed', plan: journal.run.plan, outcomes: outcomesSoFar(journal.run) };
  }
  const writer = journalWriter(goOnWith({ head, run: journal.run }), ports, options.journalSettings);
  const failure = amended.length === 0 ? null : await writer.amend(amended);
  if (failure !== null) return { kind: 'not-noted', problem: { kind: 'failed', failure } };
  return runAgain(retry, { announced: unknown, startedAt: head.startedAt, noted: { head, writer } });
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

interface Start extends Pick<ResumedRun, 'announced' | 'startedAt'> {
  readonly noted?: { readonly head: RunHead; readonly writer: JournalWriter };
}

async function runAgain(retry: Retry, { noted, ...start }: Start): Promise<RetriedRun> {
  const { run, amended, unknown, session, ports, options } = retry;
  const plan = amendPlan(run.plan, amended);
  const anew = new Set(amended.map(({ slot }) => slot));
  const ran = await runPlan(plan, ports, {
    ...options,
    runId: session,
    firstRunId: run.runId,
    confirmedDigest: plan.digest,
    resumed: {
      ...start,
      outcomes: new Map(
        run.outcomes.filter(({ slot }) => !anew.has(slot)).map((outcome) => [outcome.slot, outcome]),
      ),
      only: new Set([...anew, ...unknown]),
    },
    ...(noted === undefined
      ? {}
      : {
          journal: {
            ...noteIn(noted.writer, noted.head, { ports, holder: session }),
            // Amending has announced them.
            announce: () => Promise.resolve(),
          },
        }),
  });
  const outcomes = ran.kind === 'ran' ? ran.outcomes : run.outcomes;
  if (noted === undefined) return { kind: 'ran', plan, outcomes, journal: 'none' };
  await closeJournal(noted.writer, outcomes, ports);
  return { kind: 'ran', plan, outcomes, journal: journalStateOf(noted.writer) };
}
