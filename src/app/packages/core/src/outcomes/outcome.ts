import type { RecordIssue } from '../records/draft-record.ts';
import type { RowIdentity } from '../records/row-identity.ts';
import type { AssociationOutcome } from './association-outcome.ts';
import type { Rejection } from './rejection.ts';

/** The nine ways a row can end. Every row ends in exactly one of them (law 1, totality). */
export const OUTCOME_KINDS = [
  'created',
  'updated',
  'unchanged',
  'archived',
  'rejected',
  'conflict',
  'skipped',
  'not-sent',
  'unknown',
] as const;

export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What ties HubSpot's statement to this very row. Position never does (law 3). */
export type MatchedBy = 'trace-id' | 'record-id' | 'key' | 'values';

/** Why an outcome may be believed: HubSpot's own answer, or reading the record before (`plan`) or after writing. */
export interface Evidence {
  readonly from: 'answer' | 'read-back' | 'plan';
  readonly matchedBy: MatchedBy;
  /** An answer to an earlier attempt was lost; this is what it had done. */
  readonly isFromEarlierAttempt: boolean;
}

/** HubSpot accepted the record but stored something else than was sent. */
export interface Difference {
  readonly property: string;
  readonly sent: string;
  readonly stored: string;
}

export interface WrittenRecord {
  readonly recordId: string;
  readonly url: string | null;
  readonly evidence: Evidence;
  readonly differences: readonly Difference[];
  /** HubSpot's own remarks, such as a value it normalised (2026-09). */
  readonly warnings: readonly string[];
  readonly updatedAt: string | null;
  /** Cells that were not written, because their value in HubSpot is no longer the one the plan was made from. */
  readonly changedSince: readonly string[];
}

/** What of a rejected row stands in HubSpot all the same: everything but the values its rejection names. */
export type WrittenPartly = { readonly kind: 'created' | 'updated' } & WrittenRecord;

export const NOT_SENT_REASONS = [
  'stopped',
  'invalid-token',
  'missing-scopes',
  'no-permission',
  'key-not-accepted',
  'unknown-object-type',
  'daily-limit',
  'rate-limited',
  'migrating',
  /** HubSpot could not read the request as such; no row of it is to blame. */
  'not-understood',
  /** HubSpot gave no answer for minutes. */
  'hubspot-unreachable',
  'function-refused',
  'function-unreachable',
  /** The record could not be read again before writing, so nobody knows whether somebody changed it. */
  'not-rechecked',
  /** The first records did not come out as planned, and the admin stopped there. */
  'stopped-after-canary',
  /** Another tab or person goes on with the run. */
  'taken-over',
  /** The import ended before it came to the row. */
  'import-failed',
] as const;

export type NotSentReason = (typeof NOT_SENT_REASONS)[number];

export const UNKNOWN_REASONS = [
  'answer-lost',
  'answer-silent',
  'answer-contradicts-itself',
  'read-back-failed',
  'no-key-to-read-back',
  'still-processing',
  /** The import reported no error, and nobody has read the record. */
  'import-silent',
] as const;

export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

export type Outcome = RowIdentity & {
  /** Of a row whose record is there and was to be associated with others; absent for any other. */
  readonly associations?: readonly AssociationOutcome[];
} & (
    | ({ readonly kind: 'created' | 'updated' | 'unchanged' | 'archived' } & WrittenRecord)
    | {
        readonly kind: 'rejected';
        readonly rejection: Rejection;
        readonly recordId: string | null;
        /** An import writes a row without the values it refuses. Absent: nothing of the row was written. */
        readonly partly?: WrittenPartly;
      }
    | { readonly kind: 'conflict'; readonly rejection: Rejection; readonly existingId: string | null }
    | { readonly kind: 'skipped'; readonly issues: readonly RecordIssue[] }
    | { readonly kind: 'not-sent'; readonly reason: NotSentReason; readonly detail: string }
    | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly detail: string }
  );

/** Whether the admin has something left to do about a row: it was not written, or nobody knows. */
export function hasFailed({ kind }: Pick<Outcome, 'kind'>): boolean {
  switch (kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
    case 'archived':
      return false;
    case 'rejected':
    case 'conflict':
    case 'skipped':
    case 'not-sent':
    case 'unknown':
      return true;
  }
}
