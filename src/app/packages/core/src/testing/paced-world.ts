import type { BatchAnswer, RequestReport } from '../contract/batch-answer.ts';
import type { ReadRecordsReply, ReadRecordsRequest } from '../contract/read-records.ts';
import type { WriteInput, WriteRecordsReply, WriteRecordsRequest } from '../contract/write-records.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import type { RunPorts, RunProgress } from '../run/ports.ts';
import { makeRequestError, makeResult } from './bodies.ts';
import type { ModelWindow } from './model-window.ts';
import type { VirtualTime } from './virtual-time.ts';

type Range = readonly [fromMs: number, toMs: number];

/** How long things take, each time anew by chance. */
export interface WorldTimes {
  /** From the card's call to the function's first request. */
  readonly inboundMs: Range;
  /** From a request's sending to its arrival at HubSpot. */
  readonly pathMs: Range;
  readonly answerMs: Range;
  /** From the function's end to the card. */
  readonly outboundMs: Range;
  /** What a new instance of a function takes longer; [0, 0] for none. */
  readonly coldStartMs: Range;
}

export interface WorldOptions {
  readonly time: VirtualTime;
  readonly window: ModelWindow;
  readonly times: WorldTimes;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Function calls that may run at once; more are rejected. */
  readonly maxInstances?: number;
}

/** A function call that ended. */
export interface EndedCall {
  readonly requests: number;
  /** From the first request to the last answer. */
  readonly workMs: number;
}

const REFUSAL_MS = 30;
/** What a function costs beside waiting for HubSpot. */
const OWN_WORK_MS = 20;

/** HubSpot's window, functions and a network that all take their time: where pacing is tried. */
export class PacedWorld {
  readonly calls: EndedCall[] = [];
  private warm = 0;
  private running = 0;
  private recordCount = 0;

  constructor(readonly options: WorldOptions) {}

  /** The ports of one card. Its functions' clock is off by `skewMs`. */
  ports(told: { readonly skewMs: number; readonly report?: (progress: RunProgress) => void }): RunPorts {
    const { time, random } = this.options;
    return {
      now: () => time.now(),
      sleep: (delayMs) => time.sleep(delayMs),
      random,
      report: told.report ?? (() => undefined),
      writeRecords: (request) => this.callFunction(() => this.answerWrite(request, told.skewMs)),
      readRecords: (request) => this.callFunction(() => this.answerRead(request, told.skewMs)),
    };
  }

  /** One HubSpot request from anywhere; says whether it was admitted. */
  async send(skewMs: number): Promise<RequestReport> {
    const { time, times, window } = this.options;
    const sentAt = time.now() + skewMs;
    await time.sleep(this.within(times.pathMs));
    const { isAdmitted, rate } = window.arrive(time.now());
    await time.sleep(isAdmitted ? this.within(times.answerMs) : REFUSAL_MS);
    return { sentAt, receivedAt: time.now() + skewMs, status: isAdmitted ? 200 : 429, rate };
  }

  get executionMs(): number {
    return this.calls.reduce((sum, { workMs }) => sum + workMs + OWN_WORK_MS, 0);
  }

  within([fromMs, toMs]: Range): number {
    return fromMs + this.options.random() * (toMs - fromMs);
  }

  private async callFunction<Reply>(
    work: () => Promise<{ readonly reply: Reply; readonly requests: number }>,
  ): Promise<FunctionAnswer<Reply>> {
    const { time, times, maxInstances = Infinity } = this.options;
    if (this.running >= maxInstances) {
      await time.sleep(this.within(times.outboundMs));
      return { kind: 'no-reply', message: 'too many function calls at once' };
    }
    this.running += 1;
    const isCold = this.warm === 0;
    if (!isCold) this.warm -= 1;
    await time.sleep(this.within(times.inboundMs) + (isCold ? this.within(times.coldStartMs) : 0));
    const startedAt = time.now();
    const { reply, requests } = await work();
    this.calls.push({ requests, workMs: time.now() - startedAt });
    this.running -= 1;
    this.warm += 1;
    await time.sleep(this.within(times.outboundMs));
    return { kind: 'reply', reply };
  }

  private async answerWrite(request: WriteRecordsRequest, skewMs: number) {
    const sent = request.batches.slice(0, request.maxRequests);
    const answers = await Promise.all(sent.map(({ inputs }) => this.answerBatch(inputs, skewMs)));
    const reply: WriteRecordsReply = {
      ok: true,
      batches: request.batches.map(({ batchId }, index) => ({
        batchId,
        answer: answers[index] ?? { kind: 'not-sent', reason: 'allowance' },
      })),
    };
    return { reply, requests: sent.length };
  }

  private async answerBatch(inputs: readonly WriteInput[], skewMs: number): Promise<BatchAnswer> {
    const { status = 200, ...when } = await this.send(skewMs);
    if (status === 429) return { kind: 'refused', status, error: makeRequestError({}), ...when };
    const results = inputs.map((input) => this.createRecord(input));
    return { kind: 'answered', status, body: { status: 'COMPLETE', results, errors: [] }, ...when };
  }

  private createRecord({ objectWriteTraceId, properties }: WriteInput) {
    this.recordCount += 1;
    return makeResult(String(this.recordCount), {
      properties,
      objectWriteTraceId,
      new: true,
      createdAt: new Date(this.options.time.now()).toISOString(),
    });
  }

  private async answerRead({ ids, maxRequests }: ReadRecordsRequest, skewMs: number) {
    const chunks = Math.min(maxRequests, Math.ceil(ids.length / 100));
    const requests = await Promise.all(Array.from({ length: chunks }, () => this.send(skewMs)));
    const isRead = (index: number): boolean => requests[Math.floor(index / 100)]?.status === 200;
    const reply: ReadRecordsReply = {
      ok: true,
      records: [],
      missingIds: ids.filter((_, index) => isRead(index)),
      unreadIds: ids.filter((_, index) => !isRead(index)),
      requests,
    };
    return { reply, requests: chunks };
  }
}
