import { makeWaves, type Wave } from '../batches/make-waves.ts';
import { pacedReads } from '../pace/paced-reads.ts';
import { Pacer } from '../pace/pacer.ts';
import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';
import type { ReadPorts } from '../plan/read-keys.ts';
import type { RunContext } from './apply-answer.ts';
import type { RunPorts } from './ports.ts';
import type { RanPart, RunOptions } from './run-options.ts';
import { RunReporter } from './run-reporter.ts';
import { leaveUnsettled, startState } from './run-state.ts';
import { GONE_ON, sentOnce } from './sent-before.ts';
import { settleUnsettled } from './settle-unsettled.ts';
import { batchLimits } from './settings.ts';
import { startItem } from './work-item.ts';
import { writeQueue, type QueueWriting } from './write-queue.ts';

/**
 * Writes the records of a part and gives every one exactly one outcome. Never rejects for what HubSpot or a function
 * does; a rejection is a bug.
 */
export async function runPart(plan: PlanPart, ports: RunPorts, options: RunOptions): Promise<RanPart> {
  const run = new Run(plan, ports, options);
  return run.toEnd();
}

class Run {
  private readonly context: RunContext;
  private readonly reporter: RunReporter;
  private readonly writing: QueueWriting;
  private readonly reads: ReadPorts;

  constructor(
    plan: PlanPart,
    ports: RunPorts,
    private readonly options: RunOptions,
  ) {
    const { settings, pacer = new Pacer(ports, settings), ...rest } = options;
    const state = startState((outcome) => options.onOutcome?.(outcome));
    this.context = { state, plan, settings, pacer, now: () => ports.now() };
    this.reporter = new RunReporter({ ...this.context, ports });
    this.writing = { ...rest, context: this.context, ports, reporter: this.reporter };
    this.reads = pacedReads(ports, pacer, (wait) => {
      this.reporter.wait = wait;
      this.reporter.report();
    });
  }

  async toEnd(): Promise<RanPart> {
    const { plan, state, settings } = this.context;
    for (const wave of makeWaves(plan.toWrite, batchLimits(settings))) {
      this.enqueue(wave);
      await writeQueue(this.writing);
      await this.settleWave();
    }
    this.reporter.report();
    const outcomes = [...state.outcomes.values()].sort((one, other) => one.slot - other.slot);
    return { outcomes, stop: state.stop };
  }

  /** What may have been sent before this run began is settled by reading, like a row whose answer was lost. */
  private enqueue(wave: Wave): void {
    const { state } = this.context;
    const { sentBefore } = this.options;
    for (const records of wave) {
      const isOpen = (record: RecordToWrite): boolean => sentBefore?.slots.has(record.slot) !== true;
      const fresh = records.filter(isOpen);
      if (fresh.length > 0) state.queue.push(startItem(fresh));
      const lost = records.filter((record) => !isOpen(record));
      if (sentBefore !== undefined)
        leaveUnsettled(
          state,
          lost.map((record) => sentOnce(record, sentBefore)),
          GONE_ON,
        );
    }
  }

  /** Reading may prove rows unwritten, and repeated keys wait for the rest: both are written before the wave ends. */
  private async settleWave(): Promise<void> {
    const { context, reporter, reads } = this;
    const { state, plan, settings } = context;
    while (state.unsettled.length > 0 || state.queue.length > 0 || state.deferred.length > 0) {
      if (state.unsettled.length > 0) {
        reporter.phase = 'settling';
        reporter.report();
        await settleUnsettled(state, { plan, ports: reads, settings });
        reporter.wait = null;
      } else if (state.queue.length === 0) {
        state.queue.push(...state.deferred.splice(0, 1));
      }
      reporter.phase = 'writing';
      await writeQueue(this.writing);
    }
  }
}
