import type { BatchAnswer } from '../contract/batch-answer.ts';
import type { WriteRecordsReply, WriteRecordsRequest } from '../contract/write-records.ts';
import { makeWaves, type Wave } from '../batches/make-waves.ts';
import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';
import { answerFor } from './answer-for.ts';
import { applyAnswer, type RunContext, type SentBatch } from './apply-answer.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { RunPorts, RunProgress } from './ports.ts';
import type { RanPart, RunOptions } from './run-options.ts';
import { abandonItem, leaveUnsettled, recordOutcome, startState, type RunState } from './run-state.ts';
import { GONE_ON, sentOnce } from './sent-before.ts';
import { isOutage } from './silence.ts';
import { settleUnsettled } from './settle-unsettled.ts';
import { batchLimits } from './settings.ts';
import {
  inputOf,
  replaceFresh,
  stampItem,
  startItem,
  type PendingRecord,
  type WorkItem,
} from './work-item.ts';

/**
 * Writes the records of a part and gives every one exactly one outcome. Never rejects for what HubSpot or a function
 * does; a rejection is a bug.
 */
export async function runPart(plan: PlanPart, ports: RunPorts, options: RunOptions): Promise<RanPart> {
  const run = new Run(plan, ports, options);
  return run.toEnd();
}

class Run {
  private readonly state: RunState;
  private readonly context: RunContext;
  private readonly startedAt: number;
  private phase: RunProgress['phase'] = 'writing';
  private reportedAt = 0;

  constructor(
    private readonly plan: PlanPart,
    private readonly ports: RunPorts,
    private readonly options: RunOptions,
  ) {
    this.state = startState((outcome) => options.onOutcome?.(outcome));
    this.context = { state: this.state, plan, settings: options.settings, now: () => ports.now() };
    this.startedAt = ports.now();
  }

  async toEnd(): Promise<RanPart> {
    const { plan, state } = this;
    const { settings } = this.options;
    for (const wave of makeWaves(plan.toWrite, batchLimits(settings))) {
      this.enqueue(wave);
      await this.writeQueue();
      await this.settleWave();
    }
    this.report('always');
    const outcomes = [...state.outcomes.values()].sort((one, other) => one.slot - other.slot);
    return { outcomes, stop: state.stop };
  }

  /** What may have been sent before this run began is settled by reading, like a row whose answer was lost. */
  private enqueue(wave: Wave): void {
    const { sentBefore } = this.options;
    for (const records of wave) {
      const isOpen = (record: RecordToWrite): boolean => sentBefore?.slots.has(record.slot) !== true;
      const fresh = records.filter(isOpen);
      if (fresh.length > 0) this.state.queue.push(startItem(fresh));
      const lost = records.filter((record) => !isOpen(record));
      if (sentBefore !== undefined)
        leaveUnsettled(
          this.state,
          lost.map((record) => sentOnce(record, sentBefore)),
          GONE_ON,
        );
    }
  }

  /** Reading may prove rows unwritten, and repeated keys wait for the rest: both are written before the wave ends. */
  private async settleWave(): Promise<void> {
    const { state, plan, ports } = this;
    while (state.unsettled.length > 0 || state.queue.length > 0 || state.deferred.length > 0) {
      if (state.unsettled.length > 0) {
        this.phase = 'settling';
        this.report('always');
        await settleUnsettled(state, { plan, ports, settings: this.options.settings });
      } else if (state.queue.length === 0) {
        state.queue.push(...state.deferred.splice(0, 1));
      }
      this.phase = 'writing';
      await this.writeQueue();
    }
  }

  private async writeQueue(): Promise<void> {
    const { state, ports } = this;
    const inFlight = new Set<Promise<void>>();
    while (state.queue.length > 0 || inFlight.size > 0) {
      while (inFlight.size < (isOutage(state.silence) ? 1 : this.options.settings.callsInFlight)) {
        if (this.options.isStopWanted()) state.stop ??= { reason: 'stopped', detail: '' };
        if (state.stop !== null) this.abandonQueue(state.stop);
        const items = this.takeCall();
        if (items.length === 0) break;
        const call: Promise<void> = this.send(items).finally(() => inFlight.delete(call));
        inFlight.add(call);
      }
      this.report('sometimes');
      if (inFlight.size > 0) await Promise.race(inFlight);
      else if (state.queue.length > 0) await ports.sleep(Math.min(this.waitMs(), 250));
    }
  }

  private abandonQueue(cause: NonNullable<RunState['stop']>): void {
    for (const item of [...this.state.queue, ...this.state.deferred]) abandonItem(this.state, item, cause);
    this.state.queue = [];
    this.state.deferred = [];
  }

  /** Batches for one call: as many as are due and fit into its bytes. A single larger batch goes alone. */
  private takeCall(): readonly WorkItem[] {
    const { state } = this;
    const batchesPerCall = isOutage(state.silence) ? 1 : this.options.settings.batchesPerCall;
    const { maxBytes } = batchLimits(this.options.settings);
    const now = this.ports.now();
    if (state.pause !== null && state.pause.untilMs <= now) state.pause = null;
    if (state.pause !== null) return [];
    const taken: WorkItem[] = [];
    let bytes = 0;
    for (const item of state.queue) {
      if (taken.length >= batchesPerCall) break;
      if (item.notBefore > now) continue;
      if (taken.length > 0 && bytes + item.bytes > maxBytes) break;
      taken.push(item);
      bytes += item.bytes;
    }
    if (taken.length > 0) state.queue = state.queue.filter((item) => !taken.includes(item));
    return taken;
  }

  private waitMs(): number {
    const due = this.state.queue.map(({ notBefore }) => notBefore);
    const until = Math.max(this.state.pause?.untilMs ?? 0, Math.min(...due));
    return Math.max(until - this.ports.now(), 1);
  }

  private async send(taken: readonly WorkItem[]): Promise<void> {
    const { plan, state, ports } = this;
    const items =
      this.options.recheck === undefined ? taken : await this.recheck(taken, this.options.recheck);
    if (items.length === 0) return;
    if (this.options.announce !== undefined) {
      await this.options.announce(items.flatMap(({ pending }) => pending.map(({ record }) => record)));
    }
    const now = ports.now();
    const batches = items.map((item, index) => ({
      batchId: `b${index}`,
      item,
      sent: stampItem(item, this.options.runId, now),
    }));
    const request: WriteRecordsRequest = {
      operation: plan.operation,
      objectType: plan.objectType,
      apiVersion: plan.apiVersion,
      workMs: this.options.settings.workMs,
      batches: batches.map(({ batchId, sent }) => ({
        batchId,
        inputs: sent.map((row) => inputOf(row, plan)),
      })),
    };
    const answer = await ports.writeRecords(request);
    this.countSilence(answer);
    for (const batch of batches) this.apply(batch, answerFor(batch.batchId, answer, ports.now()));
    if (state.stop === null && state.silentCalls >= this.options.settings.maxSilentCalls) {
      state.stop = {
        reason: 'function-unreachable',
        detail: answer.kind === 'no-reply' ? answer.message : '',
      };
    }
  }

  /**
   * Looks again at what was never sent; a record sent before has its own way to be settled. A stop that was wanted
   * meanwhile is obeyed.
   */
  private async recheck(
    items: readonly WorkItem[],
    recheckFresh: NonNullable<RunOptions['recheck']>,
  ): Promise<readonly WorkItem[]> {
    const { sentBefore } = this.options;
    const isFresh = ({ attempts, record }: PendingRecord): boolean =>
      attempts === 0 || sentBefore?.slots.has(record.slot) === true;
    const fresh = items.flatMap(({ pending }) => pending).filter(isFresh);
    if (fresh.length === 0) return items;
    const { records, outcomes } = await recheckFresh(fresh.map(({ record }) => record));
    for (const outcome of outcomes) recordOutcome(this.state, outcome);
    const bySlot = new Map(records.map((record) => [record.slot, record]));
    const open = items.flatMap((item) => replaceFresh(item, bySlot, isFresh));
    if (this.options.isStopWanted()) this.state.stop ??= { reason: 'stopped', detail: '' };
    if (this.state.stop === null) return open;
    for (const item of open) abandonItem(this.state, item, this.state.stop);
    return [];
  }

  private apply(batch: SentBatch, answer: BatchAnswer | NonNullable<RunState['stop']>): void {
    if ('kind' in answer) {
      applyAnswer(batch, answer, this.context);
      return;
    }
    this.state.stop ??= answer;
    abandonItem(this.state, batch.item, answer);
  }

  /** A call that sent nothing at all counts as silent: a function that never gets round to it must not go on for ever. */
  private countSilence(answer: FunctionAnswer<WriteRecordsReply>): void {
    const cameToNothing =
      answer.kind === 'no-reply' ||
      (answer.reply.ok && answer.reply.batches.every((batch) => batch.answer.kind === 'not-sent'));
    this.state.silentCalls = cameToNothing ? this.state.silentCalls + 1 : 0;
  }

  /** At most four reports a second: each one is drawn. */
  private report(when: 'always' | 'sometimes'): void {
    const { state, plan, ports, phase } = this;
    const now = ports.now();
    if (when === 'sometimes' && now - this.reportedAt < 250) return;
    this.reportedAt = now;
    const wait =
      state.pause === null ? null : { reason: state.pause.reason, leftMs: state.pause.untilMs - now };
    ports.report({
      phase,
      counts: { ...state.counts },
      settledCount: state.outcomes.size,
      totalCount: plan.toWrite.length,
      elapsedMs: now - this.startedAt,
      wait,
    });
  }
}
