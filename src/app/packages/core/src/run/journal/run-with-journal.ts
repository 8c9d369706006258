import type { RunChunk } from '../../contract/run-journal.ts';
import { countOutcomes, NO_OUTCOMES } from '../../outcomes/count-outcomes.ts';
import { isOpen } from '../../outcomes/association-outcome.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan } from '../../plan/plan.ts';
import { runPlan, type RanPlan, type RunPlanOptions, type RunPlanPorts } from '../run-plan.ts';
import type { JournalFailure, RunKeeper, Stored } from './journal-ports.ts';
import { JournalWriter, startHead, type JournalSettings } from './journal-writer.ts';
import { Lease } from './lease.ts';
import type { RunHead } from './run-head.ts';

export interface JournaledRunPorts extends RunPlanPorts {
  readonly keeper: RunKeeper;
  /** Gives the event loop a turn. */
  turn(): Promise<void>;
  /** Told when the journal cannot be kept, or is kept again (null). The run goes on all the same. */
  reportJournal(failure: JournalFailure | null): void;
}

export interface JournaledRunOptions extends Omit<
  RunPlanOptions,
  'journal' | 'resumed' | 'firstRunId' | 'isOurs'
> {
  readonly journalSettings: JournalSettings;
  /** As HubSpot names the person to the card. */
  readonly startedBy: string;
  /** The run this one takes back; null for any other. */
  readonly undoes: string | null;
  /** Which rows of a longer input these are; absent: they are all. */
  readonly chunk?: RunChunk;
}

/** `kept`: it says all that the outcomes say. `none`: none was begun. `broken`: it lacks something they say. */
export type JournalState = 'kept' | 'none' | 'broken';

export type JournaledRun =
  | { readonly kind: 'ran'; readonly outcomes: readonly Outcome[]; readonly journal: JournalState }
  | { readonly kind: 'refused'; readonly digest: string }
  /** Another tab or person is running this plan. Nothing was written. */
  | { readonly kind: 'held'; readonly untilMs: number };

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
  const claim = { digest: plan.digest, holder: options.runId };
  const taken = await Lease.take(claim, { keeper, now: () => ports.now() });
  if (taken.kind === 'held') return taken;
  if (taken.kind === 'failed') {
    ports.reportJournal(taken.failure);
    return withJournal(await runPlan(plan, ports, options), 'none');
  }
  const { lease } = taken;
  const writer = await openJournal(plan, ports, { ...options, lease });
  const ran = await runPlan(plan, ports, {
    ...options,
    isOurs: () => lease.isOurs(),
    ...(writer === null ? {} : { journal: noteIn(writer, ports) }),
  });
  if (ran.kind === 'ran' && writer !== null) await closeJournal(writer, ran.outcomes, { ports, lease });
  await lease.release();
  return withJournal(ran, writer === null ? 'none' : journalStateOf(writer));
}

/** Everything is stored, and the journal and the list of runs say how the run stands. */
export async function closeJournal(
  writer: JournalWriter,
  outcomes: readonly Outcome[],
  { ports, lease }: { readonly ports: JournaledRunPorts; readonly lease: Lease },
): Promise<void> {
  const isWhole = outcomes.every(
    ({ kind, associations = [] }) => kind !== 'not-sent' && !associations.some(isOpen),
  );
  await writer.close(isWhole ? 'finished' : 'stopped', countOutcomes(outcomes));
  if (await lease.isOurs()) await ports.keeper.enlist(writer.summary);
  ports.reportJournal(writer.failure);
}

export function journalStateOf({ failure }: JournalWriter): JournalState {
  return failure === null ? 'kept' : 'broken';
}

function withJournal(ran: RanPlan, journal: JournalState): JournaledRun {
  return ran.kind === 'ran' ? { ...ran, journal } : ran;
}

/** The journal with the plan in it; null where it cannot be kept. */
async function openJournal(
  plan: Plan,
  ports: JournaledRunPorts,
  options: JournaledRunOptions & { readonly lease: Lease },
): Promise<JournalWriter | null> {
  const { keeper } = ports;
  const { runId, startedBy, undoes, chunk, journalSettings, lease } = options;
  const ofChunk = chunk === undefined ? {} : { chunk };
  const head = startHead({ plan, runId, startedAt: ports.now(), startedBy, undoes, ...ofChunk }, NO_OUTCOMES);
  const writer = journalWriter(head, ports, { settings: journalSettings, lease });
  const stored = await writer.storePlan(plan);
  const enlisted = stored.kind === 'stored' ? await keeper.enlist(writer.summary) : stored;
  if (enlisted.kind === 'failed') ports.reportJournal(enlisted.failure);
  // With its head stored a journal can be found and taken up, so it has to be kept up, listed or not.
  return stored.kind === 'stored' ? writer : null;
}

/** A journal that is written in as long as the run is ours: the pieces of two sessions would overwrite each other. */
export function journalWriter(
  head: RunHead,
  ports: JournaledRunPorts,
  { settings, lease }: { readonly settings: JournalSettings; readonly lease: Lease },
): JournalWriter {
  return new JournalWriter(head, {
    ports: {
      fetch: (runId, piece) => ports.keeper.fetch(runId, piece),
      store: async (runId, piece, bytes) =>
        (await lease.isOurs()) ? ports.keeper.store(runId, piece, bytes) : TAKEN_OVER,
    },
    settings,
    now: () => ports.now(),
    turn: () => ports.turn(),
  });
}

const TAKEN_OVER = {
  kind: 'failed',
  failure: { kind: 'silent', message: 'Another session goes on with the run' },
} as const satisfies Stored;

export function noteIn(
  writer: JournalWriter,
  ports: Pick<JournaledRunPorts, 'reportJournal'>,
): NonNullable<RunPlanOptions['journal']> {
  let reported: JournalFailure | null = null;
  const report = (): void => {
    if (writer.failure === reported) return;
    reported = writer.failure;
    ports.reportJournal(reported);
  };
  return {
    announce: async (slots) => {
      await writer.announce(slots);
      report();
    },
    announceImport: async (announced) => {
      await writer.announceImport(announced);
      report();
    },
    noteImport: async (slice, importId) => {
      await writer.noteImport(slice, importId);
      report();
    },
    noteOutcomes: (outcomes) => {
      writer.noteOutcomes(outcomes);
      report();
    },
  };
}
