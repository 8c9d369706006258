import { countOutcomes, NO_OUTCOMES } from '../../outcomes/count-outcomes.ts';
import { isOpen } from '../../outcomes/association-outcome.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan } from '../../plan/plan.ts';
import { runPlan, type RanPlan, type RunPlanOptions, type RunPlanPorts } from '../run-plan.ts';
import type { JournalFailure, RunKeeper } from './journal-ports.ts';
import { JournalWriter, startHead, type JournalSettings } from './journal-writer.ts';
import type { RunSoFar } from './load-run.ts';
import type { RunHead } from './run-head.ts';

export interface JournaledRunPorts extends RunPlanPorts {
  readonly keeper: RunKeeper;
  /** Gives the event loop a turn. */
  turn(): Promise<void>;
  /** Told when the journal cannot be kept, or is kept again (null). The run goes on all the same. */
  reportJournal(failure: JournalFailure | null): void;
}

export interface JournaledRunOptions extends Omit<RunPlanOptions, 'journal' | 'resumed'> {
  readonly journalSettings: JournalSettings;
  /** As HubSpot names the person to the card. */
  readonly startedBy: string;
  /** The run this one takes back; null for any other. */
  readonly undoes: string | null;
  /** An earlier session of this very run. */
  readonly earlier?: { readonly head: RunHead; readonly run: RunSoFar };
}

/** `kept`: it says all that the outcomes say. `none`: none was begun. `broken`: it lacks something they say. */
export type JournalState = 'kept' | 'none' | 'broken';

export type JournaledRun =
  | { readonly kind: 'ran'; readonly outcomes: readonly Outcome[]; readonly journal: JournalState }
  | { readonly kind: 'refused'; readonly digest: string }
  /** Another tab or person is running this plan. Nothing was written. */
  | { readonly kind: 'held'; readonly untilMs: number };

/** A lease lasts three times as long: a renewal may fail once without anybody else getting in. */
export const RENEW_AFTER_MS = 60_000;

/**
 * Runs a plan that nobody else is running, with a journal that was begun before the first write (law 8). Where no
 * journal can be kept the run is reported as such and goes on: the admin was told before.
 */
export async function runWithJournal(
  plan: Plan,
  ports: JournaledRunPorts,
  options: JournaledRunOptions,
): Promise<JournaledRun> {
  const { keeper } = ports;
  const { runId, earlier } = options;
  // A run keeps its lease when rows of its plan are amended.
  const lease = earlier?.head.digest ?? plan.digest;
  const claimed = await keeper.claim(lease, runId);
  if (claimed.kind === 'held') return claimed;
  if (claimed.kind === 'failed') {
    ports.reportJournal(claimed.failure);
    const ran = await runPlan(plan, ports, { ...options, ...resumedOf(options) });
    return withJournal(ran, earlier === undefined ? 'none' : 'broken');
  }
  const writer = await openJournal(plan, ports, options);
  const ran = await runPlan(plan, ports, {
    ...options,
    ...resumedOf(options),
    // A session of its own begins trace ids of its own.
    runId: earlier === undefined ? runId : `${runId}r${ports.now().toString(36)}`,
    firstRunId: runId,
    ...(writer === null ? {} : { journal: noteIn(writer, { digest: lease }, { ports, holder: runId }) }),
  });
  if (ran.kind === 'ran' && writer !== null) await closeJournal(writer, ran.outcomes, ports);
  await keeper.release(lease, runId);
  return withJournal(ran, writer === null ? 'none' : journalStateOf(writer));
}

/** Everything is stored, and the journal and the list of runs say how the run stands. */
export async function closeJournal(
  writer: JournalWriter,
  outcomes: readonly Outcome[],
  ports: Pick<JournaledRunPorts, 'keeper' | 'reportJournal'>,
): Promise<void> {
  const isWhole = outcomes.every(
    ({ kind, associations = [] }) => kind !== 'not-sent' && !associations.some(isOpen),
  );
  await writer.close(isWhole ? 'finished' : 'stopped', countOutcomes(outcomes));
  await ports.keeper.enlist(writer.summary);
  ports.reportJournal(writer.failure);
}

export function journalStateOf({ failure }: JournalWriter): JournalState {
  return failure === null ? 'kept' : 'broken';
}

function withJournal(ran: RanPlan, journal: JournalState): JournaledRun {
  return ran.kind === 'ran' ? { ...ran, journal } : ran;
}

function resumedOf({ earlier }: JournaledRunOptions): Pick<RunPlanOptions, 'resumed'> {
  if (earlier === undefined) return {};
  const { outcomes, announced } = earlier.run;
  return { resumed: { outcomes, announced, startedAt: earlier.head.startedAt } };
}

/** The journal with the plan in it; null where it cannot be kept. */
async function openJournal(
  plan: Plan,
  ports: JournaledRunPorts,
  { runId, startedBy, undoes, journalSettings, earlier }: JournaledRunOptions,
): Promise<JournalWriter | null> {
  const { keeper } = ports;
  if (earlier !== undefined) return journalWriter(goOnWith(earlier), ports, journalSettings);
  const start = { plan, runId, startedAt: ports.now(), startedBy, undoes };
  const writer = journalWriter(startHead(start, NO_OUTCOMES), ports, journalSettings);
  const stored = await writer.storePlan(plan);
  const enlisted = stored.kind === 'stored' ? await keeper.enlist(writer.summary) : stored;
  if (enlisted.kind === 'failed') ports.reportJournal(enlisted.failure);
  // With its head stored a journal can be found and taken up, so it has to be kept up, listed or not.
  return stored.kind === 'stored' ? writer : null;
}

export function journalWriter(
  head: RunHead,
  ports: JournaledRunPorts,
  settings: JournalSettings,
): JournalWriter {
  return new JournalWriter(head, {
    ports: ports.keeper,
    settings,
    now: () => ports.now(),
    turn: () => ports.turn(),
  });
}

/** The head of a run that goes on. */
export function goOnWith({ head, run }: NonNullable<JournaledRunOptions['earlier']>): RunHead {
  return { ...head, rowPieces: run.rowPieces, state: 'running' };
}

export function noteIn(
  writer: JournalWriter,
  { digest }: Pick<Plan, 'digest'>,
  { ports, holder }: { readonly ports: JournaledRunPorts; readonly holder: string },
): NonNullable<RunPlanOptions['journal']> {
  let renewedAt = ports.now();
  let reported: JournalFailure | null = null;
  const keepUp = (): void => {
    if (writer.failure !== reported) {
      reported = writer.failure;
      ports.reportJournal(reported);
    }
    if (ports.now() - renewedAt < RENEW_AFTER_MS) return;
    renewedAt = ports.now();
    void ports.keeper.claim(digest, holder);
  };
  return {
    announce: async (slots) => {
      await writer.announce(slots);
      keepUp();
    },
    noteOutcomes: (outcomes) => {
      writer.noteOutcomes(outcomes);
      keepUp();
    },
  };
}
