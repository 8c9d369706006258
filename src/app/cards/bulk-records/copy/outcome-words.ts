import {
  CREATED_SINCE,
  MERGED_AWAY,
  NOT_WRITTEN,
  type NotSentReason,
  type Outcome,
  type OutcomeKind,
  type PlannedRow,
  type RejectedValue,
  type Rejection,
  type UnknownReason,
} from '@bulk-records/core';
import { KEPT_REASONS } from './plan-words.ts';
import { wordsOfError } from './error-words.ts';
import { describeRecordIssue } from './issue-words.ts';

/** How properties are called and what a row sent, for sentences that name both. */
export interface RowWords {
  readonly labelOf: (property: string) => string;
  readonly valueOf: (slot: number, property: string) => string | null;
  readonly plannedOf: (slot: number) => PlannedRow | undefined;
}

export const OUTCOME_NAMES: Readonly<Record<OutcomeKind, string>> = {
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  archived: 'Archived',
  rejected: 'Rejected',
  conflict: 'Conflict',
  skipped: 'Left out',
  'not-sent': 'Not sent',
  unknown: 'Unknown',
};

/** What became of a row, why, and what to do; empty for a plain success. */
export function describeOutcome(outcome: Outcome, words: RowWords): string {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
    case 'unchanged':
    case 'archived':
      return describeWritten(outcome, words);
    case 'rejected':
    case 'conflict':
      return describeRejection(outcome, words);
    case 'skipped':
      return outcome.issues.map((issue) => describeRecordIssue(issue, words)).join(' ');
    case 'not-sent':
      return describeNotSent(outcome.reason, outcome.detail);
    case 'unknown':
      return `${UNKNOWN_REASONS[outcome.reason]}${outcome.detail === '' ? '' : ` HubSpot said: ${outcome.detail}`}`;
  }
}

type Written = Extract<Outcome, { differences: unknown }>;

function describeWritten(outcome: Written, words: RowWords): string {
  const differences = outcome.differences.map(
    ({ property, sent, stored }) => `${words.labelOf(property)}: sent “${sent}”, HubSpot keeps “${stored}”.`,
  );
  const planned = words.plannedOf(outcome.slot);
  const kept = describeKept(planned, words);
  // A row that kept cells did not find HubSpot holding what it says.
  const evidence = outcome.kind === 'unchanged' && kept.length > 0 ? [] : describeEvidence(outcome);
  const changed = describeChangedSince(outcome, planned, words);
  return [...differences, ...changed, ...kept, ...outcome.warnings, ...evidence].join(' ');
}

/** What HubSpot had become between the preview and the writing. */
function describeChangedSince(
  outcome: Written,
  planned: PlannedRow | undefined,
  { labelOf }: RowWords,
): readonly string[] {
  const isMadeSince = outcome.kind === 'updated' && planned?.kind === 'create';
  const changed = outcome.changedSince.map(labelOf).join(', ');
  return [
    ...(isMadeSince ? ['Planned as new, but HubSpot had the record by then and updated it.'] : []),
    ...(changed === '' ? [] : [`Changed in HubSpot since the preview: ${changed}: left alone.`]),
  ];
}

function describeKept(planned: PlannedRow | undefined, { labelOf }: RowWords): readonly string[] {
  const kept = planned !== undefined && 'kept' in planned ? planned.kept : [];
  return kept.map(({ property, reason }) => `${labelOf(property)}: ${KEPT_REASONS[reason]}.`);
}

function describeEvidence({ kind, evidence }: Written): readonly string[] {
  if (kind === 'unchanged') return ['HubSpot already held this.'];
  if (evidence.isFromEarlierAttempt) return ['An answer was lost on the way; reading the record proved it.'];
  return evidence.from === 'read-back' && kind !== 'archived' ? ['Proved by reading the record.'] : [];
}

function describeRejection(outcome: Extract<Outcome, { rejection: Rejection }>, words: RowWords): string {
  const { rejection } = outcome;
  const isMadeSince = rejection.category === CREATED_SINCE;
  const isAboutOneValue = rejection.values.some(({ property }) => property !== null);
  if (outcome.kind === 'conflict' && outcome.existingId !== null && !isAboutOneValue && !isMadeSince) {
    return `A record with this identity exists already (ID ${outcome.existingId}). To change it, run the row as an update.`;
  }
  const told = rejection.values.map((value) => describeValue(value, outcome.slot, words));
  return told.length > 0 ? told.join(' ') : describeCategory(rejection, outcome);
}

function describeValue(value: RejectedValue, slot: number, { labelOf, valueOf }: RowWords): string {
  const { property } = value;
  return describeRejectedValue(value, property === null ? null : valueOf(slot, property), labelOf);
}

/** What HubSpot found wrong with a value, and what to do; `sent` is the value, where it is known. */
export function describeRejectedValue(
  { code, property, message }: RejectedValue,
  sent: string | null,
  labelOf: RowWords['labelOf'],
): string {
  const label = property === null ? '' : `${labelOf(property)}: `;
  const cell = sent === null ? '' : `“${shorten(sent)}” `;
  const known = wordsOfError(code);
  if (known === null) return `${label}${cell}HubSpot says: ${shorten(message)}`;
  return known.about === 'cell'
    ? `${label}${cell}${known.found} ${known.next}`
    : `${label}${known.found} ${known.next}`;
}

function describeCategory(rejection: Rejection, outcome: Extract<Outcome, { rejection: Rejection }>): string {
  const said = rejection.message === '' ? '' : ` HubSpot said: ${shorten(rejection.message)}`;
  const winner = outcome.kind === 'rejected' ? outcome.recordId : null;
  switch (rejection.category) {
    case MERGED_AWAY:
      return `This record was merged into ${winner ?? 'another one'}, and HubSpot passes the old ID over. Use the other ID.`;
    case NOT_WRITTEN:
      return `HubSpot answered without naming this row, and reading proved it was not written.${said} Run the row again.`;
    case CREATED_SINCE:
      return 'Somebody made this record in HubSpot after the preview; it is left alone. Run the row again to update it.';
    case null:
    default: {
      const known = wordsOfError(rejection.category === 'VALIDATION_ERROR' ? null : rejection.category);
      if (known !== null) return `${known.found}${said} ${known.next}`;
      return said === '' ? 'HubSpot refused the row without a reason. Run it again on its own.' : said.trim();
    }
  }
}

function describeNotSent(reason: NotSentReason, detail: string): string {
  const said = detail === '' ? '' : ` (${shorten(detail)})`;
  switch (reason) {
    case 'stopped':
      return 'You stopped the run before this row was sent. Run it again when you like.';
    case 'invalid-token':
      return `The app’s access token was refused${said}. A super admin can install the app again.`;
    case 'missing-scopes':
      return `The app lacks a scope${said}. A super admin can add it and install the app again.`;
    case 'no-permission':
      return `HubSpot does not let the app write this object${said}. Ask a super admin.`;
    case 'key-not-accepted':
      return `HubSpot does not accept this property for matching${said}. Choose another key.`;
    case 'unknown-object-type':
      return `HubSpot does not know this object${said}. Choose another one.`;
    case 'daily-limit':
      return 'The portal’s daily limit of API requests is used up. Run the row again after midnight in the portal’s time zone.';
    case 'rate-limited':
      return 'HubSpot kept refusing because of its request limit. Run the row again later.';
    case 'migrating':
      return 'The portal is being moved between data centres. Run the row again later.';
    case 'not-understood':
      return `HubSpot did not understand the app’s request${said}. Tell the app’s developer.`;
    case 'hubspot-unreachable':
      return `HubSpot did not answer for minutes${said}. Run the row again later.`;
    case 'function-refused':
      return `The app’s function refused the request${said}. Tell the app’s developer.`;
    case 'function-unreachable':
      return `The app’s function could not be reached${said}. Run the row again later.`;
    case 'not-rechecked':
      return 'The record could not be read again before writing, so nobody knows whether somebody changed it. Run the row again.';
    case 'stopped-after-canary':
      return 'You stopped the run after the first records. Run the row again when you like.';
  }
}

const UNKNOWN_REASONS: Readonly<Record<UnknownReason, string>> = {
  'answer-lost': 'HubSpot’s answer got lost. Look the record up before you run the row again.',
  'answer-silent':
    'HubSpot answered without naming this row. Look the record up before you run the row again.',
  'answer-contradicts-itself': 'HubSpot’s answer contradicts itself about this row. Look the record up.',
  'read-back-failed': 'The record could not be read back. Look it up before you run the row again.',
  'no-key-to-read-back':
    'HubSpot’s answer got lost and the row has no unique value to look it up by. Search for the record before you run the row again; it may have been created.',
  'still-processing': 'HubSpot was still working on the batch. Look the record up in a moment.',
};

const LONGEST_TEXT = 200;

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
