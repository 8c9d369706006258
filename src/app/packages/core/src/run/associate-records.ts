import type { AssociateRecordsReply, AssociateRecordsRequest } from '../contract/associate-records.ts';
import type { ApiVersion } from '../contract/api-version.ts';
import { MAX_PAIRS_PER_CALL } from '../contract/limits.ts';
import { outcomeOf, type AssociationOutcome, type SETTLED_KINDS } from '../outcomes/association-outcome.ts';
import {
  halve,
  settleCreated,
  stateByReading,
  type AssociationTask,
} from '../outcomes/settle-associations.ts';
import { makePacedCalls, type PacedTools, type PacedWork } from '../pace/paced-calls.ts';
import type { CallReport, Pause, Permit } from '../pace/pacer.ts';
import { reportOfAnswer } from '../pace/report-of-call.ts';
import { cut } from '../plan/cut.ts';
import type { AssociatePort } from '../plan/read-associations.ts';

export interface AssociateTools extends PacedTools {
  readonly associateRecords: AssociatePort;
  readonly fromObjectType: string;
  readonly apiVersion: ApiVersion;
  readonly workMs: number;
  isStopWanted(): boolean;
  onSettled(slot: number, outcome: AssociationOutcome): void;
  onTurn(wait: Pause | null): void;
}

interface Item {
  readonly kind: 'read' | 'create';
  readonly tasks: readonly AssociationTask[];
  /** How often the answer was lost so far. */
  readonly losses: number;
  readonly notBeforeMs: number;
}

/** So often an answer may be lost before an association is left unknown. */
const MAX_LOSSES = 5;
const FIRST_WAIT_MS = 1000;

/**
 * Makes associations and settles each: read first, so that what is there already is told apart; then made in batches;
 * after a lost answer read again, because associating is safe to repeat but saying so needs evidence (law 2).
 */
export async function associateRecords(
  tasks: readonly AssociationTask[],
  tools: AssociateTools,
): Promise<void> {
  await makePacedCalls(new AssociationWork(tasks, tools), tools);
}

class AssociationWork implements PacedWork {
  private queue: readonly Item[];

  constructor(
    tasks: readonly AssociationTask[],
    private readonly tools: AssociateTools,
  ) {
    const types = [...new Set(tasks.map(({ association }) => association.toObjectType))];
    this.queue = types.flatMap((type) => {
      const ofType = tasks.filter(({ association }) => association.toObjectType === type);
      return cut(ofType, MAX_PAIRS_PER_CALL).map((cutTasks): Item => ({
        kind: 'read',
        tasks: cutTasks,
        losses: 0,
        notBeforeMs: 0,
      }));
    });
  }

  wanted(): number {
    return this.queue.some(({ notBeforeMs }) => notBeforeMs <= this.tools.ports.now()) ? 1 : 0;
  }

  nextWanted(): Pause | null {
    if (this.queue.length === 0) return null;
    const untilMs = Math.min(...this.queue.map(({ notBeforeMs }) => notBeforeMs));
    return { reason: 'no-answer', untilMs };
  }

  preparing(): readonly Promise<void>[] {
    return [];
  }

  isStopped(): boolean {
    if (!this.tools.isStopWanted()) return false;
    const left = this.queue;
    this.queue = [];
    for (const { tasks } of left) this.giveUp(tasks, 'not-sent', '');
    return true;
  }

  onTurn(wait: Pause | null): void {
    this.tools.onTurn(wait);
  }

  async call(permit: Permit): Promise<CallReport> {
    const item = this.queue.find(({ notBeforeMs }) => notBeforeMs <= this.tools.ports.now());
    // Another call may have taken it while the pacer was asked.
    if (item === undefined) return { kind: 'told', requests: [], unknownRequests: 0 };
    this.queue = this.queue.filter((each) => each !== item);
    const answer = await this.tools.associateRecords(this.requestOf(item));
    if (answer.kind === 'no-reply') this.takeLoss(item, answer.message);
    else if (!answer.reply.ok) this.takeFailure(item, answer.reply);
    else this.takeResult(item, answer.reply.result);
    return reportOfAnswer(answer, permit, ({ result }) => result.requests);
  }

  private requestOf({ kind, tasks }: Item): AssociateRecordsRequest {
    const { apiVersion, fromObjectType, workMs } = this.tools;
    const toObjectType = tasks[0]?.association.toObjectType ?? '';
    const between = { apiVersion, fromObjectType, toObjectType, workMs };
    if (kind === 'read') {
      return { ...between, operation: 'read', fromIds: [...new Set(tasks.map(({ fromId }) => fromId))] };
    }
    const pairs = tasks.map(({ fromId, association: { toId, types } }) => ({ fromId, toId, types }));
    return { ...between, operation: 'create', pairs };
  }

  private takeResult(item: Item, result: Extract<AssociateRecordsReply, { ok: true }>['result']): void {
    switch (result.kind) {
      case 'read': {
        const told = item.tasks.map((task) => ({ task, state: stateByReading(task, result) }));
        const there = told.flatMap(({ task, state }) => (state === 'there' ? [task] : []));
        for (const task of there) {
          this.settle(task, task.wasSent || task.isOfNewRecord ? 'made' : 'already-there', '');
        }
        const toSend = told.flatMap(({ task, state }) => (state === 'there' ? [] : [task]));
        this.add({ ...item, kind: 'create', tasks: toSend });
        return;
      }
      case 'created': {
        const { made, failed, open } = settleCreated(item.tasks, result);
        for (const task of made) this.settle(task, 'made', '');
        for (const { task, reason } of failed) this.settle(task, 'failed', reason);
        if (open.length === item.tasks.length && open.length === 1) this.takeLoss(item, '');
        else for (const half of halve(open)) this.add({ ...item, tasks: half });
        return;
      }
      case 'types':
        this.takeLoss(item, result.kind);
    }
  }

  private takeFailure(item: Item, { error }: Extract<AssociateRecordsReply, { ok: false }>): void {
    if (error.code === 'rate-limited')
      this.tools.pacer.pauseFor('rate-limit', error.retryAfterMs ?? FIRST_WAIT_MS);
    if (error.retryable) this.takeLoss(item, error.message);
    else if (error.code === 'bad-request' && item.tasks.length > 1) {
      for (const half of halve(item.tasks)) this.add({ ...item, tasks: half });
    } else this.giveUp(item.tasks, 'failed', error.message);
  }

  private takeLoss(item: Item, reason: string): void {
    const losses = item.losses + 1;
    const tasks = item.tasks.map((task) => ({ ...task, wasSent: item.kind === 'create' || task.wasSent }));
    if (losses > MAX_LOSSES) {
      this.giveUp(tasks, 'not-sent', reason);
      return;
    }
    const notBeforeMs = this.tools.ports.now() + FIRST_WAIT_MS * 2 ** (losses - 1);
    this.add({ kind: 'read', tasks, losses, notBeforeMs });
  }

  private add(item: Item): void {
    if (item.tasks.length > 0) this.queue = [...this.queue, item];
  }

  /** What may have been sent is unknown, whatever else could be said. */
  private giveUp(tasks: readonly AssociationTask[], kind: 'failed' | 'not-sent', reason: string): void {
    for (const task of tasks) this.settle(task, task.wasSent ? 'unknown' : kind, reason);
  }

  private settle(task: AssociationTask, kind: (typeof SETTLED_KINDS)[number], reason: string): void {
    this.tools.onSettled(task.slot, outcomeOf(task.association, kind, reason));
  }
}
