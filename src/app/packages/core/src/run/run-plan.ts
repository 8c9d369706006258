import { addCounts, countOutcomes } from '../outcomes/count-outcomes.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { digestPlan } from '../plan/digest-plan.ts';
import { pacedReads } from '../pace/paced-reads.ts';
import { Pacer } from '../pace/pacer.ts';
import { partsOf, type PlanPart } from '../plan/plan-part.ts';
import type { Plan } from '../plan/plan.ts';
import type { AssociatePort } from '../plan/read-associations.ts';
import type { ReadPorts } from '../plan/read-keys.ts';
import { withRowKeys } from '../plan/row-keys.ts';
import { identityOf } from '../records/row-identity.ts';
import { announceAhead } from './announce-ahead.ts';
import { associateRows } from './associate-rows.ts';
import { examineCanary, splitCanary, type CanaryReport } from './canary.ts';
import { outcomeFromStart, type ResumedRun } from './resumed-run.ts';
import type { ImportJournal } from './importing/import-ports.ts';
import { makeImporter } from './importing/make-importer.ts';
import type { Importing } from './importing/part-importer.ts';
import { PlanProgress } from './plan-progress.ts';
import type { RunPorts } from './ports.ts';
import { recheckRecords } from './recheck-records.ts';
import { ReportThrottle } from './report-throttle.ts';
import type { RunOptions } from './run-options.ts';
import { runPart } from './run-part.ts';
import type { StopCause } from './run-state.ts';

export interface RunPlanPorts extends RunPorts {
  readonly associateRecords: AssociatePort;
  /** Shows what became of the first records; true goes on with the rest. Asked only where that is in doubt. */
  confirmCanary(report: CanaryReport): Promise<boolean>;
}

export interface RunPlanOptions extends Pick<
  RunOptions,
  'runId' | 'settings' | 'pacer' | 'isStopWanted' | 'isOurs'
> {
  /** Digest of the plan the admin confirmed. */
  readonly confirmedDigest: string;
  /** Where the run is noted as it goes on; absent: nowhere, and it cannot be taken up again. */
  readonly journal?: RunJournal;
  /** Of the run as it first began, where `runId` is that of a session that goes on with it. Keys of rows hold it. */
  readonly firstRunId?: string;
  /** Hands the plan's rows to HubSpot's imports, but for the first few and those that only batches can write. */
  readonly importing?: Importing;
  /** How far an earlier session had come with this very plan. */
  readonly resumed?: ResumedRun;
}

export interface RunJournal extends ImportJournal {
  /** Waited for before these rows are sent. */
  announce(slots: readonly number[]): Promise<void>;
  noteOutcomes(outcomes: readonly Outcome[]): void;
}

export type RanPlan =
  | { readonly kind: 'ran'; readonly outcomes: readonly Outcome[] }
  /** The plan is not the one that was confirmed: nothing was written. */
  | { readonly kind: 'refused'; readonly digest: string };

/**
 * Runs a confirmed plan and gives every row of it exactly one outcome, in the order of the rows. What the plan does not
 * write has its outcome from the start; the rest is written part by part, the first few records alone where the plan is
 * large (canary), and held against HubSpot again where the plan is old (law 7).
 */
export async function runPlan(plan: Plan, ports: RunPlanPorts, options: RunPlanOptions): Promise<RanPlan> {
  const digest = digestPlan(plan);
  if (digest !== options.confirmedDigest) return { kind: 'refused', digest };
  const run = new PlanRun(plan, ports, options);
  await run.toEnd();
  return { kind: 'ran', outcomes: run.outcomesInOrder() };
}

class PlanRun {
  private readonly outcomes = new Map<number, Outcome>();
  private stop: StopCause | null = null;
  private readonly startedAt: number;
  private readonly pacer: Pacer;
  private readonly reads: ReadPorts;
  private readonly reports: ReportThrottle;
  private readonly progress: PlanProgress;

  constructor(
    private readonly plan: Plan,
    private readonly ports: RunPlanPorts,
    private readonly options: RunPlanOptions,
  ) {
    this.startedAt = ports.now();
    this.pacer = options.pacer ?? new Pacer(ports, options.settings);
    this.reads = pacedReads(ports, this.pacer);
    this.reports = new ReportThrottle(ports);
    const { pacer, outcomes, reports } = this;
    const told = { now: () => ports.now(), report: reports.report.bind(reports) };
    this.progress = new PlanProgress({ ports: told, pacer, outcomes, rowCount: plan.rows.length });
    for (const row of plan.rows) {
      const outcome = outcomeFromStart(row, options.resumed);
      if (outcome !== null) this.outcomes.set(row.slot, outcome);
    }
  }

  async toEnd(): Promise<void> {
    const parts = partsOf(this.plan)
      .flatMap((part) => withRowKeys(part, this.options.firstRunId ?? this.options.runId))
      .map((part) => ({ ...part, toWrite: part.toWrite.filter(({ slot }) => !this.outcomes.has(slot)) }))
      .filter(({ toWrite }) => toWrite.length > 0);
    const split = this.options.resumed === undefined ? splitCanary(parts, this.options.settings) : null;
    if (split === null) await this.importParts(parts);
    else {
      await this.writeParts(split.first);
      if (this.stop === null) await this.examine(split);
      await this.importParts(split.rest);
    }
    await this.associate();
    this.reports.end();
  }

  /** Records that are there now are associated; each row's outcome is noted again, with what became of that. */
  private async associate(): Promise<void> {
    const { plan, ports, options, pacer } = this;
    const { journal, settings } = options;
    const only = options.resumed?.only;
    const ofThisRun = new Map([...this.outcomes].filter(([slot]) => only?.has(slot) !== false));
    await associateRows(plan, ofThisRun, {
      ports,
      pacer,
      workMs: settings.workMs,
      isStopWanted: () => this.stop !== null || options.isStopWanted(),
      onTurn: (wait) => {
        this.progress.reportNow({ phase: 'settling', wait });
      },
      onOutcome: (outcome) => {
        this.outcomes.set(outcome.slot, outcome);
        journal?.noteOutcomes([this.withOwnKey(outcome)]);
      },
    });
  }

  /** The key the admin knows a row by, also where it was written by its record id. */
  outcomesInOrder(): readonly Outcome[] {
    return this.plan.rows.flatMap((row) => {
      const outcome = this.outcomes.get(row.slot);
      return outcome === undefined ? [] : [{ ...outcome, ...identityOf(row) }];
    });
  }

  private withOwnKey(outcome: Outcome): Outcome {
    const row = this.plan.rows[outcome.slot];
    return row === undefined ? outcome : { ...outcome, ...identityOf(row) };
  }

  private async examine(split: NonNullable<ReturnType<typeof splitCanary>>): Promise<void> {
    const { ports, options, reads } = this;
    const slots = split.first.flatMap(({ toWrite }) => toWrite.map(({ slot }) => slot));
    const outcomes = slots.flatMap((slot) => this.outcomes.get(slot) ?? []);
    const report = await examineCanary(outcomes, { split, ports: reads, settings: options.settings });
    if (!report.needsConsent || (await ports.confirmCanary(report))) return;
    this.stop = { reason: 'stopped-after-canary', detail: '' };
  }

  /** Imports what it may and can, and writes the rest. */
  private async importParts(parts: readonly PlanPart[]): Promise<void> {
    const { options, ports, reads, progress } = this;
    const record = (outcome: Outcome): void => {
      this.outcomes.set(outcome.slot, outcome);
      options.journal?.noteOutcomes([this.withOwnKey(outcome)]);
    };
    const importer = makeImporter(options, { ports, reads, progress, record });
    if (importer === null) return this.writeParts(parts);
    for (const part of parts) {
      if (this.stop !== null) this.leaveOut(part, this.stop);
      else {
        const { rest, stop } = await importer.write(part);
        this.stop = stop;
        await this.writeParts(rest.toWrite.length === 0 ? [] : [rest]);
      }
    }
  }

  /** What stopped one part would stop the next one too. */
  private async writeParts(parts: readonly PlanPart[]): Promise<void> {
    for (const part of parts) {
      if (this.stop === null) await this.writePart(part);
      else this.leaveOut(part, this.stop);
    }
  }

  private leaveOut({ toWrite }: PlanPart, stop: StopCause): void {
    for (const record of toWrite) {
      this.outcomes.set(record.slot, { ...identityOf(record), kind: 'not-sent', ...stop });
    }
  }

  private async writePart(part: PlanPart): Promise<void> {
    const { ports, options, startedAt } = this;
    const counts = countOutcomes([...this.outcomes.values()]);
    const settledCount = this.outcomes.size;
    const partPorts: RunPorts = {
      writeRecords: (request) => ports.writeRecords(request),
      readRecords: (request) => ports.readRecords(request),
      sleep: (delayMs) => ports.sleep(delayMs),
      now: () => ports.now(),
      random: () => ports.random(),
      report: (progress) => {
        this.reports.report({
          ...progress,
          counts: addCounts(counts, progress.counts),
          settledCount: settledCount + progress.settledCount,
          totalCount: this.plan.rows.length,
          elapsedMs: ports.now() - startedAt,
        });
      },
    };
    const { journal, resumed, ...common } = options;
    const settled = new Set<number>();
    const { outcomes, stop } = await runPart(part, partPorts, {
      ...common,
      pacer: this.pacer,
      ...(journal === undefined
        ? {}
        : {
            announce: announceAhead(part.toWrite, (slots) =>
              // What has its outcome is not sent any more, and must not look as if it were.
              journal.announce(slots.filter((slot) => !settled.has(slot))),
            ),
          }),
      ...(resumed === undefined
        ? {}
        : { sentBefore: { slots: resumed.announced, firstSentAt: resumed.startedAt } }),
      onOutcome: (outcome) => {
        settled.add(outcome.slot);
        journal?.noteOutcomes([this.withOwnKey(outcome)]);
      },
      recheck: async (records) =>
        this.isTooOld() && part.hasRowKeys !== true
          ? recheckRecords(records, { part, ports: this.reads, workMs: options.settings.workMs })
          : { records, outcomes: [] },
    });
    for (const outcome of outcomes) this.outcomes.set(outcome.slot, outcome);
    this.stop = stop;
  }

  private isTooOld(): boolean {
    const { recheckAfterMs } = this.options.settings;
    // There is nothing it could be held against.
    if (this.plan.isUncompared === true) return false;
    // Who takes a run up again does not know how long it has been lying there.
    if (this.options.resumed !== undefined) return true;
    return recheckAfterMs !== null && this.ports.now() - this.plan.readAt >= recheckAfterMs;
  }
}
