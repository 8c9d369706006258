import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { makeBody } from '../testing/bodies.ts';
import { makeSent, makeTarget, SENT_AT, stamp, type SentSketch } from '../testing/outcomes.ts';
import type { RunTarget } from './attempt.ts';
import { settleAnswer } from './settle-answer.ts';

const upsert = makeTarget();
const update = makeTarget({ operation: 'update', keyProperty: RECORD_ID_PROPERTY });
const create = makeTarget({ operation: 'create', keyProperty: null });

function settleOne(body: object, target: RunTarget, sketch: SentSketch = {}) {
  const sent = makeSent(0, { key: 'ada@example.org', ...sketch });
  const answer = {
    kind: 'answered',
    status: 200,
    body: makeBody(body),
    sentAt: SENT_AT,
    receivedAt: SENT_AT,
    rate: {},
  } as const;
  const { outcomes, unsettled } = settleAnswer([sent], answer, target);
  expect(outcomes.length + unsettled.length).toBe(1);
  return { outcome: outcomes[0], unsettled: unsettled[0] };
}

function resultBody(told: object): object {
  return { results: [{ id: '5', objectWriteTraceId: 't0', ...told }] };
}

const refusal = {
  errors: [{ category: 'VALIDATION_ERROR', message: 'no', context: { objectWriteTraceId: ['t0'] } }],
};
const conflict = {
  errors: [{ category: 'CONFLICT', message: 'Existing ID: 9', context: { objectWriteTraceId: ['t0'] } }],
};

describe('settleAnswer', () => {
  it.each([
    ['a create', create, {}, 'created'],
    ['an update', update, {}, 'updated'],
    ['an upsert with new', upsert, { new: true }, 'created'],
    ['an upsert without anything new', upsert, { new: false }, 'updated'],
    ['an upsert that does not say, of a young record', upsert, { createdAt: stamp(1) }, 'created'],
    ['an upsert that does not say, of an old record', upsert, { createdAt: stamp(-60) }, 'updated'],
  ])('calls the result of %s what it is', (...[, target, told, kind]) => {
    expect(settleOne(resultBody(told), target).outcome).toMatchObject({ kind, recordId: '5' });
  });

  it('leaves an upsert open that says neither whether nor when it was created', () => {
    expect(settleOne(resultBody({}), upsert).unsettled).toMatchObject({ because: 'answer-silent' });
  });

  it('calls a record created that a lost attempt of ours made', () => {
    const body = resultBody({ new: false, createdAt: stamp(1) });
    const { outcome } = settleOne(body, upsert, { mayHaveBeenApplied: true });
    expect(outcome).toMatchObject({ kind: 'created', evidence: { isFromEarlierAttempt: true } });
  });

  it('calls it updated when another row of the run made it', () => {
    const body = resultBody({ new: false, createdAt: stamp(1) });
    const target = makeTarget({ claimedIds: new Set(['5']) });
    expect(settleOne(body, target, { mayHaveBeenApplied: true }).outcome).toMatchObject({ kind: 'updated' });
  });

  it('names what HubSpot stored otherwise', () => {
    const sketch = { properties: { name: 'Ada', stage: 'lead', phone: '1 2' } };
    const body = resultBody({ new: false, properties: { name: 'Ada', stage: 'customer' } });
    expect(settleOne(body, upsert, sketch).outcome).toMatchObject({
      differences: [{ property: 'stage', sent: 'lead', stored: 'customer' }],
    });
  });

  it('passes on HubSpot’s warnings', () => {
    const warnings = [{ category: 'PROPERTY_VALUE_NORMALIZED', message: 'normalised', context: {} }];
    expect(settleOne(resultBody({ new: true, warnings }), upsert).outcome).toMatchObject({
      warnings: ['normalised'],
    });
  });

  it('rejects what HubSpot refuses', () => {
    expect(settleOne(refusal, upsert).outcome).toMatchObject({
      kind: 'rejected',
      rejection: { message: 'no' },
    });
  });

  it('tells a conflict with the record that is in the way', () => {
    expect(settleOne(conflict, create).outcome).toMatchObject({ kind: 'conflict', existingId: '9' });
  });

  it.each([
    ['a refusal', refusal],
    ['a conflict', conflict],
  ])('does not believe %s alone after a lost attempt', (_, body) => {
    const { unsettled } = settleOne(body, upsert, { mayHaveBeenApplied: true });
    expect(unsettled?.because).toBe('answer-lost');
    expect(unsettled?.refusedWith).not.toBeNull();
  });

  it.each([
    ['silence', {}, 'answer-silent'],
    ['a batch that is not finished', { status: 'PROCESSING' }, 'still-processing'],
    ['a contradiction', { ...resultBody({ new: true }), ...refusal }, 'answer-contradicts-itself'],
  ])('leaves %s to be read', (_, body, because) => {
    expect(settleOne(body, upsert).unsettled).toMatchObject({ because });
  });

  it('shows an error that names nobody with the rows that stay open', () => {
    expect(settleOne({ errors: [{ message: 'somebody is wrong' }] }, upsert).unsettled?.hint).toBe(
      'somebody is wrong',
    );
  });
});
