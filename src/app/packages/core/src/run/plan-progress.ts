import { countOutcomes } from '../outcomes/count-outcomes.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Pacer, Pause } from '../pace/pacer.ts';
import type { RunPorts, RunProgress } from './ports.ts';

interface ReportedPlan {
  readonly ports: Pick<RunPorts, 'now' | 'report'>;
  readonly pacer: Pacer;
  /** By slot; grows as the run goes on. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly rowCount: number;
}

interface Told extends Pick<RunProgress, 'phase' | 'imports'> {
  readonly wait?: Pause | null;
}

/** Counting all outcomes of a large run for every one of them would take longer than the run. */
const LEAST_MS_BETWEEN = 500;

/** Tells how a whole plan stands while something else than its batches is at work. */
export class PlanProgress {
  private readonly startedAt: number;
  private reportedAt = -Infinity;

  constructor(private readonly plan: ReportedPlan) {
    this.startedAt = plan.ports.now();
  }

  report(told: Told): void {
    if (this.plan.ports.now() - this.reportedAt >= LEAST_MS_BETWEEN) this.reportNow(told);
  }

  reportNow({ wait = null, ...told }: Told): void {
    const { ports, pacer, outcomes, rowCount } = this.plan;
    const nowMs = ports.now();
    this.reportedAt = nowMs;
    ports.report({
      counts: countOutcomes([...outcomes.values()]),
      settledCount: outcomes.size,
      totalCount: rowCount,
      elapsedMs: nowMs - this.startedAt,
      wait: wait === null ? null : { ...wait, leftMs: Math.max(0, wait.untilMs - nowMs) },
      company: pacer.company,
      ...told,
    });
  }
}
