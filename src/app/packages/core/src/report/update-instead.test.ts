import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcomes/outcome.ts';
import type { RejectedValue } from '../outcomes/rejection.ts';
import { draft, held, planOf } from '../testing/plans.ts';
import {
  conflictsToFind,
  conflictsToUpdate,
  propertiesToUpdate,
  updateInstead,
  withFoundRecords,
} from './update-instead.ts';

function refused(property: string, code: string): RejectedValue {
  return { property, code, message: 'no' };
}

function conflict(slot: number, existingId: string | null, ...values: readonly RejectedValue[]): Outcome {
  const rejection = { category: 'CONFLICT', message: 'exists', values, correlationId: null };
  return { slot, rowNumber: slot + 2, key: null, kind: 'conflict', rejection, existingId };
}

const ADA = 'ada@example.org';
const BEN = 'ben@example.org';
const MISSING = { kind: 'missing' } as const;

describe('updateInstead', () => {
  const creates = planOf(
    [draft(0, ADA, { email: ADA, name: 'Ada', points: '2' }), draft(1, BEN, { email: BEN, name: 'Ben' })],
    { [ADA]: MISSING, [BEN]: MISSING },
    { target: { operation: 'create' }, policies: { name: 'fill-blanks' } },
  );
  const run = { plan: creates, outcomes: [conflict(0, '71'), conflict(1, null)] };
  const all = new Set([0, 1]);

  it('is offered where HubSpot names the record that is there', () => {
    expect(conflictsToUpdate(run)).toEqual(new Map([[0, '71']]));
  });

  it('sends only what differs, keeps what the policy keeps, and leaves the identity alone', () => {
    const readings = new Map([['71', held('71', { email: 'first@example.org', name: 'Old', points: '1' })]]);
    expect(updateInstead(run, all, readings)).toEqual([
      {
        slot: 0,
        rowNumber: 2,
        key: ADA,
        kind: 'update',
        recordId: '71',
        properties: { points: '2' },
        before: { points: '1' },
        kept: [{ property: 'name', wanted: 'Ada', reason: 'fill-blanks' }],
      },
    ]);
  });

  it('still associates the record with what the row names', () => {
    const types = [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 1 }];
    const associations = [{ toObjectType: 'companies', toId: '9', types }];
    const rows = creates.rows.map((row) => ({ ...row, associations }));
    const named = { ...run, plan: { ...creates, rows } };
    for (const name of ['Old', 'Ada']) {
      const readings = new Map([['71', held('71', { name, points: name === 'Ada' ? '2' : '1' })]]);
      expect(updateInstead(named, all, readings)).toMatchObject([{ associations }]);
    }
  });

  it('writes nothing where HubSpot holds all of it', () => {
    const readings = new Map([['71', held('71', { name: 'Ada', points: '2' })]]);
    expect(updateInstead(run, all, readings)).toMatchObject([{ kind: 'unchanged', recordId: '71' }]);
  });

  it.each([{ kind: 'unread' }, { kind: 'missing' }] as const)(
    'leaves the row where the record is $kind',
    (reading) => {
      expect(updateInstead(run, all, new Map([['71', reading]]))).toEqual([]);
    },
  );

  it('takes only the rows that were chosen, and asks only for their properties', () => {
    const readings = new Map([['71', held('71', {})]]);
    expect(updateInstead(run, new Set([1]), readings)).toEqual([]);
    expect(propertiesToUpdate(run, new Set([0]))).toEqual(['email', 'name', 'points']);
  });

  it('does not write a unique value that the record has already, or another one', () => {
    const taken = { ...run, outcomes: [conflict(0, '71', refused('points', 'CONFLICTING_UNIQUE_VALUE'))] };
    const readings = new Map([['71', held('71', { points: '1' })]]);
    expect(updateInstead(taken, all, readings)).toMatchObject([{ properties: { name: 'Ada' } }]);
  });
});

describe('a conflict whose record HubSpot does not name', () => {
  const creates = planOf(
    [draft(0, ADA, { email: ADA, name: 'Ada' }), draft(1, BEN, { email: BEN, name: 'Ben' })],
    { [ADA]: MISSING, [BEN]: MISSING },
    { target: { operation: 'create' } },
  );
  const run = { plan: creates, outcomes: [conflict(0, null), conflict(1, '72')] };

  it('is looked up by the key of its row', () => {
    expect(conflictsToFind(run)).toEqual(new Map([[0, ADA]]));
  });

  it('is not where another property is the taken one: that is another record', () => {
    const outcomes = [conflict(0, null, refused('points', 'CONFLICTING_UNIQUE_VALUE'))];
    expect(conflictsToFind({ plan: creates, outcomes })).toEqual(new Map());
  });

  it('is not without a key to look it up by', () => {
    expect(conflictsToFind({ plan: { ...creates, keyProperty: null }, outcomes: run.outcomes })).toEqual(
      new Map(),
    );
  });

  it('becomes an update of the record that is found', () => {
    const found = withFoundRecords(run, new Map([[ADA, held('71', { email: ADA, name: 'Old' })]]));
    expect(conflictsToUpdate(found)).toEqual(
      new Map([
        [0, '71'],
        [1, '72'],
      ]),
    );
    const readings = new Map([['71', held('71', { email: ADA, name: 'Old' })]]);
    expect(updateInstead(found, new Set([0]), readings)).toMatchObject([
      { kind: 'update', recordId: '71', properties: { name: 'Ada' } },
    ]);
  });

  it.each([{ kind: 'unread' }, { kind: 'missing' }] as const)(
    'stays one where nothing is found: $kind',
    (reading) => {
      expect(conflictsToUpdate(withFoundRecords(run, new Map([[ADA, reading]])))).toEqual(
        new Map([[1, '72']]),
      );
    },
  );
});
