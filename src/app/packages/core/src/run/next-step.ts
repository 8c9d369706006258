import type { BatchAnswer, RefusedBatch, UnansweredBatch } from '../contract/batch-answer.ts';
import { UNREACHED_STATUSES } from '../contract/batch-answer.ts';
import type { RequestError } from '../contract/hubspot-error.ts';
import type { Operation } from '../contract/operation.ts';
import type { NotSentReason } from '../outcomes/outcome.ts';
import type { WaitReason } from '../pace/wait-reason.ts';

/** What to do with a batch after an answer. Decided here, obeyed by the run. */
export type NextStep =
  | { readonly kind: 'settle' }
  | { readonly kind: 'read-back' }
  | {
      readonly kind: 'resend';
      readonly delayMs: number;
      readonly reason: WaitReason | null;
      /** The whole run waits, not only this batch: the cause is the portal, not the batch. */
      readonly pausesRun: boolean;
      readonly mayHaveBeenApplied: boolean;
    }
  /** The portal's requests of the day are used up; the batch is sent when the next day has begun. */
  | { readonly kind: 'wait-for-day' }
  | { readonly kind: 'split' }
  /** HubSpot met an id twice in the batch: the repetitions are sent after the rest. */
  | { readonly kind: 'defer-repeated'; readonly ids: readonly string[] }
  | { readonly kind: 'reject'; readonly error: RequestError }
  | { readonly kind: 'stop'; readonly reason: NotSentReason; readonly detail: string };

export interface BatchHistory {
  readonly operation: Operation;
  readonly recordCount: number;
  /** How often the batch was sent without an answer, this time included. */
  readonly attempts: number;
  /** How often it was refused for the portal's sake (429, 423, 477), this time included. */
  readonly refusals: number;
  readonly maxAttempts: number;
  readonly maxRefusals: number;
}

/** The next step for a batch; a pure function of what is known. */
export function nextStep(answer: BatchAnswer, history: BatchHistory): NextStep {
  switch (answer.kind) {
    case 'answered':
      return { kind: 'settle' };
    case 'accepted':
      return { kind: 'read-back' };
    case 'not-sent':
      return { kind: 'resend', delayMs: 0, reason: null, pausesRun: false, mayHaveBeenApplied: false };
    case 'no-answer':
      return afterSilence(answer, history);
    case 'refused':
      return afterRefusal(answer, history);
  }
}

const LONGEST_WAIT_MS = 60_000;
const TEN_SECONDS_MS = 10_000;

/** A lost answer to a create may hide written records, so it is never sent again blindly (law 4). */
function afterSilence(answer: UnansweredBatch, history: BatchHistory): NextStep {
  if (history.operation === 'create' || history.attempts >= history.maxAttempts) return { kind: 'read-back' };
  return {
    kind: 'resend',
    delayMs: Math.min(answer.retryAfterMs ?? 1000 * 2 ** (history.attempts - 1), LONGEST_WAIT_MS),
    reason: 'no-answer',
    pausesRun: false,
    mayHaveBeenApplied: true,
  };
}

function afterRefusal(answer: RefusedBatch, history: BatchHistory): NextStep {
  const { status, error } = answer;
  if (status === 401) return { kind: 'stop', reason: 'invalid-token', detail: error.message };
  if (status === 403) return stopForPermission(error);
  if (status === 404 || status === 405)
    return { kind: 'stop', reason: 'unknown-object-type', detail: error.message };
  if (status === 429 || status === 423 || status === 477) return afterBusyPortal(answer, history);
  if (UNREACHED_STATUSES.includes(status)) return afterUnreachedPortal(answer, history);
  if (status === 415) return { kind: 'stop', reason: 'not-understood', detail: error.message };
  if (status === 400) {
    const stop = stopForRequest(error);
    if (stop) return stop;
    const repeated = repeatedIds(error);
    if (repeated.length > 0 && history.recordCount > 1) return { kind: 'defer-repeated', ids: repeated };
  }
  return history.recordCount > 1 ? { kind: 'split' } : { kind: 'reject', error };
}

function stopForPermission(error: RequestError): NextStep {
  const isScope = error.category === 'MISSING_SCOPES';
  const scopes = [error, ...error.errors].flatMap(({ context }) => [
    ...(context['requiredGranularScopes'] ?? []),
    ...(context['requiredScopes'] ?? []),
  ]);
  const detail = scopes.length > 0 ? scopes.join(', ') : error.message;
  return { kind: 'stop', reason: isScope ? 'missing-scopes' : 'no-permission', detail };
}

/** Texts of HubSpot's whole-request errors that no split can cure (recorded 2025 and 2026). */
function stopForRequest(error: RequestError): NextStep | null {
  if (/update\/upsert by non-unique/.test(error.message)) {
    return { kind: 'stop', reason: 'key-not-accepted', detail: error.message };
  }
  if (/^Unable to infer object type/.test(error.message)) {
    return { kind: 'stop', reason: 'unknown-object-type', detail: error.message };
  }
  if (/^Invalid input JSON/.test(error.message)) {
    return { kind: 'stop', reason: 'not-understood', detail: error.message };
  }
  return null;
}

function repeatedIds(error: RequestError): readonly string[] {
  return /^Duplicate IDs found/.test(error.message) ? (error.context['ids'] ?? []) : [];
}

/** About two minutes of ever longer waits. */
const MAX_UNREACHED = 8;

/** Nobody got through to HubSpot, so every batch may be sent again, a create too. */
function afterUnreachedPortal({ error }: RefusedBatch, { refusals }: BatchHistory): NextStep {
  if (refusals >= MAX_UNREACHED)
    return { kind: 'stop', reason: 'hubspot-unreachable', detail: error.message };
  return {
    kind: 'resend',
    delayMs: Math.min(1000 * 2 ** (refusals - 1), LONGEST_WAIT_MS),
    reason: 'no-answer',
    pausesRun: true,
    mayHaveBeenApplied: false,
  };
}

function afterBusyPortal(answer: RefusedBatch, history: BatchHistory): NextStep {
  const { status, error } = answer;
  const isDaily = error.policyName === 'DAILY' || /daily limit/.test(error.message);
  if (status === 429 && isDaily) return { kind: 'wait-for-day' };
  const delayMs = answer.retryAfterMs ?? busyDelayMs(answer, history);
  if (status === 477 && delayMs > LONGEST_WAIT_MS)
    return { kind: 'stop', reason: 'migrating', detail: error.message };
  if (history.refusals >= history.maxRefusals)
    return { kind: 'stop', reason: 'rate-limited', detail: error.message };
  const reason = status === 429 ? 'rate-limit' : status === 423 ? 'locked' : 'migrating';
  return {
    kind: 'resend',
    delayMs: Math.min(delayMs, LONGEST_WAIT_MS),
    reason,
    pausesRun: status !== 423,
    mayHaveBeenApplied: false,
  };
}

/**
 * Search has a limit per second; locks last two seconds. After a full window the ledger knows when our own slots free,
 * so a short wait will do, and a longer one each time that proves wrong.
 */
function busyDelayMs({ status, error }: RefusedBatch, { refusals }: BatchHistory): number {
  if (status === 423) return 2000;
  if (status === 477) return LONGEST_WAIT_MS;
  if (error.policyName === 'SECONDLY' || / secondly limit/.test(error.message)) return 1000;
  return Math.min(1000 * 2 ** (refusals - 1), TEN_SECONDS_MS);
}
