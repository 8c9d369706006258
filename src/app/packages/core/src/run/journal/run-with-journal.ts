import { countOutcomes, NO_OUTCOMES } from '../../outcomes/count-outcomes.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan } from '../../plan/plan.ts';
import { runPlan, type RunPlanOptions, type RunPlanPorts } from '../run-plan.ts';
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

export type JournaledRun =
  | { readonly kind: 'ran'; readonly outcomes: readonly Outcome[] }
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
  const claimed = await keeper.claim(plan.digest, runId);
  if (claimed.kind === 'held') return claimed;
  if (claimed.kind === 'failed') {
    ports.reportJournal(claimed.failure);
    return runPlan(plan, ports, { ...options, ...resumedOf(options) });
  }
  const writer = await openJournal(plan, ports, options);
  const ran = await runPlan(plan, ports, {
    ...options,
    ...resumedOf(options),
    // A session of its own begins trace ids of its own.
    runId: earlier === undefined ? runId : `${runId}r${ports.now().toString(36)}`,
    firstRunId: runId,
    ...(writer === null ? {} : { journal: noteIn(writer, plan, { ports, runId }) }),
  });
  if (ran.kind === 'ran' && writer !== null) {
    const isWhole = ran.outcomes.every(({ kind }) => kind !== 'not-sent');
    await writer.close(isWhole ? 'finished' : 'stopped', countOutcomes(ran.outcomes));
    await keeper.enlist(writer.summary);
    ports.reportJournal(writer.failure);
  }
  await keeper.release(plan.digest, runId);
  return ran;
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
  const options = {
    ports: keeper,
    settings: journalSettings,
    now: () => ports.now(),
    turn: () => ports.turn(),
  };
  if (earlier !== undefined) {
    return new JournalWriter(
      { ...earlier.head, rowPieces: earlier.run.rowPieces, state: 'running' },
      options,
    );
  }
  const start = { plan, runId, startedAt: ports.now(), startedBy, undoes };
  const writer = new JournalWriter(startHead(start, NO_OUTCOMES), options);
  const stored = await writer.storePlan(plan);
  const enlisted = stored.kind === 'stored' ? await keeper.enlist(writer.summary) : stored;
  if (enlisted.kind === 'stored') return writer;
  ports.reportJournal(enlisted.failure);
  return null;
}

function noteIn(
  writer: JournalWriter,
  { digest }: Plan,
  { ports, runId }: { readonly ports: JournaledRunPorts; readonly runId: string },
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
    void ports.keeper.claim(digest, runId);
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
