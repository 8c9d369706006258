import type { PlanPart } from '../plan/plan-part.ts';
import type { Pacer, Pause } from '../pace/pacer.ts';
import type { RunPorts, RunProgress } from './ports.ts';
import type { RunState } from './run-state.ts';

/** Waits that are over sooner are not worth a sentence: it would flicker. */
const SHORTEST_TOLD_WAIT_MS = 1000;

export interface ReportedRun {
  readonly plan: PlanPart;
  readonly state: RunState;
  readonly pacer: Pacer;
  readonly ports: Pick<RunPorts, 'now' | 'report'>;
}

/** Tells how far a part of a run is, whenever there may be news. */
export class RunReporter {
  phase: RunProgress['phase'] = 'writing';
  /** Why nothing can be sent, as it was last known. */
  wait: Pause | null = null;
  private readonly startedAt: number;

  constructor(private readonly run: ReportedRun) {
    this.startedAt = run.ports.now();
  }

  report(): void {
    const { plan, state, pacer, ports } = this.run;
    const now = ports.now();
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
