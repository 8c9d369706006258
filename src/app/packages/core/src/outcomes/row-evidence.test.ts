import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { makeBody } from '../testing/bodies.ts';
import { shuffle } from '../testing/model-answer.ts';
import { makeSent, makeTarget } from '../testing/outcomes.ts';
import type { RunTarget, SentRecord } from './attempt.ts';
import { findUnassignedErrors, sortEvidence } from './row-evidence.ts';

const upsert = makeTarget();
const update = makeTarget({ operation: 'update', keyProperty: RECORD_ID_PROPERTY });
const create = makeTarget({ operation: 'create', keyProperty: null });

/** Kind of evidence and what it rests on, in the order of the rows. */
function sort(sent: readonly SentRecord[], body: object, target: RunTarget): readonly string[] {
  const evidence = sortEvidence(sent, makeBody(body), target);
  return sent.map((row) => {
    const found = evidence.get(row);
    if (found?.kind === 'result') return `result ${found.result.id} by ${found.matchedBy}`;
    return found?.kind === 'error' ? `error by ${found.matchedBy}` : (found?.kind ?? 'nothing');
  });
}

const ada = makeSent(0, { key: 'ada@example.org', properties: { name: 'Ada' } });
const bo = makeSent(1, { key: 'bo@example.org', properties: { name: 'Bo' } });
const one = makeSent(0, { key: '11', properties: { name: 'Ada' } });
const two = makeSent(1, { key: '12', properties: { name: 'Bo' } });

describe('results', () => {
  it('find their rows by trace id in any order', () => {
    const rows = Array.from({ length: 30 }, (_, slot) => makeSent(slot));
    const results = rows.map(({ traceId }, slot) => ({
      id: String(900 - slot),
      objectWriteTraceId: traceId,
    }));
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const found = sort(rows, { results: shuffle(results, seed) }, create);
        expect(found).toEqual(rows.map((_, slot) => `result ${String(900 - slot)} by trace-id`));
      }),
    );
  });

  it('find their rows by record id where no trace id is echoed', () => {
    const results = [{ id: '12' }, { id: '11' }];
    expect(sort([one, two], { results }, update)).toEqual([
      'result 11 by record-id',
      'result 12 by record-id',
    ]);
  });

  it('find their rows by the key as HubSpot stores it', () => {
    const results = [
      { id: '2', properties: { email: 'bo@example.org' } },
      { id: '1', properties: { email: 'ADA@example.org' } },
    ];
    expect(sort([ada, bo], { results }, upsert)).toEqual(['result 1 by key', 'result 2 by key']);
  });

  it('find their rows by values in a create without a key', () => {
    const results = [
      { id: '2', properties: { name: 'Bo', extra: 'x' } },
      { id: '1', properties: { name: 'Ada' } },
    ];
    expect(sort([ada, bo], { results }, create)).toEqual(['result 1 by values', 'result 2 by values']);
  });

  it('with a foreign trace id are nobody’s, even where the key would fit', () => {
    const results = [
      { id: '1', objectWriteTraceId: 'x9', properties: { email: 'ada@example.org', name: 'Ada' } },
    ];
    expect(sort([ada], { results }, upsert)).toEqual(['silence']);
    expect(sort([ada], { results }, create)).toEqual(['silence']);
  });

  it('are never matched by values in an update or upsert', () => {
    const results = [{ id: '99', properties: { name: 'Ada' } }];
    expect(sort([one], { results }, update)).toEqual(['silence']);
    expect(sort([ada], { results }, upsert)).toEqual(['silence']);
  });

  it('that name one row twice contradict each other', () => {
    const results = [
      { id: '1', objectWriteTraceId: 't0' },
      { id: '2', objectWriteTraceId: 't0' },
    ];
    expect(sort([ada], { results }, create)).toEqual(['contradiction']);
  });

  it('that are missing leave silence, and nothing is shifted', () => {
    expect(sort([one, two], { results: [{ id: '12' }] }, update)).toEqual([
      'silence',
      'result 12 by record-id',
    ]);
  });
});

describe('errors', () => {
  it('find their rows by trace id', () => {
    const errors = [{ category: 'CONFLICT', message: 'no', context: { objectWriteTraceId: ['t1'] } }];
    expect(sort([ada, bo], { errors }, create)).toEqual(['silence', 'error by trace-id']);
  });

  it('speak for every row they name', () => {
    const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'no', context: { ids: ['11', '12'] } }];
    expect(sort([one, two], { errors }, update)).toEqual(['error by record-id', 'error by record-id']);
  });

  it('name keys in any case of e-mail', () => {
    const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'no', context: { ids: ['ADA@example.org'] } }];
    expect(sort([ada, bo], { errors }, upsert)).toEqual(['error by key', 'silence']);
  });

  it('without any context are never assigned, even to the only row', () => {
    const errors = [{ category: 'VALIDATION_ERROR', message: 'no' }];
    expect(sort([ada], { errors }, upsert)).toEqual(['silence']);
  });

  it('with foreign trace ids are nobody’s, even where the ids would fit', () => {
    const errors = [{ message: 'no', context: { objectWriteTraceId: ['x9'], ids: ['11'] } }];
    expect(sort([one], { errors }, update)).toEqual(['silence']);
  });

  it('and a result for one row contradict each other', () => {
    const errors = [{ message: 'no', context: { objectWriteTraceId: ['t0'] } }];
    expect(sort([one], { results: [{ id: '11' }], errors }, update)).toEqual(['contradiction']);
  });

  it('keep a row they name from being matched by values', () => {
    const twin = makeSent(2, { properties: { name: 'Ada' } });
    const errors = [{ message: 'no', context: { objectWriteTraceId: ['t0'] } }];
    const results = [{ id: '1', properties: { name: 'Ada' } }];
    expect(sort([ada, twin], { results, errors }, create)).toEqual([
      'error by trace-id',
      'result 1 by values',
    ]);
  });

  it('several for one row are told together', () => {
    const errors = [
      { category: 'VALIDATION_ERROR', message: 'first', context: { objectWriteTraceId: ['t0'] } },
      { category: 'VALIDATION_ERROR', message: 'second', context: { objectWriteTraceId: ['t0'] } },
    ];
    const found = sortEvidence([ada], makeBody({ errors }), upsert).get(ada);
    expect(found?.kind === 'error' && found.error).toMatchObject({
      message: 'first',
      errors: [{ message: 'second' }],
    });
  });

  it('that name no row are kept as unassigned', () => {
    const errors = [{ message: 'nobody' }, { message: 'ours', context: { objectWriteTraceId: ['t0'] } }];
    expect(findUnassignedErrors([ada], makeBody({ errors }), upsert).map(({ message }) => message)).toEqual([
      'nobody',
    ]);
  });
});
