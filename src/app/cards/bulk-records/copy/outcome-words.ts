import {
  CREATED_SINCE,
  IMPORT_REVERTED,
  MERGED_AWAY,
  NOT_WRITTEN,
  type NotSentReason,
  type Outcome,
  type PlannedRow,
  type RejectedValue,
  type Rejection,
} from '@bulk-records/core';
import { wordsOfError } from './error-words.ts';
import { describeRecordIssue } from './issue-words.ts';
import { joinSentences, listAll } from './numbers.ts';
import { describeKeptCell } from './plan-words.ts';
import { say } from './say.ts';

/** How properties are called and what a row sent, for sentences that name both. */
export interface RowWords {
  readonly labelOf: (property: string) => string;
  readonly valueOf: (slot: number, property: string) => string | null;
  readonly plannedOf: (slot: number) => PlannedRow | undefined;
}

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
      return joinSentences(outcome.issues.map((issue) => describeRecordIssue(issue, words)));
    case 'not-sent':
      return describeNotSent(outcome.reason, outcome.detail);
    case 'unknown':
      return joinSentences([
        say(`unknown.${outcome.reason}`),
        outcome.detail === '' ? '' : say('outcome.said', { message: outcome.detail }),
      ]);
  }
}

type Written = Extract<Outcome, { differences: unknown }>;

function describeWritten(outcome: Written, words: RowWords): string {
  const differences = outcome.differences.map(({ property, sent, stored }) =>
    say('outcome.stored', { label: words.labelOf(property), sent, stored }),
  );
  const planned = words.plannedOf(outcome.slot);
  const kept = describeKept(planned, words);
  // A row that kept cells did not find HubSpot holding what it says.
  const evidence = outcome.kind === 'unchanged' && kept.length > 0 ? [] : describeEvidence(outcome);
  const changed = describeChangedSince(outcome, planned, words);
  return joinSentences([...differences, ...changed, ...kept, ...outcome.warnings, ...evidence]);
}

/** What HubSpot had become between the preview and the writing. */
function describeChangedSince(
  outcome: Written,
  planned: PlannedRow | undefined,
  { labelOf }: RowWords,
): readonly string[] {
  const isMadeSince = outcome.kind === 'updated' && planned?.kind === 'create';
  const properties = listAll(outcome.changedSince.map(labelOf));
  return [
    ...(isMadeSince ? [say('outcome.madeSince')] : []),
    ...(properties === '' ? [] : [say('issue.changed-since', { properties })]),
  ];
}

function describeKept(planned: PlannedRow | undefined, { labelOf }: RowWords): readonly string[] {
  const kept = planned !== undefined && 'kept' in planned ? planned.kept : [];
  return kept.map((cell) => describeKeptCell(cell, labelOf(cell.property)));
}

function describeEvidence({ kind, evidence }: Written): readonly string[] {
  if (kind === 'unchanged') return [say('outcome.same')];
  if (evidence.isFromEarlierAttempt) return [say('outcome.answerLost')];
  return evidence.from === 'read-back' && kind !== 'archived' ? [say('outcome.readBack')] : [];
}

function describeRejection(outcome: Extract<Outcome, { rejection: Rejection }>, words: RowWords): string {
  const { rejection } = outcome;
  const isMadeSince = rejection.category === CREATED_SINCE;
  const isAboutOneValue = rejection.values.some(({ property }) => property !== null);
  if (outcome.kind === 'conflict' && outcome.existingId !== null && !isAboutOneValue && !isMadeSince) {
    return say('outcome.exists', { id: outcome.existingId });
  }
  const told = rejection.values.map((value) => describeValue(value, outcome.slot, words));
  const said = told.length > 0 ? joinSentences(told) : describeCategory(rejection, outcome);
  const partly = outcome.kind === 'rejected' ? outcome.partly : undefined;
  return partly === undefined ? said : joinSentences([say(`outcome.partly.${partly.kind}`), said]);
}

function describeValue(value: RejectedValue, slot: number, { labelOf, valueOf }: RowWords): string {
  const { property } = value;
  return describeRejectedValue(value, property === null ? null : valueOf(slot, property), labelOf);
}

/** What HubSpot found wrong with a value, and what to do; `sent` is the value, where it is known. */
export function describeRejectedValue(
  value: RejectedValue,
  sent: string | null,
  labelOf: RowWords['labelOf'],
): string {
  const text = describeRefusal(value, sent);
  return value.property === null ? text : say('pair', { name: labelOf(value.property), text });
}

function describeRefusal({ code, message }: RejectedValue, cell: string | null): string {
  const known = wordsOfError(code);
  if (known === null) {
    const says = say('outcome.says', { message: shorten(message) });
    return cell === null ? says : joinSentences([say('outcome.cell', { value: shorten(cell) }), says]);
  }
  return cell === null || known.about === 'row'
    ? joinSentences([known.found, known.next])
    : say('error.cell', { value: shorten(cell), found: known.found, next: known.next });
}

function describeCategory(rejection: Rejection, outcome: Extract<Outcome, { rejection: Rejection }>): string {
  const said = rejection.message === '' ? '' : say('outcome.said', { message: shorten(rejection.message) });
  const winner = outcome.kind === 'rejected' ? outcome.recordId : null;
  switch (rejection.category) {
    case MERGED_AWAY:
      return winner === null ? say('outcome.mergedSomewhere') : say('outcome.merged', { id: winner });
    case IMPORT_REVERTED:
      return say('outcome.reverted');
    case NOT_WRITTEN:
      return joinSentences([say('outcome.notWritten'), said, say('outcome.runAgain')]);
    case CREATED_SINCE:
      return say('outcome.createdSince');
    case null:
    default: {
      const known = wordsOfError(rejection.category === 'VALIDATION_ERROR' ? null : rejection.category);
      if (known !== null) return joinSentences([known.found, said, known.next]);
      return said === '' ? say('outcome.noReason') : said;
    }
  }
}

export function describeNotSent(reason: NotSentReason, detail: string): string {
  const said = detail === '' ? '' : say('outcome.detail', { detail: shorten(detail) });
  switch (reason) {
    case 'stopped':
    case 'daily-limit':
    case 'rate-limited':
    case 'migrating':
    case 'not-rechecked':
    case 'stopped-after-canary':
    case 'taken-over':
    case 'import-failed':
      return say(`notSent.${reason}`);
    case 'invalid-token':
    case 'missing-scopes':
    case 'no-permission':
    case 'key-not-accepted':
    case 'unknown-object-type':
    case 'not-understood':
    case 'hubspot-unreachable':
    case 'function-refused':
    case 'function-unreachable':
    case 'import-refused':
      return say(`notSent.${reason}`, { said });
  }
}

const LONGEST_TEXT = 200;

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
