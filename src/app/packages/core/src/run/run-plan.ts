import { NO_OUTCOMES, countOutcomes } from '../outcomes/count-outcomes.ts';
import type { OutcomeCounts } from '../outcomes/count-outcomes.ts';
import { OUTCOME_KINDS, type Outcome } from '../outcomes/outcome.ts';
import { digestPlan } from '../plan/digest-plan.ts';
import { partsOf, type PlanPart } from '../plan/plan-part.ts';
import type { Plan } from '../plan/plan.ts';
import { identityOf } from '../records/row-identity.ts';
import { examineCanary, splitCanary, type CanaryReport } from './canary.ts';
import { outcomeWithoutWrite } from './outcome-without-write.ts';
import type { RunPorts } from './ports.ts';
import { recheckRecords } from './recheck-records.ts';
import { runPart, type RunOptions } from './run-part.ts';
import type { StopCause } from './run-state.ts';

export interface RunPlanPorts extends RunPorts {
  /** Shows what became of the first records; true goes on with the rest. Asked only where that is in doubt. */
  confirmCanary(report: CanaryReport): Promise<boolean>;
}

export interface RunPlanOptions extends Omit<RunOptions, 'recheck'> {
  /** Digest of the plan the admin confirmed. */
  readonly confirmedDigest: string;
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

  constructor(
    private readonly plan: Plan,
    private readonly ports: RunPlanPorts,
    private readonly options: RunPlanOptions,
  ) {
    this.startedAt = ports.now();
    for (const row of plan.rows) {
      const outcome = outcomeWithoutWrite(row);
      if (outcome !== null) this.outcomes.set(row.slot, outcome);
    }
  }

  async toEnd(): Promise<void> {
    const parts = partsOf(this.plan);
    const split = splitCanary(parts, this.options.settings);
    if (split === null) {
      await this.writeParts(parts);
      return;
    }
    await this.writeParts(split.first);
    if (this.stop === null) await this.examine(split);
    await this.writeParts(split.rest);
  }

  /** The key the admin knows a row by, also where it was written by its record id. */
  outcomesInOrder(): readonly Outcome[] {
    return this.plan.rows.flatMap((row) => {
      const outcome = this.outcomes.get(row.slot);
      return outcome === undefined ? [] : [{ ...outcome, ...identityOf(row) }];
    });
  }

  private async examine(split: NonNullable<ReturnType<typeof splitCanary>>): Promise<void> {
    const { ports, options } = this;
    const slots = split.first.flatMap(({ toWrite }) => toWrite.map(({ slot }) => slot));
    const outcomes = slots.flatMap((slot) => this.outcomes.get(slot) ?? []);
    const report = await examineCanary(outcomes, { split, ports, settings: options.settings });
    if (!report.needsConsent || (await ports.confirmCanary(report))) return;
    this.stop = { reason: 'stopped-after-canary', detail: '' };
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
      report: (progress) => {
        ports.report({
          ...progress,
          counts: addCounts(counts, progress.counts),
          settledCount: settledCount + progress.settledCount,
          totalCount: this.plan.rows.length,
          elapsedMs: ports.now() - startedAt,
        });
      },
    };
    const { outcomes, stop } = await runPart(part, partPorts, {
      ...options,
      recheck: async (records) =>
        this.isTooOld()
          ? recheckRecords(records, { part, ports, workMs: options.settings.workMs })
          : { records, outcomes: [] },
    });
    for (const outcome of outcomes) this.outcomes.set(outcome.slot, outcome);
    this.stop = stop;
  }

  private isTooOld(): boolean {
    const { recheckAfterMs } = this.options.settings;
    return recheckAfterMs !== null && this.ports.now() - this.plan.readAt >= recheckAfterMs;
  }
}

function addCounts(one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts {
  const sum = { ...NO_OUTCOMES };
  for (const kind of OUTCOME_KINDS) sum[kind] = one[kind] + other[kind];
  return sum;
}
