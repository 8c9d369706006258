import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import type { WriteInput } from '../contract/write-records.ts';
import type { SentRecord } from '../outcomes/attempt.ts';
import type { PlanPart, RecordToWrite } from '../plan/plan-part.ts';
import { sizeOf } from '../batches/make-waves.ts';
import type { WaitReason } from '../pace/wait-reason.ts';

/** A record waiting to be sent, with what earlier attempts left behind. */
export interface PendingRecord {
  readonly record: RecordToWrite;
  readonly attempts: number;
  readonly firstSentAt: number | null;
  readonly mayHaveBeenApplied: boolean;
}

/** A batch waiting to be sent. */
export interface WorkItem {
  readonly pending: readonly PendingRecord[];
  readonly unanswered: number;
  readonly refusals: number;
  /** Not to be sent before this moment. */
  readonly notBefore: number;
  /** Why not before. */
  readonly waitReason: WaitReason | null;
  readonly bytes: number;
}

export function startItem(records: readonly RecordToWrite[]): WorkItem {
  const pending = records.map((record) => ({
    record,
    attempts: 0,
    firstSentAt: null,
    mayHaveBeenApplied: false,
  }));
  return makeItem(pending);
}

export function makeItem(pending: readonly PendingRecord[]): WorkItem {
  const bytes = pending.reduce((sum, { record }) => sum + sizeOf(record), 0);
  return { pending, unanswered: 0, refusals: 0, notBefore: 0, waitReason: null, bytes };
}

/** The batch with its fresh records as they are now, by slot; those without one are left out. No batch: nothing is left. */
export function replaceFresh(
  item: WorkItem,
  bySlot: ReadonlyMap<number, RecordToWrite>,
  isFresh: (pending: PendingRecord) => boolean,
): readonly WorkItem[] {
  const pending = item.pending.flatMap((each) => {
    if (!isFresh(each)) return [each];
    const record = bySlot.get(each.record.slot);
    return record === undefined ? [] : [{ ...each, record }];
  });
  return pending.length === 0 ? [] : [{ ...item, pending, bytes: makeItem(pending).bytes }];
}

/** The batch as it leaves: every record has a trace id that no other record or attempt of the run has. */
export function stampItem(item: WorkItem, runId: string, nowMs: number): readonly SentRecord[] {
  return item.pending.map(({ record, attempts, firstSentAt, mayHaveBeenApplied }) => ({
    record,
    traceId: `${runId}-${record.slot}-${attempts + 1}`,
    attempt: attempts + 1,
    firstSentAt: firstSentAt ?? nowMs,
    mayHaveBeenApplied,
  }));
}

/** The records of a batch that was sent, ready to be sent again. */
export function pendingAgain(
  sent: readonly SentRecord[],
  mayHaveBeenApplied: boolean,
): readonly PendingRecord[] {
  return sent.map((row) => ({
    record: row.record,
    attempts: row.attempt,
    firstSentAt: row.firstSentAt,
    mayHaveBeenApplied: row.mayHaveBeenApplied || mayHaveBeenApplied,
  }));
}

/** Two halves, each to be sent on its own: a culprit is found in at most seven steps of a hundred. */
export function splitPending(pending: readonly PendingRecord[]): readonly WorkItem[] {
  const middle = Math.ceil(pending.length / 2);
  return [makeItem(pending.slice(0, middle)), makeItem(pending.slice(middle))];
}

/** What HubSpot gets of a record for the plan's operation. */
export function inputOf({ record, traceId }: SentRecord, plan: PlanPart): WriteInput {
  const { operation, keyProperty } = plan;
  const input: WriteInput = { objectWriteTraceId: traceId, properties: { ...record.properties } };
  if (operation === 'create') {
    return record.associations.length > 0 ? { ...input, associations: [...record.associations] } : input;
  }
  const id = record.key ?? '';
  if (operation === 'archive') return { objectWriteTraceId: traceId, id, properties: {} };
  if (keyProperty === null || keyProperty === RECORD_ID_PROPERTY) return { ...input, id };
  return { ...input, id, idProperty: keyProperty };
}
