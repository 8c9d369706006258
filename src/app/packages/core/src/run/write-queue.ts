import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { WriteRecordsReply, WriteRecordsRequest } from '../contract/write-records.ts';
import { makePacedCalls, type PacedWork } from '../pace/paced-calls.ts';
import type { CallReport, Pause, Permit } from '../pace/pacer.ts';
import { reportOfWrite } from '../pace/report-of-call.ts';
import { answerFor } from './answer-for.ts';
import { applyAnswer, type RunContext } from './apply-answer.ts';
import type { RunPorts } from './ports.ts';
import { needsPreparation, prepareItems, type Preparation } from './prepare-items.ts';
import type { RunOptions } from './run-options.ts';
import type { RunReporter } from './run-reporter.ts';
import { abandonItem } from './run-state.ts';
import { batchLimits } from './settings.ts';
import { isOutage } from './silence.ts';
import { countSilentCalls } from './silent-calls.ts';
import { chooseCall, nextDue } from './take-call.ts';
import { inputOf, stampItem, type WorkItem } from './work-item.ts';

/** What writing the queue needs to know. */
export interface QueueWriting extends Preparation {
  /** Unique per run, letters and digits: the beginning of every trace id. */
  readonly runId: string;
  readonly context: RunContext;
  readonly ports: Pick<RunPorts, 'writeRecords' | 'now' | 'sleep'>;
  readonly reporter: RunReporter;
  readonly isOurs?: RunOptions['isOurs'];
}

/** Sends the batches of the queue until none is left and every call has come back. */
export async function writeQueue(writing: QueueWriting): Promise<void> {
  const work = new QueueWork(writing);
  await makePacedCalls(work, { pacer: writing.context.pacer, ports: writing.ports });
  writing.reporter.wait = null;
}

/** So many groups of batches are made ready ahead of the calls that send them. */
const GROUPS_AHEAD = 4;

class QueueWork implements PacedWork {
  /** Batches that may be sent as they are; only where batches need preparing. */
  private ready: readonly WorkItem[] = [];
  private readonly inPreparation = new Set<Promise<void>>();
  private openCalls = 0;

  constructor(private readonly writing: QueueWriting) {}

  /** While HubSpot answers nobody, one batch at a time asks whether it does again. */
  wanted(mostPerCall: number): number {
    this.prepare(mostPerCall);
    const isSilent = isOutage(this.writing.context.state.silence);
    if (isSilent && this.openCalls > 0) return 0;
    return this.chooseItems(this.source, isSilent ? 1 : mostPerCall).length;
  }

  nextWanted(): Pause | null {
    const { context, ports } = this.writing;
    const item = nextDue(context.state.queue, ports.now());
    return item === null ? null : { reason: item.waitReason ?? 'no-answer', untilMs: item.notBefore };
  }

  preparing(): readonly Promise<void>[] {
    return [...this.inPreparation];
  }

  isStopped(): boolean {
    const { state, pacer } = this.writing.context;
    if (state.stop === null && this.writing.isStopWanted()) {
      const isDayOver = pacer.pause?.reason === 'daily-limit';
      state.stop = { reason: isDayOver ? 'daily-limit' : 'stopped', detail: '' };
    }
    if (state.stop === null) return false;
    for (const item of [...this.ready, ...state.queue, ...state.deferred]) {
      abandonItem(state, item, state.stop);
    }
    this.ready = [];
    state.queue = [];
    state.deferred = [];
    return true;
  }

  onTurn(wait: Pause | null): void {
    this.writing.reporter.wait = wait;
    this.writing.reporter.report();
  }

  async call(permit: Permit): Promise<CallReport> {
    const { context, ports, runId } = this.writing;
    const items = this.chooseItems(this.source, permit.requests);
    this.remove(items);
    const sentAt = ports.now();
    const batches = items.map((item, index) => ({
      batchId: `b${index}`,
      item,
      sent: stampItem(item, runId, sentAt),
    }));
    this.openCalls += 1;
    const { isOurs } = this.writing;
    const isTakenOver = isOurs !== undefined && !(await isOurs());
    if (isTakenOver) return this.giveUp(items);
    const answer = await ports.writeRecords(requestFor(batches, permit, context));
    this.openCalls -= 1;
    for (const { batchId, item, sent } of batches) {
      const reply = answerFor(batchId, answer, ports.now());
      if ('kind' in reply) applyAnswer({ item, sent }, reply, context);
      else {
        context.state.stop ??= reply;
        abandonItem(context.state, item, reply);
      }
    }
    const report = reportOfWrite(
      answer,
      batches.map(({ batchId }) => batchId),
    );
    this.stopIfUnreachable(answer, { report, permit });
    return report;
  }

  /** Another session goes on with the run: nothing of it may be sent from here any more. */
  private giveUp(items: readonly WorkItem[]): CallReport {
    const { state } = this.writing.context;
    this.openCalls -= 1;
    state.stop ??= { reason: 'taken-over', detail: '' };
    for (const item of items) abandonItem(state, item, state.stop);
    return { kind: 'told', requests: [], unknownRequests: 0 };
  }

  private stopIfUnreachable(
    answer: FunctionAnswer<WriteRecordsReply>,
    call: { readonly report: CallReport; readonly permit: Permit },
  ): void {
    const { state, settings } = this.writing.context;
    state.silentCalls = countSilentCalls(state.silentCalls, { ...call, nowMs: this.writing.ports.now() });
    if (state.silentCalls.count < settings.maxSilentCalls) return;
    state.stop ??= {
      reason: 'function-unreachable',
      detail: answer.kind === 'no-reply' ? answer.message : '',
    };
  }

  private get source(): readonly WorkItem[] {
    return needsPreparation(this.writing) ? this.ready : this.writing.context.state.queue;
  }

  private remove(items: readonly WorkItem[]): void {
    const { state } = this.writing.context;
    this.ready = this.ready.filter((item) => !items.includes(item));
    state.queue = state.queue.filter((item) => !items.includes(item));
  }

  /**
   * Preparing asks HubSpot too, and must not hold a permit meanwhile: with one call at a time it would wait for itself.
   */
  private prepare(batchesPerCall: number): void {
    if (!needsPreparation(this.writing)) return;
    const { state } = this.writing.context;
    while (this.inPreparation.size + Math.floor(this.ready.length / batchesPerCall) < GROUPS_AHEAD) {
      const items = this.chooseItems(state.queue, batchesPerCall);
      if (items.length === 0) return;
      this.remove(items);
      const prepared: Promise<void> = prepareItems(items, state, this.writing).then((open) => {
        this.ready = [...this.ready, ...open];
        this.inPreparation.delete(prepared);
      });
      this.inPreparation.add(prepared);
    }
  }

  private chooseItems(from: readonly WorkItem[], maxBatches: number): readonly WorkItem[] {
    const { context, ports } = this.writing;
    const { maxBytes } = batchLimits(context.settings);
    return chooseCall(from, { nowMs: ports.now(), maxBatches, maxBytes });
  }
}

function requestFor(
  batches: readonly { readonly batchId: string; readonly sent: ReturnType<typeof stampItem> }[],
  permit: Permit,
  { plan, settings }: RunContext,
): WriteRecordsRequest {
  return {
    operation: plan.operation,
    objectType: plan.objectType,
    apiVersion: plan.apiVersion,
    workMs: settings.workMs,
    maxRequests: permit.requests,
    batches: batches.map(({ batchId, sent }) => ({
      batchId,
      inputs: sent.map((row) => inputOf(row, plan)),
    })),
  };
}
