import { describe, expect, it } from 'vitest';
import { RECORD_ID_PROPERTY } from '../contract/describe-object-type.ts';
import { planRows } from '../testing/model-plan.ts';
import { makeRecord, makeSent } from '../testing/outcomes.ts';
import { inputOf, makeItem, pendingAgain, splitPending, stampItem, startItem } from './work-item.ts';

const sent = makeSent(3, { key: 'a@example.org', properties: { name: 'Ada' } });

describe('inputOf', () => {
  const association = {
    to: { id: '5' },
    types: [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }],
  };

  it('gives an upsert its key', () => {
    expect(inputOf(sent, planRows([], { operation: 'upsert', keyProperty: 'email' }))).toEqual({
      objectWriteTraceId: 't3',
      id: 'a@example.org',
      idProperty: 'email',
      properties: { name: 'Ada' },
    });
  });

  it('gives an update by record id no key property: HubSpot refuses hs_object_id', () => {
    const input = inputOf(
      makeSent(0, { key: '7' }),
      planRows([], { operation: 'update', keyProperty: RECORD_ID_PROPERTY }),
    );
    expect(input).toEqual({ objectWriteTraceId: 't0', id: '7', properties: {} });
  });

  it('gives a create no id, but its associations', () => {
    const record = makeRecord(0, { key: 'a@example.org', associations: [association] });
    const input = inputOf({ ...sent, record }, planRows([], { operation: 'create', keyProperty: 'email' }));
    expect(input).toEqual({ objectWriteTraceId: 't3', properties: {}, associations: [association] });
  });

  it('gives an archive nothing but the record id', () => {
    const archived = makeSent(0, { key: '7', properties: { name: 'Ada' } });
    const input = inputOf(archived, planRows([], { operation: 'archive', keyProperty: RECORD_ID_PROPERTY }));
    expect(input).toEqual({ objectWriteTraceId: 't0', id: '7', properties: {} });
  });
});

describe('attempts', () => {
  const item = startItem([makeRecord(0), makeRecord(1)]);

  it('are numbered in the trace id', () => {
    const first = stampItem(item, 'run', 100);
    const second = stampItem(makeItem(pendingAgain(first, true)), 'run', 200);
    expect(first.map(({ traceId }) => traceId)).toEqual(['run-0-1', 'run-1-1']);
    expect(second.map(({ traceId }) => traceId)).toEqual(['run-0-2', 'run-1-2']);
  });

  it('remember when the first one was', () => {
    const again = pendingAgain(stampItem(item, 'run', 100), false);
    expect(stampItem(makeItem(again), 'run', 200).map(({ firstSentAt }) => firstSentAt)).toEqual([100, 100]);
  });

  it('never forget that one of them may have been applied', () => {
    const lost = pendingAgain(stampItem(item, 'run', 100), true);
    const refused = pendingAgain(stampItem(makeItem(lost), 'run', 200), false);
    expect(refused.map(({ mayHaveBeenApplied }) => mayHaveBeenApplied)).toEqual([true, true]);
  });
});

describe('splitPending', () => {
  it('halves a batch in order', () => {
    const pending = startItem([0, 1, 2].map((slot) => makeRecord(slot))).pending;
    expect(splitPending(pending).map((half) => half.pending.map(({ record }) => record.slot))).toEqual([
      [0, 1],
      [2],
    ]);
  });
});
