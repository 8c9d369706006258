import type { ResultRecord } from '../contract/batch-body.ts';
import type { RunTarget } from './attempt.ts';
import { isBefore } from './clock.ts';
import type { MatchedBy, Outcome } from './outcome.ts';
import { identityOf } from '../records/row-identity.ts';
import { rejectedOutcome, type UnsettledRow } from './settle-answer.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import { MERGED_AWAY, NOT_WRITTEN, type ReadVerdict } from './settle-by-read.ts';

/** What reading found among the archived and among the live records. */
export interface ArchiveReading {
  readonly archived: KeyReading;
  readonly live: KeyReading;
}

/**
 * Archive answers 204 whatever the ids are, so the answer proves nothing: the record must be found among the
 * archived ones. Archived before we asked is unchanged; still live is rejected, or sent again where the answer
 * was lost; nowhere is not found.
 */
export function settleArchive(
  row: UnsettledRow,
  { archived, live }: ArchiveReading,
  target: RunTarget,
): ReadVerdict {
  if (archived.kind === 'found') return settled(archivedOutcome(row, archived, target));
  if (live.kind === 'found' || live.kind === 'merged' || live.kind === 'missing') {
    if (row.refusedWith) return settled(rejectedOutcome(row.sent, row.refusedWith));
  }
  if (live.kind === 'found') {
    const isLost = row.because === 'answer-lost';
    return isLost ? { kind: 'resend', isProvenUnwritten: true } : settled(rejected(row, NOT_WRITTEN));
  }
  if (archived.kind === 'missing' && live.kind === 'merged') return settled(rejected(row, MERGED_AWAY));
  if (archived.kind === 'missing' && live.kind === 'missing')
    return settled(rejected(row, 'OBJECT_NOT_FOUND'));
  const identity = identityOf({ ...row.sent.record });
  return settled({ ...identity, kind: 'unknown', reason: 'read-back-failed', detail: row.hint });
}

function archivedOutcome(
  { sent }: UnsettledRow,
  { record, matchedBy }: { readonly record: ResultRecord; readonly matchedBy: MatchedBy },
  target: RunTarget,
): Outcome {
  const wasBefore = isBefore(record.archivedAt, sent.firstSentAt) || target.claimedIds.has(record.id);
  return {
    ...identityOf({ ...sent.record }),
    kind: wasBefore ? 'unchanged' : 'archived',
    recordId: record.id,
    url: record.url ?? null,
    evidence: { from: 'read-back', matchedBy, isFromEarlierAttempt: sent.mayHaveBeenApplied },
    differences: [],
    warnings: [],
    updatedAt: record.archivedAt ?? record.updatedAt ?? null,
    changedSince: [],
  };
}

function settled(outcome: Outcome): ReadVerdict {
  return { kind: 'settled', outcome };
}

function rejected({ sent, hint }: UnsettledRow, category: string): Outcome {
  const rejection = { category, message: hint, values: [], correlationId: null };
  return { ...identityOf({ ...sent.record }), kind: 'rejected', rejection, recordId: sent.record.key };
}
