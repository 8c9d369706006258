import type { JournaledRunOptions, JournaledRunPorts, JournalState } from './run-with-journal.ts';
import { closeJournal, journalStateOf, journalWriter, noteIn } from './run-with-journal.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ResumedRun } from '../resumed-run.ts';
import { runPlan } from '../run-plan.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { TakenRun } from './take-up-run.ts';

export type SessionOptions = Pick<
  JournaledRunOptions,
  'settings' | 'pacer' | 'isStopWanted' | 'journalSettings' | 'importing'
>;

export interface SessionTools {
  readonly ports: JournaledRunPorts;
  readonly options: SessionOptions;
}

/** How a session left a run. */
export interface ResumedSession {
  readonly plan: Plan;
  /** One per row of the plan, in its order. */
  readonly outcomes: readonly Outcome[];
  readonly journal: JournalState;
}

/** Goes on with a run that was taken up: what may have been sent is read before anything is sent again. */
export async function resumeRun(taken: TakenRun, tools: SessionTools): Promise<ResumedSession> {
  const { plan, outcomes, announced } = taken.run;
  const writer = writerOf(taken, tools);
  const resumed = { outcomes, announced, startedAt: taken.head.startedAt };
  const { imports } = taken.run;
  const { importing, ...options } = tools.options;
  // What began by imports goes on by them.
  const isImported = importing !== undefined && imports.length > 0;
  const left = await runSession(plan, {
    ...{ taken, writer, resumed, ports: tools.ports },
    options: isImported ? { ...options, importing: { ...importing, takenUp: imports } } : options,
  });
  await taken.lease.release();
  return left;
}

/** The journal of a run that goes on. */
export function writerOf({ head, run, lease }: TakenRun, { ports, options }: SessionTools): JournalWriter {
  const goingOn = { ...head, rowPieces: run.rowPieces, state: 'running' } as const;
  return journalWriter(goingOn, ports, { settings: options.journalSettings, lease });
}

interface Session extends SessionTools {
  readonly taken: TakenRun;
  readonly writer: JournalWriter;
  readonly resumed: ResumedRun;
}

/** Runs a plan under the identity of a run that was taken up, and notes in its journal what becomes of it. */
export async function runSession(
  plan: Plan,
  { taken, writer, resumed, ports, options }: Session,
): Promise<ResumedSession> {
  const { lease } = taken;
  const ran = await runPlan(plan, ports, {
    ...options,
    // A session of its own begins trace ids of its own.
    runId: taken.session,
    firstRunId: taken.head.runId,
    confirmedDigest: plan.digest,
    isOurs: () => lease.isOurs(),
    resumed,
    journal: noteIn(writer, ports),
  });
  if (ran.kind !== 'ran') throw new Error('A plan was refused that bears its own digest');
  const { outcomes } = ran;
  await closeJournal(writer, outcomes, { ports, lease });
  return { plan, outcomes, journal: journalStateOf(writer) };
}
