import type { AnsweredBatch } from '../contract/batch-answer.ts';
import type { ResultRecord } from '../contract/batch-body.ts';
import type { EntryError, RequestError } from '../contract/hubspot-error.ts';
import type { RunTarget, SentRecord } from './attempt.ts';
import type { Outcome, UnknownReason } from './outcome.ts';
import { identityOf } from '../records/row-identity.ts';
import { isSince } from './clock.ts';
import { findExistingId, isConflict, readRejection, type Rejection } from './rejection.ts';
import { findUnassignedErrors, sortEvidence, type RowEvidence } from './row-evidence.ts';
import { describeWritten } from './written-record.ts';

/** A row the answer does not settle: reading the record will. */
export interface UnsettledRow {
  readonly sent: SentRecord;
  readonly because: UnknownReason;
  /** What HubSpot said without naming a row; shown when reading does not settle it either. */
  readonly hint: string;
  /** HubSpot's no to an attempt that came after a lost one: the outcome, unless the lost one was applied. */
  readonly refusedWith: EntryError | RequestError | null;
  /** Values HubSpot said it left out of a row it wrote. */
  readonly leftOut?: Rejection;
}

export interface SettledAnswer {
  readonly outcomes: readonly Outcome[];
  readonly unsettled: readonly UnsettledRow[];
}

/** Every row that was sent comes back once: with its outcome where the answer proves one, else as unsettled. */
export function settleAnswer(
  sent: readonly SentRecord[],
  answer: AnsweredBatch,
  target: RunTarget,
): SettledAnswer {
  const evidence = sortEvidence(sent, answer.body, target);
  const hint = findUnassignedErrors(sent, answer.body, target)
    .map(({ message }) => message)
    .join(' · ');
  const outcomes: Outcome[] = [];
  const unsettled: UnsettledRow[] = [];
  for (const [row, told] of evidence) {
    const outcome = outcomeOf(row, told, target);
    if (outcome) outcomes.push(outcome);
    else
      unsettled.push({ sent: row, because: whyUnsettled(told, answer), hint, refusedWith: refusalIn(told) });
  }
  return { outcomes, unsettled };
}

function whyUnsettled(told: RowEvidence, answer: AnsweredBatch): UnknownReason {
  const { status } = answer.body;
  if (told.kind === 'contradiction') return 'answer-contradicts-itself';
  if (told.kind === 'error') return 'answer-lost';
  return status === 'PENDING' || status === 'PROCESSING' ? 'still-processing' : 'answer-silent';
}

function refusalIn(told: RowEvidence): EntryError | null {
  return told.kind === 'error' ? told.error : null;
}

function outcomeOf(sent: SentRecord, told: RowEvidence, target: RunTarget): Outcome | null {
  switch (told.kind) {
    case 'result':
      return writtenOutcome(sent, told, target);
    case 'error':
      // A no after a lost answer says nothing about the lost attempt, and a conflict may be with its record.
      return sent.mayHaveBeenApplied ? null : rejectedOutcome(sent, told.error);
    case 'contradiction':
    case 'silence':
      return null;
  }
}

/** Created or updated, as the operation and HubSpot's `new` say. */
function writtenOutcome(
  sent: SentRecord,
  { result, matchedBy }: Extract<RowEvidence, { kind: 'result' }>,
  target: RunTarget,
): Outcome | null {
  const kind = kindOfWrite(sent, result, target);
  if (kind === null) return null;
  const isFromEarlierAttempt = kind === 'created' && result.new === false;
  const evidence = { from: 'answer', matchedBy, isFromEarlierAttempt } as const;
  const written = describeWritten({ sent, result, evidence }, target);
  return { ...identityOf({ ...sent.record }), kind, ...written };
}

function kindOfWrite(
  sent: SentRecord,
  result: ResultRecord,
  target: RunTarget,
): 'created' | 'updated' | null {
  switch (target.operation) {
    case 'create':
      return 'created';
    case 'update':
      return 'updated';
    case 'upsert':
      return kindOfUpsert(sent, result, target);
    case 'archive':
      return null;
  }
}

/** Without `new` the time of creation tells; without either, the result proves a write but not which. */
function kindOfUpsert(
  sent: SentRecord,
  result: ResultRecord,
  target: RunTarget,
): 'created' | 'updated' | null {
  if (result.new === true) return 'created';
  if (result.new === undefined && result.createdAt === undefined) return null;
  const mayBeOurs = result.new === undefined || sent.mayHaveBeenApplied;
  const isOurs = isSince(result.createdAt, sent.firstSentAt) && !target.claimedIds.has(result.id);
  return mayBeOurs && isOurs ? 'created' : 'updated';
}

/** HubSpot's no to this very row. */
export function rejectedOutcome(sent: SentRecord, error: EntryError | RequestError): Outcome {
  const identity = identityOf({ ...sent.record });
  const rejection = readRejection(error);
  if (isConflict(error))
    return { ...identity, kind: 'conflict', rejection, existingId: findExistingId(error) };
  return { ...identity, kind: 'rejected', rejection, recordId: null };
}
