import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { makeResult } from '../testing/bodies.ts';
import { makeSent, makeTarget, makeUnsettled, stamp } from '../testing/outcomes.ts';
import type { RunTarget } from './attempt.ts';
import { settleArchive } from './settle-archive.ts';
import type { KeyReading } from '../plan/key-reading.ts';

const target = makeTarget({ operation: 'archive', keyProperty: RECORD_ID_PROPERTY });
const MISSING: KeyReading = { kind: 'missing' };
const UNREAD: KeyReading = { kind: 'unread' };
const LIVE: KeyReading = { kind: 'found', record: makeResult('5'), matchedBy: 'record-id' };
const MERGED: KeyReading = { kind: 'merged', record: makeResult('6') };

function archivedAt(seconds: number): KeyReading {
  return {
    kind: 'found',
    record: makeResult('5', { archivedAt: stamp(seconds), archived: true }),
    matchedBy: 'record-id',
  };
}

interface Reading {
  readonly archived: KeyReading;
  readonly live: KeyReading;
}

function settle(
  reading: Reading,
  because: 'answer-silent' | 'answer-lost' = 'answer-silent',
  within: RunTarget = target,
): string {
  const row = makeUnsettled(makeSent(0, { key: '5' }), { because });
  const verdict = settleArchive(row, reading, within);
  if (verdict.kind === 'resend') return 'resend';
  const { outcome } = verdict;
  return outcome.kind === 'rejected' ? `rejected ${outcome.rejection.category ?? ''}` : outcome.kind;
}

describe('settleArchive', () => {
  it.each([
    ['archived since we asked', { archived: archivedAt(1), live: UNREAD }, 'archived'],
    ['archived long before', { archived: archivedAt(-60), live: UNREAD }, 'unchanged'],
    ['still live', { archived: MISSING, live: LIVE }, 'rejected NOT_WRITTEN'],
    ['nowhere', { archived: MISSING, live: MISSING }, 'rejected OBJECT_NOT_FOUND'],
    ['merged into a live record', { archived: MISSING, live: MERGED }, 'rejected MERGED_AWAY'],
    ['not to be read', { archived: UNREAD, live: UNREAD }, 'unknown'],
    ['absent here and unread there', { archived: MISSING, live: UNREAD }, 'unknown'],
    ['unread here and absent there', { archived: UNREAD, live: MISSING }, 'unknown'],
  ])('of a record that is %s', (_, reading, expected) => {
    expect(settle(reading)).toBe(expected);
  });

  it('sends a live record again when the answer was lost', () => {
    expect(settle({ archived: MISSING, live: LIVE }, 'answer-lost')).toBe('resend');
  });

  it('leaves a record that another row of the run archived unchanged', () => {
    const within = { ...target, claimedIds: new Set(['5']) };
    expect(settle({ archived: archivedAt(1), live: UNREAD }, 'answer-silent', within)).toBe('unchanged');
  });
});
