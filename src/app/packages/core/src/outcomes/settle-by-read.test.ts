import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { makeEntry, makeResult } from '../testing/bodies.ts';
import { makeSent, makeTarget, makeUnsettled, stamp, type SentSketch } from '../testing/outcomes.ts';
import { makeProperties, makeProperty } from '../testing/properties.ts';
import type { UnsettledRow } from './settle-answer.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import { holdsSentValues, settleByRead, type ReadVerdict } from './settle-by-read.ts';

const upsert = makeTarget();
const update = makeTarget({ operation: 'update', keyProperty: RECORD_ID_PROPERTY });
const create = makeTarget({ operation: 'create' });
const withRowKey = { ...create, hasRowKeys: true };
const MISSING: KeyReading = { kind: 'missing' };

function row(told: Partial<UnsettledRow> = {}, sketch: SentSketch = {}): UnsettledRow {
  return makeUnsettled(makeSent(0, { key: 'ada@example.org', properties: { name: 'Ada' }, ...sketch }), told);
}

/** A record as it was found: seconds are counted from our first attempt. */
function found(name: string, createdSeconds: number, updatedSeconds = createdSeconds): KeyReading {
  const times = { createdAt: stamp(createdSeconds), updatedAt: stamp(updatedSeconds) };
  return { kind: 'found', record: makeResult('5', { properties: { name }, ...times }), matchedBy: 'key' };
}

function told(verdict: ReadVerdict): string {
  if (verdict.kind === 'resend') return verdict.isProvenUnwritten ? 'resend' : 'resend in doubt';
  const { outcome } = verdict;
  return outcome.kind === 'rejected' ? `rejected ${outcome.rejection.category ?? ''}` : outcome.kind;
}

const silent = { because: 'answer-silent' } as const;
const silentAgain = { ...silent, sent: { ...row().sent, attempt: 3 } };
const processing = { because: 'still-processing' } as const;
const refused = { refusedWith: makeEntry({ category: 'VALIDATION_ERROR', message: 'no' }) };
const inConflict = { refusedWith: makeEntry({ category: 'CONFLICT', message: 'Existing ID: 5' }) };

describe('settleByRead', () => {
  it.each([
    ['a create that is missing', create, {}, MISSING, 'resend'],
    ['a create that is there with our values', create, {}, found('Ada', 1), 'created'],
    ['a create whose key an older record holds', create, {}, found('Ada', -60), 'conflict'],
    ['a create whose key a young record holds with other values', create, {}, found('Bo', 1), 'unknown'],
    ['a create with a row key that holds other values', withRowKey, {}, found('Bo', 1), 'created'],
    ['a create with a row key, whatever the clocks say', withRowKey, {}, found('Ada', -60), 'created'],
    ['a create with a row key that is missing', withRowKey, {}, MISSING, 'resend'],
    ['a create that HubSpot passed over', create, silent, MISSING, 'resend'],
    ['a create that HubSpot passed over for good', create, silentAgain, MISSING, 'rejected NOT_WRITTEN'],
    ['a create that is not finished', create, processing, MISSING, 'unknown'],
    [
      'a create refused after a lost attempt, its values there',
      create,
      inConflict,
      found('Ada', 1),
      'created',
    ],
    [
      'a create refused after a lost attempt, an older record there',
      create,
      inConflict,
      found('Ada', -60),
      'conflict',
    ],
    [
      'a create refused after a lost attempt, nothing there',
      create,
      refused,
      MISSING,
      'rejected VALIDATION_ERROR',
    ],
    ['an upsert that is missing', upsert, {}, MISSING, 'resend'],
    ['an upsert that made a record', upsert, {}, found('Ada', 1), 'created'],
    ['an upsert that changed a record', upsert, {}, found('Ada', -60, 1), 'updated'],
    ['an upsert of values that were there before', upsert, {}, found('Ada', -60), 'unchanged'],
    ['an upsert whose values are not there', upsert, {}, found('Bo', -60), 'resend'],
    ['an upsert whose record was touched and differs', upsert, {}, found('Bo', -60, 1), 'resend in doubt'],
    ['an upsert that HubSpot passed over', upsert, silent, found('Bo', -60), 'resend'],
    [
      'an upsert that HubSpot passed over for good',
      upsert,
      silentAgain,
      found('Bo', -60),
      'rejected NOT_WRITTEN',
    ],
    ['an upsert that is not finished', upsert, processing, found('Bo', -60), 'unknown'],
    [
      'an upsert refused after a lost attempt that had written',
      upsert,
      refused,
      found('Ada', -60, 1),
      'updated',
    ],
    [
      'an upsert refused after a lost attempt that had not',
      upsert,
      refused,
      found('Bo', -60),
      'rejected VALIDATION_ERROR',
    ],
    [
      'an upsert refused, the values there before',
      upsert,
      refused,
      found('Ada', -60),
      'rejected VALIDATION_ERROR',
    ],
    ['an update that is missing', update, {}, MISSING, 'rejected OBJECT_NOT_FOUND'],
    ['an update of a young record', update, {}, found('Ada', 1), 'updated'],
    ['an update whose values are not there', update, {}, found('Bo', -60), 'resend'],
  ])('%s', (...[, target, unsettled, reading, expected]) => {
    expect(told(settleByRead(row(unsettled), reading, target))).toBe(expected);
  });

  it.each([upsert, update, create])('says unknown where nothing could be read', (target) => {
    expect(told(settleByRead(row(), { kind: 'unread' }, target))).toBe('unknown');
  });

  it('rejects an update that HubSpot passed over because the record was merged away', () => {
    const verdict = settleByRead(row(silent), { kind: 'merged', record: makeResult('77') }, update);
    expect(told(verdict)).toBe('rejected MERGED_AWAY');
    expect(verdict).toMatchObject({ outcome: { recordId: '77' } });
  });

  it('sends an update of a merged record again when its answer was lost', () => {
    expect(told(settleByRead(row(), { kind: 'merged', record: makeResult('77') }, update))).toBe(
      'resend in doubt',
    );
  });

  it('calls a record another row created taken, not created', () => {
    const target = makeTarget({ operation: 'create', claimedIds: new Set(['5']) });
    expect(told(settleByRead(row(), found('Ada', 1), target))).toBe('conflict');
  });

  it('does not call a record created twice by an upsert', () => {
    expect(told(settleByRead(row(), found('Ada', 1), makeTarget({ claimedIds: new Set(['5']) })))).toBe(
      'updated',
    );
  });

  it('allows for clocks that differ by seconds', () => {
    expect(told(settleByRead(row(), found('Ada', -3), create))).toBe('created');
  });
});

describe('a row that was written without a value HubSpot refused', () => {
  const values = [{ code: 'INVALID_ENUMERATION_OPTION', property: 'colour', message: 'no option' }];
  const leftOut = { category: 'IMPORT', message: 'no option', values, correlationId: null };
  const partial = () => row({ leftOut }, { properties: { name: 'Ada', colour: 'redd' } });

  it.each([
    ['created', create, found('Ada', 1), 'created'],
    ['created by an upsert', upsert, found('Ada', 1), 'created'],
    ['updated', update, found('Ada', -60, 1), 'updated'],
  ])('is no success: %s, with what stands of it', (...[, target, reading, kind]) => {
    expect(settleByRead(partial(), reading, target)).toMatchObject({
      outcome: {
        kind: 'rejected',
        recordId: '5',
        rejection: leftOut,
        partly: { kind, differences: [{ property: 'colour', sent: 'redd', stored: '' }] },
      },
    });
  });

  it('is rejected as a whole where nothing of it stands', () => {
    const verdict = settleByRead(partial(), found('Ada', -60), update);
    expect(told(verdict)).toBe('rejected IMPORT');
    expect(verdict).not.toHaveProperty('outcome.partly');
  });

  it('is sent again where its other values are not there either', () => {
    expect(told(settleByRead(partial(), found('Bo', -60), update))).toBe('resend');
    expect(told(settleByRead(partial(), MISSING, create))).toBe('resend');
  });
});

describe('holdsSentValues', () => {
  it('takes appended options for held', () => {
    const target = makeTarget({
      properties: makeProperties(makeProperty('tags', { type: 'enumeration', fieldType: 'checkbox' })),
    });
    const sent = makeSent(0, { properties: { tags: ';c' } });
    expect(holdsSentValues(sent, makeResult('5', { properties: { tags: 'a;c' } }), target)).toBe(true);
    expect(holdsSentValues(sent, makeResult('5', { properties: { tags: 'a' } }), target)).toBe(false);
  });

  it('does not ask for the key, by which the record was found', () => {
    const sent = makeSent(0, { properties: { email: 'second@example.org' } });
    const record = makeResult('5', { properties: { email: 'first@example.org' } });
    expect(holdsSentValues(sent, record, makeTarget())).toBe(true);
    expect(holdsSentValues(sent, record, makeTarget({ keyProperty: 'hs_object_id' }))).toBe(false);
  });

  it('compares values of properties nobody knows letter by letter', () => {
    const sent = makeSent(0, { properties: { other: 'A' } });
    expect(holdsSentValues(sent, makeResult('5', { properties: { other: 'a' } }), makeTarget())).toBe(false);
  });
});
