import type { PlanPart } from '../plan/plan-part.ts';
import type { Pacer, Pause } from '../pace/pacer.ts';
import type { RunPorts, RunProgress } from './ports.ts';
import type { RunState } from './run-state.ts';

/** Each report is drawn, and a card that draws more often than this gets slow (HubSpot's host, measured). */
const LEAST_MS_BETWEEN = 250;

/** Waits that are over sooner are not worth a sentence: it would flicker. */
const SHORTEST_TOLD_WAIT_MS = 1000;

export interface ReportedRun {
  readonly plan: PlanPart;
  readonly state: RunState;
  readonly pacer: Pacer;
  readonly ports: Pick<RunPorts, 'now' | 'report'>;
}

/** Tells the progress of a run, at most four times a second. */
export class RunReporter {
  phase: RunProgress['phase'] = 'writing';
  /** Why nothing can be sent, as it was last known. */
  wait: Pause | null = null;
  private readonly startedAt: number;
  private reportedAt = -Infinity;

  constructor(private readonly run: ReportedRun) {
    this.startedAt = run.ports.now();
  }

  report(): void {
    if (this.run.ports.now() - this.reportedAt >= LEAST_MS_BETWEEN) this.reportNow();
  }

  /** For the end of a run, which must not be left out. */
  reportNow(): void {
    const { plan, state, pacer, ports } = this.run;
    const now = ports.now();
    this.reportedAt = now;
    ports.report({
      phase: this.phase,
      counts: { ...state.counts },
      settledCount: state.outcomes.size,
      totalCount: plan.toWrite.length,
      elapsedMs: now - this.startedAt,
      wait: waitOf(this.wait, now),
      company: pacer.company,
    });
  }
}

function waitOf(wait: Pause | null, now: number): RunProgress['wait'] {
  if (wait === null) return null;
  const leftMs = wait.untilMs - now;
  const isPace = wait.reason === 'window-full' || wait.reason === 'window-shared';
  return leftMs > (isPace ? SHORTEST_TOLD_WAIT_MS : 0) ? { ...wait, leftMs } : null;
}
