import type { ApiVersion } from '../contract/api-version.ts';
import type { AssociateRecordsReply, AssociateRecordsRequest } from '../contract/associate-records.ts';
import type { FunctionAnswer } from '../contract/function-answer.ts';
import { MAX_PAIRS_PER_CALL } from '../contract/limits.ts';
import { makePacedCalls, type PacedTools, type PacedWork } from '../pace/paced-calls.ts';
import type { CallReport, Pause, Permit } from '../pace/pacer.ts';
import { reportOfAnswer } from '../pace/report-of-call.ts';
import type { AssociationQuestion } from './associations-to-read.ts';
import { cut } from './cut.ts';
import {
  associationReadingId,
  type AssociationReading,
  type AssociationReadings,
} from './held-associations.ts';
import type { ReadFailure, ReadOptions } from './read-keys.ts';

export type AssociatePort = (
  request: AssociateRecordsRequest,
) => Promise<FunctionAnswer<AssociateRecordsReply>>;

export interface ReadAssociationsTools extends PacedTools {
  readonly associateRecords: AssociatePort;
  readonly fromObjectType: string;
  readonly apiVersion: ApiVersion;
  readonly options: ReadOptions;
}

export interface ReadAssociations {
  /** One reading for every record asked about; what nobody answered is `unread`. */
  readonly readings: AssociationReadings;
  /** Why something could not be read; null where all was told. */
  readonly failure: ReadFailure | null;
}

/** Reads what records are associated with, type by type: what is refused for one may be told of another. */
export async function readAssociations(
  questions: readonly AssociationQuestion[],
  tools: ReadAssociationsTools,
): Promise<ReadAssociations> {
  const readings = new Map<string, AssociationReading>();
  let failure: ReadFailure | null = null;
  let askedBefore = 0;
  for (const question of questions) {
    const work = new AssociationReadWork(question, tools, askedBefore);
    await makePacedCalls(work, tools);
    for (const fromId of question.fromIds) {
      const id = associationReadingId(question.toObjectType, fromId);
      readings.set(id, work.readings.get(fromId) ?? { kind: 'unread' });
    }
    failure = work.failure ?? failure;
    askedBefore += question.fromIds.length;
  }
  return { readings, failure };
}

interface Piece {
  readonly fromIds: readonly string[];
  readonly losses: number;
  readonly notBeforeMs: number;
}

/** So often an answer may be lost before what was asked stays unread. */
const MAX_LOSSES = 3;
const FIRST_WAIT_MS = 1000;

class AssociationReadWork implements PacedWork {
  readonly readings = new Map<string, AssociationReading>();
  failure: ReadFailure | null = null;
  private isRefused = false;
  private queue: readonly Piece[];

  constructor(
    private readonly question: AssociationQuestion,
    private readonly tools: ReadAssociationsTools,
    private askedCount: number,
  ) {
    const pieces = cut(question.fromIds, MAX_PAIRS_PER_CALL);
    this.queue = pieces.map((fromIds) => ({ fromIds, losses: 0, notBeforeMs: 0 }));
  }

  wanted(): number {
    return this.nextPiece() === undefined ? 0 : 1;
  }

  nextWanted(): Pause | null {
    if (this.queue.length === 0) return null;
    return { reason: 'no-answer', untilMs: Math.min(...this.queue.map(({ notBeforeMs }) => notBeforeMs)) };
  }

  preparing(): readonly Promise<void>[] {
    return [];
  }

  isStopped(): boolean {
    return this.isRefused || this.tools.options.isStopWanted?.() === true;
  }

  onTurn(): void {}

  async call(permit: Permit): Promise<CallReport> {
    const piece = this.nextPiece();
    // Another call may have taken it while the pacer was asked.
    if (piece === undefined) return { kind: 'told', requests: [], unknownRequests: 0 };
    this.queue = this.queue.filter((each) => each !== piece);
    const { associateRecords, fromObjectType, apiVersion, options } = this.tools;
    const answer = await associateRecords({
      operation: 'read',
      apiVersion,
      fromObjectType,
      toObjectType: this.question.toObjectType,
      workMs: options.workMs,
      fromIds: [...piece.fromIds],
    });
    this.take(piece, answer);
    return reportOfAnswer(answer, permit, ({ result }) => result.requests);
  }

  private nextPiece(): Piece | undefined {
    const now = this.tools.ports.now();
    return this.queue.find(({ notBeforeMs }) => notBeforeMs <= now);
  }

  private take(piece: Piece, answer: FunctionAnswer<AssociateRecordsReply>): void {
    if (answer.kind === 'no-reply') this.takeLoss(piece, { kind: 'silent', message: answer.message });
    else if (answer.reply.ok) {
      const { result } = answer.reply;
      if (result.kind === 'read')
        for (const { fromId, isComplete, to } of result.records)
          this.readings.set(fromId, { kind: 'read', isComplete, to });
      this.report(piece);
    } else {
      const { error } = answer.reply;
      if (error.code === 'rate-limited')
        this.tools.pacer.pauseFor('rate-limit', error.retryAfterMs ?? FIRST_WAIT_MS);
      this.isRefused = !error.retryable;
      this.takeLoss(piece, { kind: 'said', error });
    }
  }

  private takeLoss({ fromIds, losses }: Piece, failure: ReadFailure): void {
    if (losses < MAX_LOSSES && !this.isRefused) {
      const notBeforeMs = this.tools.ports.now() + FIRST_WAIT_MS * 2 ** losses;
      this.queue = [...this.queue, { fromIds, losses: losses + 1, notBeforeMs }];
      return;
    }
    this.failure = failure;
    this.report({ fromIds });
  }

  private report({ fromIds }: Pick<Piece, 'fromIds'>): void {
    this.askedCount += fromIds.length;
    this.tools.options.report?.(this.askedCount);
  }
}
