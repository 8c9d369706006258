import fc from 'fast-check';
import type { Outcome, OutcomeKind } from '../outcomes/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import { loadHead, loadRun, outcomesSoFar } from '../run/journal/load-run.ts';
import type { RetriedRun, RunToRetry } from '../run/journal/retry-rows.ts';
import { runWithJournal, type JournaledRunPorts } from '../run/journal/run-with-journal.ts';
import { KEPT_RUN_ID, optionsOfRun, portsOfRun, untilClosed, type Crash } from './journaled-run.ts';
import { MemoryJournal } from './memory-journal.ts';
import { ModelPortal, type Forecast } from './model-portal.ts';
import { batchWeather, callWeather, readWeather } from './weather.ts';

/** What a run and its retries go through. */
export interface RetryWeather {
  readonly forecast: Forecast;
  /** When the tab is closed that retries first. */
  readonly crash: Crash;
}

export const anyRetryWeather = {
  forecast: fc.record({
    batches: fc.array(batchWeather, { maxLength: 12 }),
    calls: fc.array(callWeather, { maxLength: 6 }),
    reads: fc.array(readWeather, { maxLength: 6 }),
  }),
  crash: fc.record({ atCall: fc.nat({ max: 3 }), isDelivered: fc.boolean() }),
};

/** A run that is over, with the portal it wrote to and the journal it left. */
export interface EndedRun {
  readonly portal: ModelPortal;
  readonly journal: MemoryJournal;
  readonly run: RunToRetry;
}

export async function runOnce(plan: Plan, forecast: Forecast): Promise<EndedRun> {
  const portal = new ModelPortal(forecast);
  const journal = new MemoryJournal();
  const ran = await runWithJournal(plan, portsOfRun(portal, journal), optionsOfRun(plan));
  if (ran.kind !== 'ran') throw new Error(ran.kind);
  const run: RunToRetry = { runId: KEPT_RUN_ID, plan, outcomes: ran.outcomes, journal: ran.journal };
  return { portal, journal, run };
}

/** What another tab sees of the run. */
export async function lookAt({ journal, run }: EndedRun): Promise<RunToRetry> {
  const loaded = await loadHead(KEPT_RUN_ID, journal);
  if (loaded.kind !== 'head') throw new Error(loaded.kind);
  const again = await loadRun(loaded.head, run.plan.properties, journal);
  if (again.kind !== 'run') throw new Error(again.kind);
  return { runId: KEPT_RUN_ID, plan: again.run.plan, outcomes: outcomesSoFar(again.run), journal: 'kept' };
}

export function ranOf(retried: RetriedRun): RunToRetry {
  if (retried.kind !== 'ran') throw new Error(`Not run: ${retried.kind}`);
  return { ...retried, runId: KEPT_RUN_ID };
}

export function kindsOf(outcomes: readonly Outcome[]): readonly OutcomeKind[] {
  return outcomes.map(({ kind }) => kind);
}

/** The phone says which row a record was made for. */
export function phoneOf(slot: number): string {
  return `555${String(slot)}`;
}

/** How many records were ever made for a row. */
export function madeFor({ portal }: EndedRun, slot: number): number {
  const phone = phoneOf(slot);
  return [...portal.store.records.values()].filter(({ versions }) => versions[0]?.['phone'] === phone).length;
}

/** What is said of a run at any time, and is not so. */
export function findLies(
  ended: EndedRun,
  { plan, outcomes }: Pick<RunToRetry, 'plan' | 'outcomes'>,
): readonly string[] {
  const slots = outcomes.map(({ slot }) => slot).join();
  const wanted = plan.rows.map(({ slot }) => slot).join();
  return [
    ...(slots === wanted ? [] : [`outcomes of rows ${slots}, not ${wanted}`]),
    ...outcomes.flatMap(({ slot, kind }) => {
      const made = madeFor(ended, slot);
      const isTrue = made <= 1 && (kind !== 'created' || made === 1) && (!IS_UNMADE[kind] || made === 0);
      return isTrue ? [] : [`row ${String(slot)} is ${kind} and was made ${String(made)} times`];
    }),
  ];
}

/** Outcomes that say there is no record. */
const IS_UNMADE: Partial<Record<OutcomeKind, boolean>> = { skipped: true, rejected: true, 'not-sent': true };

export type RetryIn = (run: RunToRetry, ports: JournaledRunPorts) => Promise<RetriedRun>;

/**
 * A tab is closed while it retries, and others go on, whose journal takes everything again: all that is not so of what
 * they see and do.
 */
export async function liesAfterClosing(
  ended: EndedRun,
  retry: RetryIn,
  { crash }: Pick<RetryWeather, 'crash'>,
): Promise<readonly string[]> {
  const { portal, journal, run } = ended;
  await untilClosed(portsOfRun(portal, journal), crash, (closing) => retry(run, closing));
  journal.storesLeft = Infinity;
  const lies: string[] = [];
  for (let tab = 0; tab < 3; tab += 1) {
    journal.holders.clear();
    const seen = await lookAt(ended);
    lies.push(...findLies(ended, seen));
    lies.push(...findLies(ended, ranOf(await retry(seen, portsOfRun(portal, journal)))));
  }
  return lies;
}
