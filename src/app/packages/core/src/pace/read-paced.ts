import type { FunctionAnswer } from '../contract/function-answer.ts';
import {
  MAX_IDS_PER_READ,
  MAX_INPUTS_PER_BATCH,
  MAX_INPUTS_WITH_HISTORY,
  MAX_NAMES_PER_SEARCH,
} from '../contract/limits.ts';
import type { ReadRecordsQuestion, ReadRecordsReply, ReadRecordsRequest } from '../contract/read-records.ts';
import { makePacedCalls, type PacedTools, type PacedWork } from './paced-calls.ts';
import type { CallReport, Pacer, Pause, Permit } from './pacer.ts';
import { reportOfRead } from './report-of-call.ts';

/** A port of reading as everybody but the pacer uses it. */
export type PacedRead = (question: ReadRecordsQuestion) => Promise<FunctionAnswer<ReadRecordsReply>>;

export interface ReadTools {
  readonly pacer: Pacer;
  readonly ports: PacedTools['ports'] & {
    readRecords(request: ReadRecordsRequest): Promise<FunctionAnswer<ReadRecordsReply>>;
  };
  /** Called when calls came back or a wait goes on: why nothing is sent, or null. */
  readonly onTurn?: (wait: Pause | null) => void;
}

/**
 * Reads records as the read function does, in as many calls as the pacer permits. Every id asked for is found in
 * `records`, or is in `missingIds` or `unreadIds`; a failure only where no call brought anything. Repeats nothing.
 */
export async function readPaced(
  question: ReadRecordsQuestion,
  tools: ReadTools,
): Promise<FunctionAnswer<ReadRecordsReply>> {
  const work = new ReadWork(question, tools);
  await makePacedCalls(work, tools);
  return work.toAnswer();
}

class ReadWork implements PacedWork {
  private open: readonly string[];
  private readonly replies: Extract<ReadRecordsReply, { ok: true }>[] = [];
  private readonly lostIds: string[] = [];
  private failure: FunctionAnswer<ReadRecordsReply> | null = null;
  private readonly idsPerRequest: number;

  constructor(
    private readonly question: ReadRecordsQuestion,
    private readonly tools: ReadTools,
  ) {
    this.open = [...new Set(question.ids)];
    const hasHistory = (question.propertiesWithHistory ?? []).length > 0;
    if (question.bySearch === true) this.idsPerRequest = MAX_NAMES_PER_SEARCH;
    else this.idsPerRequest = hasHistory ? MAX_INPUTS_WITH_HISTORY : MAX_INPUTS_PER_BATCH;
  }

  wanted(mostPerCall: number): number {
    const most = Math.min(mostPerCall, Math.floor(MAX_IDS_PER_READ / this.idsPerRequest));
    return Math.min(most, Math.ceil(this.open.length / this.idsPerRequest));
  }

  nextWanted(): null {
    return null;
  }

  preparing(): readonly Promise<void>[] {
    return [];
  }

  /** A failure that would meet every other call alike is met once. */
  isStopped(): boolean {
    const { failure } = this;
    return failure?.kind === 'reply' && !failure.reply.ok && !failure.reply.error.retryable;
  }

  onTurn(wait: Pause | null): void {
    this.tools.onTurn?.(wait);
  }

  async call(permit: Permit): Promise<CallReport> {
    const { requests } = permit;
    const ids = this.open.slice(0, requests * this.idsPerRequest);
    this.open = this.open.slice(ids.length);
    const answer = await this.tools.ports.readRecords({
      ...this.question,
      ids: [...ids],
      maxRequests: requests,
    });
    this.take(answer, ids);
    return reportOfRead(answer, permit);
  }

  toAnswer(): FunctionAnswer<ReadRecordsReply> {
    const { replies, failure } = this;
    if (replies.length === 0 && failure !== null) return failure;
    return {
      kind: 'reply',
      reply: {
        ok: true,
        records: replies.flatMap(({ records }) => records),
        missingIds: replies.flatMap(({ missingIds }) => missingIds),
        unreadIds: [...replies.flatMap(({ unreadIds }) => unreadIds), ...this.lostIds, ...this.open],
        requests: replies.flatMap(({ requests }) => requests),
      },
    };
  }

  private take(answer: FunctionAnswer<ReadRecordsReply>, ids: readonly string[]): void {
    if (answer.kind === 'reply' && answer.reply.ok) {
      this.replies.push(answer.reply);
      return;
    }
    this.lostIds.push(...ids);
    this.failure ??= answer;
    if (answer.kind === 'no-reply' || answer.reply.ok) return;
    const { error } = answer.reply;
    if (error.code === 'rate-limited') {
      this.tools.pacer.pauseFor('rate-limit', error.retryAfterMs ?? RATE_PAUSE_MS);
    }
  }
}

/** Reads are repeated by who needs them, after a wait of their own. */
const RATE_PAUSE_MS = 1000;
