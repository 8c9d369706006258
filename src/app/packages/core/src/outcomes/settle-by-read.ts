import type { ResultRecord } from '../contract/batch-body.ts';
import { holdsAppendedOptions, isSameValue } from '../records/same-value.ts';
import type { RunTarget, SentRecord } from './attempt.ts';
import { isBefore, isSince } from './clock.ts';
import type { Difference, Outcome, UnknownReason } from './outcome.ts';
import { identityOf } from '../records/row-identity.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import type { PlanTarget } from '../plan/plan.ts';
import { rejectedOutcome, type UnsettledRow } from './settle-answer.ts';
import { describeWritten } from './written-record.ts';

export type ReadVerdict =
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  /**
   * The values are not there and sending them again cannot double anything. `isProvenUnwritten`: no earlier
   * attempt was applied, not even with other values than were sent.
   */
  | { readonly kind: 'resend'; readonly isProvenUnwritten: boolean };

/**
 * Settles a row nobody answered for by what HubSpot holds now. A create is sent again only when its unique key
 * is proven absent; an update or upsert whenever the values are not there.
 */
export function settleByRead(row: UnsettledRow, found: KeyReading, target: RunTarget): ReadVerdict {
  switch (found.kind) {
    case 'unread':
      return unknown(row, 'read-back-failed');
    case 'merged':
      return settleMerged(row, found.record);
    case 'missing':
      return settleMissing(row, target);
    case 'found':
      return target.operation === 'create'
        ? settleCreate(row, found, target)
        : settleFound(row, found, target);
  }
}

/** HubSpot passes a merged-away id over in silence; a lost answer may have been about the winner. */
function settleMerged(row: UnsettledRow, winner: ResultRecord): ReadVerdict {
  if (row.refusedWith) return settled(rejectedOutcome(row.sent, row.refusedWith));
  if (row.because === 'answer-lost') return { kind: 'resend', isProvenUnwritten: false };
  return rejected(row, MERGED_AWAY, winner.id);
}

function settleMissing(row: UnsettledRow, target: RunTarget): ReadVerdict {
  if (row.refusedWith) return settled(rejectedOutcome(row.sent, row.refusedWith));
  if (target.operation === 'update') return rejected(row, 'OBJECT_NOT_FOUND', null);
  if (row.because === 'still-processing') return unknown(row, row.because);
  return unwritten(row);
}

/** So often a row is sent that HubSpot passes over: mostly the next answer names the row and its reason. */
const MAX_SILENT_ATTEMPTS = 3;

/** A row that is proven unwritten is sent again, unless HubSpot has passed it over for good. */
function unwritten(row: UnsettledRow): ReadVerdict {
  const mayGetAnswer = row.because === 'answer-lost' || row.sent.attempt < MAX_SILENT_ATTEMPTS;
  return mayGetAnswer ? { kind: 'resend', isProvenUnwritten: true } : rejected(row, NOT_WRITTEN, null);
}

type Found = Extract<KeyReading, { kind: 'found' }>;

/** Somebody else's record with our key is a conflict. A new one with other values may be either's: nobody knows. */
function settleCreate(row: UnsettledRow, found: Found, target: RunTarget): ReadVerdict {
  const { sent, refusedWith } = row;
  const { id, createdAt } = found.record;
  // Nobody else knows this key, so neither times nor values can speak against it.
  if (target.hasRowKeys === true && !target.claimedIds.has(id)) {
    return written(row, found, { target, kind: 'created' });
  }
  if (target.claimedIds.has(id) || isBefore(createdAt, sent.firstSentAt)) {
    return refusedWith ? settled(rejectedOutcome(sent, refusedWith)) : takenByOther(row, found.record);
  }
  if (isSince(createdAt, sent.firstSentAt) && holdsWrittenValues(row, found.record, target)) {
    return written(row, found, { target, kind: 'created' });
  }
  return unknown(row, row.because);
}

function settleFound(row: UnsettledRow, found: Found, target: RunTarget): ReadVerdict {
  const { sent, refusedWith, because } = row;
  const { id, createdAt, updatedAt } = found.record;
  const isUntouched = isBefore(updatedAt, sent.firstSentAt);
  const holdsAll = holdsWrittenValues(row, found.record, target);
  if (refusedWith && (isUntouched || !holdsAll)) return settled(rejectedOutcome(sent, refusedWith));
  if (holdsAll) {
    const isOurs = isSince(createdAt, sent.firstSentAt) && !target.claimedIds.has(id);
    if (isOurs && target.operation === 'upsert') return written(row, found, { target, kind: 'created' });
    return written(row, found, { target, kind: isUntouched ? 'unchanged' : 'updated' });
  }
  if (because === 'still-processing') return unknown(row, because);
  return isUntouched ? unwritten(row) : { kind: 'resend', isProvenUnwritten: false };
}

function written(
  row: UnsettledRow,
  found: Found,
  { target, kind }: { readonly target: RunTarget; readonly kind: 'created' | 'updated' | 'unchanged' },
): ReadVerdict {
  const evidence = {
    from: 'read-back',
    matchedBy: found.matchedBy,
    isFromEarlierAttempt: row.sent.mayHaveBeenApplied,
  } as const;
  const record = describeWritten({ sent: row.sent, result: found.record, evidence }, target);
  const identity = identityOf({ ...row.sent.record });
  const { leftOut } = row;
  if (leftOut === undefined) return settled({ ...identity, kind, ...record });
  const rejection = { kind: 'rejected', rejection: leftOut, recordId: record.recordId } as const;
  if (kind === 'unchanged') return settled({ ...identity, ...rejection });
  const differences = differencesOf(row, found.record, record.differences);
  return settled({ ...identity, ...rejection, partly: { kind, ...record, differences } });
}

/** What was left out is a difference also where HubSpot names no value at all. */
function differencesOf(
  { sent, leftOut }: UnsettledRow,
  stored: ResultRecord,
  others: readonly Difference[],
): readonly Difference[] {
  const names = new Set(leftOut?.values.flatMap(({ property }) => property ?? []));
  const left = [...names].flatMap((property): readonly Difference[] => {
    const value = sent.record.properties[property];
    return value === undefined ? [] : [{ property, sent: value, stored: stored.properties[property] ?? '' }];
  });
  return [...others.filter(({ property }) => !names.has(property)), ...left];
}

/** As `holdsSentValues`, of the values HubSpot did not say it left out. */
function holdsWrittenValues(
  { sent, leftOut }: UnsettledRow,
  record: ResultRecord,
  target: PlanTarget,
): boolean {
  if (leftOut === undefined) return holdsSentValues(sent, record, target);
  const names = leftOut.values.map(({ property }) => property);
  const entries = Object.entries(sent.record.properties).filter(([name]) => !names.includes(name));
  const properties = Object.fromEntries(entries);
  return holdsSentValues({ ...sent, record: { ...sent.record, properties } }, record, target);
}

/**
 * Every sent value is stored; a value that was sent empty counts as stored when the property is empty, and
 * options to append when they are among the stored ones. The key is not asked for: the record was found by it,
 * and one found by a secondary e-mail address keeps its primary one.
 */
export function holdsSentValues(sent: SentRecord, record: ResultRecord, target: PlanTarget): boolean {
  return Object.entries(sent.record.properties).every(([name, value]) => {
    if (name === target.keyProperty) return true;
    const property = target.properties.get(name);
    const stored = record.properties[name] ?? '';
    if (!property) return value === stored;
    return isSameValue(property, value, stored) || holdsAppendedOptions(property, value, stored);
  });
}

/** This product's own category: the record was merged into another one, and HubSpot passes such ids over. */
export const MERGED_AWAY = 'MERGED_AWAY';

/** This product's own category: HubSpot answered 2xx, named the row nowhere, and did not write it. */
export const NOT_WRITTEN = 'NOT_WRITTEN';

function settled(outcome: Outcome): ReadVerdict {
  return { kind: 'settled', outcome };
}

function unknown({ sent, hint }: UnsettledRow, reason: UnknownReason): ReadVerdict {
  return settled({ ...identityOf({ ...sent.record }), kind: 'unknown', reason, detail: hint });
}

function rejected({ sent, hint }: UnsettledRow, category: string, recordId: string | null): ReadVerdict {
  const rejection = { category, message: hint, values: [], correlationId: null };
  return settled({ ...identityOf({ ...sent.record }), kind: 'rejected', rejection, recordId });
}

function takenByOther({ sent, hint }: UnsettledRow, record: ResultRecord): ReadVerdict {
  const rejection = { category: 'CONFLICT', message: hint, values: [], correlationId: null };
  return settled({ ...identityOf({ ...sent.record }), kind: 'conflict', rejection, existingId: record.id });
}
