import type { RecordToWrite } from '../plan/plan-part.ts';
import type { RunTarget, SentRecord } from '../outcomes/attempt.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { UnsettledRow } from '../outcomes/settle-answer.ts';
import { MODEL_PROPERTIES } from './model-plan.ts';

/** The moment every test record is first sent at. */
export const SENT_AT = Date.UTC(2026, 10, 22, 9);

/** A time stamp as HubSpot writes it, so many seconds after `SENT_AT`. */
export function stamp(secondsAfter: number): string {
  return new Date(SENT_AT + secondsAfter * 1000).toISOString();
}

export function makeRecord(slot: number, told: Partial<Omit<RecordToWrite, 'slot'>> = {}): RecordToWrite {
  return { slot, rowNumber: slot + 2, key: null, properties: {}, associations: [], ...told };
}

export interface SentSketch {
  readonly key?: string | null;
  readonly properties?: Readonly<Record<string, string>>;
  readonly mayHaveBeenApplied?: boolean;
}

/** A record of the first attempt with the trace id `t<slot>`. */
export function makeSent(slot: number, sketch: SentSketch = {}): SentRecord {
  const { key = null, properties = {}, mayHaveBeenApplied = false } = sketch;
  return {
    record: makeRecord(slot, { key, properties }),
    traceId: `t${String(slot)}`,
    attempt: 1,
    firstSentAt: SENT_AT,
    mayHaveBeenApplied,
  };
}

export function makeTarget(told: Partial<RunTarget> = {}): RunTarget {
  return {
    operation: 'upsert',
    objectType: 'contacts',
    apiVersion: '2026-03',
    keyProperty: 'email',
    properties: MODEL_PROPERTIES,
    claimedIds: new Set(),
    ...told,
  };
}

export function makeUnsettled(
  sent: SentRecord,
  told: Partial<Omit<UnsettledRow, 'sent'>> = {},
): UnsettledRow {
  return { sent, because: 'answer-lost', hint: 'HTTP 502', refusedWith: null, ...told };
}

/** One outcome of every kind, in the slots from 0. */
export function oneOfEach(): readonly Outcome[] {
  const at = (slot: number) => ({ slot, rowNumber: slot + 2, key: `k${String(slot)}@example.org` });
  const evidence = { from: 'answer', matchedBy: 'trace-id', isFromEarlierAttempt: false } as const;
  const written = {
    recordId: '7',
    url: null,
    evidence,
    differences: [],
    warnings: [],
    updatedAt: null,
    changedSince: [],
  };
  const rejection = { category: 'VALIDATION_ERROR', message: 'no', values: [], correlationId: null };
  return [
    { ...at(0), kind: 'created', ...written },
    { ...at(1), kind: 'updated', ...written },
    { ...at(2), kind: 'unchanged', ...written },
    { ...at(3), kind: 'archived', ...written },
    { ...at(4), kind: 'rejected', rejection, recordId: null },
    { ...at(5), kind: 'conflict', rejection, existingId: '8' },
    { ...at(6), kind: 'skipped', issues: [{ code: 'nothing-to-write' }] },
    { ...at(7), kind: 'not-sent', reason: 'stopped', detail: '' },
    { ...at(8), kind: 'unknown', reason: 'answer-lost', detail: '' },
  ];
}
