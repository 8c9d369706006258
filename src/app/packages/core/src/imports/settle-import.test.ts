import { describe, expect, it } from 'vitest';
import { reachOf } from '../contract/import-error-types.ts';
import type { ImportError } from '../contract/import-records.ts';
import type { KeyReading } from '../plan/key-reading.ts';
import { makeResult } from '../testing/bodies.ts';
import { makeRecord, makeTarget, SENT_AT, stamp } from '../testing/outcomes.ts';
import type { ImportLayout } from './import-layout.ts';
import { isOver, outcomeUnread, settleImported, type OverState } from './settle-import.ts';

const layout: ImportLayout = {
  operation: 'upsert',
  hasKey: true,
  columns: [
    { property: 'email', kind: 'unique-key' },
    { property: 'name', kind: 'value' },
    { property: 'stage', kind: 'value' },
  ],
};
const record = makeRecord(3, { key: 'ada@example.org', properties: { name: 'Ada', stage: 'lead' } });
const values = { email: 'ada@example.org', name: 'Ada', stage: 'lead' };
const target = makeTarget();

function errorOf(errorType: string, columnNumber: number | null = null): ImportError {
  return {
    ...{ errorId: '1', errorType, message: `${errorType}!`, invalidValue: null, columnNumber },
    ...{ reach: reachOf(errorType), lineNumber: 5, objectTypeId: '0-1', extraContext: null, cells: [] },
  };
}

function held(seconds: { readonly created: number; readonly updated: number }, properties: object = values) {
  const told = { properties, createdAt: stamp(seconds.created), updatedAt: stamp(seconds.updated) };
  return { kind: 'found', record: makeResult('7', told), matchedBy: 'key' } as const;
}

const BORN = { created: 60, updated: 60 };
const CHANGED = { created: -900, updated: 60 };
const UNTOUCHED = { created: -900, updated: -900 };
const MISSING: KeyReading = { kind: 'missing' };

function settle(
  found: KeyReading,
  errors: readonly ImportError[] = [],
  change: {
    readonly state?: OverState;
    readonly layout?: ImportLayout;
    readonly target?: typeof target;
  } = {},
) {
  const row = { record, errors, state: change.state ?? 'DONE', startedAt: SENT_AT };
  return settleImported(row, found, { layout: change.layout ?? layout, target: change.target ?? target });
}

describe('a row without an error', () => {
  it.each([
    ['a record made since', held(BORN), 'created'],
    ['a record changed since', held(CHANGED), 'updated'],
    ['a record that held all before', held(UNTOUCHED), 'unchanged'],
  ])('whose reading shows %s', (_, found, kind) => {
    expect(settle(found)).toMatchObject({
      ...{ kind, slot: 3, rowNumber: 5, recordId: '7' },
      evidence: { from: 'read-back', matchedBy: 'key', isFromEarlierAttempt: false },
    });
  });

  it('is unknown until it is read', () => {
    const row = { record, errors: [], state: 'DONE', startedAt: SENT_AT } as const;
    expect(outcomeUnread(row, layout)).toMatchObject({
      kind: 'unknown',
      reason: 'import-silent',
      detail: '',
    });
    expect(settle({ kind: 'unread' })).toMatchObject({ kind: 'unknown', reason: 'read-back-failed' });
  });

  it('is unknown where somebody else wrote other values since', () => {
    const found = held(CHANGED, { ...values, name: 'Eve' });
    expect(settle(found)).toMatchObject({ kind: 'unknown', reason: 'import-silent' });
  });

  it.each([
    ['DONE', { kind: 'rejected', rejection: { category: 'NOT_WRITTEN' } }],
    ['FAILED', { kind: 'not-sent', reason: 'import-failed' }],
    ['CANCELED', { kind: 'not-sent', reason: 'stopped' }],
    ['REVERTED', { kind: 'rejected', rejection: { category: 'IMPORT_REVERTED' } }],
  ] as const)('whose record is missing after %s', (state, expected) => {
    expect(settle(MISSING, [], { state })).toMatchObject(expected);
  });

  it.each(['FAILED', 'CANCELED', 'REVERTED'] as const)('is what reading shows, also after %s', (state) => {
    expect(settle(held(BORN), [], { state }).kind).toBe('created');
    expect(settle(held(CHANGED), [], { state }).kind).toBe('updated');
  });

  it('is no success of this row where another row made the record', () => {
    const taken = makeTarget({ claimedIds: new Set(['7']) });
    expect(settle(held(BORN), [], { target: taken }).kind).toBe('updated');
  });

  it('of an update whose record is gone is not found', () => {
    const update = makeTarget({ operation: 'update', keyProperty: 'hs_object_id' });
    expect(settle(MISSING, [], { target: update })).toMatchObject({
      kind: 'rejected',
      rejection: { category: 'OBJECT_NOT_FOUND' },
    });
  });
});

describe('a row with an error', () => {
  it('that refuses it is rejected with HubSpot’s reason', () => {
    expect(settle(MISSING, [errorOf('INVALID_REQUIRED_PROPERTY', 1)])).toMatchObject({
      kind: 'rejected',
      rejection: {
        category: 'INVALID_REQUIRED_PROPERTY',
        values: [{ code: 'INVALID_REQUIRED_PROPERTY', property: 'name' }],
      },
    });
  });

  it('but written all the same is what reading shows: an error is no proof', () => {
    expect(settle(held(BORN), [errorOf('DUPLICATE_ROW_CONTENT')]).kind).toBe('created');
    expect(settle(held(UNTOUCHED), [errorOf('DUPLICATE_ROW_CONTENT')]).kind).toBe('rejected');
  });

  it('that a record exists is a conflict', () => {
    const create = makeTarget({ operation: 'create' });
    const outcome = settle(held(UNTOUCHED), [errorOf('CREATE_ONLY_IMPORT', 0)], { target: create });
    expect(outcome).toMatchObject({ kind: 'conflict' });
  });

  it.each(['INVALID_EMAIL', 'FAILED_VALIDATION', 'SOMETHING_NEW'])(
    'that may be about its key alone is not written: %s',
    (errorType) => {
      expect(settle(MISSING, [errorOf(errorType, 0)])).toMatchObject({
        kind: 'rejected',
        rejection: { category: errorType },
      });
    },
  );

  it('of which an older function does not say how far it reaches is settled by reading too', () => {
    const untold: ImportError = { ...errorOf('INVALID_RECORD_ID'), reach: 'open' };
    expect(settle(MISSING, [untold])).toMatchObject({
      kind: 'rejected',
      rejection: { category: 'NOT_WRITTEN', message: 'INVALID_RECORD_ID!' },
    });
    expect(settle(held(BORN), [untold]).kind).toBe('created');
  });

  it('of the whole row that nobody documents is settled by reading alone', () => {
    expect(settle(held(BORN), [errorOf('SOMETHING_NEW')]).kind).toBe('created');
    expect(settle(MISSING, [errorOf('SOMETHING_NEW')])).toMatchObject({
      kind: 'rejected',
      rejection: { category: 'NOT_WRITTEN', message: 'SOMETHING_NEW!' },
    });
  });
});

describe('a row with a cell that was left out', () => {
  const left = [errorOf('INVALID_ENUMERATION_OPTION', 2)];
  const without = { email: 'ada@example.org', name: 'Ada', stage: '' };

  it.each([
    ['created', BORN],
    ['updated', CHANGED],
  ])('is no success: %s partly, and names the cell', (kind, times) => {
    expect(settle(held(times, without), left)).toMatchObject({
      kind: 'rejected',
      recordId: '7',
      rejection: { values: [{ code: 'INVALID_ENUMERATION_OPTION', property: 'stage' }] },
      partly: { kind, recordId: '7', differences: [{ property: 'stage', sent: 'lead', stored: '' }] },
    });
  });

  it('is rejected whole where nothing else was to be written', () => {
    const outcome = settle(held(UNTOUCHED, without), left);
    expect(outcome).toMatchObject({ kind: 'rejected' });
    expect(outcome).not.toHaveProperty('partly');
  });

  it('is a success where HubSpot holds the value in spite of its complaint', () => {
    expect(settle(held(BORN), left).kind).toBe('created');
  });

  it('does not hide that the row was not written', () => {
    expect(settle(MISSING, left)).toMatchObject({
      kind: 'rejected',
      rejection: { category: 'NOT_WRITTEN', message: 'INVALID_ENUMERATION_OPTION!' },
    });
  });

  it('names every cell once', () => {
    const both = [...left, ...left, errorOf('COULD_NOT_PARSE_DATE', 1)];
    const outcome = settle(held(BORN, { email: 'ada@example.org' }), both);
    if (outcome.kind !== 'rejected') throw new Error(outcome.kind);
    expect(outcome.rejection.values.map(({ property }) => property)).toEqual(['stage', 'name']);
  });
});

describe('a new record without a key', () => {
  const keyless: ImportLayout = { ...layout, operation: 'create', hasKey: false };

  it.each([
    ['HubSpot refused', [errorOf('DUPLICATE_ROW_CONTENT')], { kind: 'rejected' }],
    ['nobody complained of', [], { kind: 'unknown', reason: 'no-key-to-read-back' }],
    [
      'that lost a cell',
      [errorOf('COULD_NOT_PARSE_DATE', 1)],
      { kind: 'unknown', detail: 'COULD_NOT_PARSE_DATE!' },
    ],
  ])('%s', (_, errors, expected) => {
    const row = { record: makeRecord(3), errors, state: 'DONE', startedAt: SENT_AT } as const;
    expect(outcomeUnread(row, keyless)).toMatchObject(expected);
  });

  it('has the row property as its key where the portal has one, and whatever has it was made by it', () => {
    const rowKeyed = makeTarget({ operation: 'create', hasRowKeys: true });
    expect(settle(held(BORN, { name: 'Eve' }), [], { target: rowKeyed }).kind).toBe('created');
  });
});

describe('an import', () => {
  it.each([
    ['STARTED', false],
    ['PROCESSING', false],
    ['DEFERRED', false],
    ['UNKNOWN', false],
    ['DONE', true],
    ['FAILED', true],
    ['CANCELED', true],
    ['REVERTED', true],
  ] as const)('that is %s is over: %s', (state, over) => {
    expect(isOver(state)).toBe(over);
  });
});
