import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcomes/outcome.ts';
import type { RejectedValue } from '../outcomes/rejection.ts';
import type { CellFix } from '../records/draft-choices.ts';
import { draft, held, planOf } from '../testing/plans.ts';
import { groupRefusals } from './group-refusals.ts';
import { conflictsToUpdate, propertiesToUpdate, repairRows, updateInstead } from './repair-rows.ts';

const refused = (property: string | null, code: string | null, message = 'no'): RejectedValue => ({
  property,
  code,
  message,
});

function rejected(slot: number, ...values: readonly RejectedValue[]): Outcome {
  const rejection = { category: 'VALIDATION_ERROR', message: 'no', values, correlationId: null };
  return { slot, rowNumber: slot + 2, key: null, kind: 'rejected', rejection, recordId: null };
}

function conflict(slot: number, existingId: string | null, ...values: readonly RejectedValue[]): Outcome {
  const rejection = { category: 'CONFLICT', message: 'exists', values, correlationId: null };
  return { slot, rowNumber: slot + 2, key: null, kind: 'conflict', rejection, existingId };
}

const ADA = 'ada@example.org';
const BEN = 'ben@example.org';
const MISSING = { kind: 'missing' } as const;

/** Two new contacts with the same wrong points. */
const plan = planOf(
  [draft(0, ADA, { name: 'Ada', points: 'many' }), draft(1, BEN, { name: 'Ben', points: 'many' })],
  { [ADA]: MISSING, [BEN]: MISSING },
);
const POINTS = refused('points', 'INVALID_NUMBER');
const MANY = JSON.stringify(['points', 'many']);

describe('groupRefusals', () => {
  it('puts equal cells of many rows into one group', () => {
    const groups = groupRefusals({ plan, outcomes: [rejected(0, POINTS), rejected(1, POINTS)] });
    expect(groups).toEqual([
      { id: MANY, property: 'points', value: 'many', said: POINTS, slots: [0, 1], rowNumbers: [2, 3] },
    ]);
  });

  it('puts the largest group first', () => {
    const outcomes = [rejected(0, refused('name', 'INVALID_LENGTH'), POINTS), rejected(1, POINTS)];
    expect(groupRefusals({ plan, outcomes }).map(({ property }) => property)).toEqual(['points', 'name']);
  });

  it('takes a property that cannot be written at all as one group, whatever its values', () => {
    const outcomes = [0, 1].map((slot) => rejected(slot, refused('name', 'READ_ONLY_VALUE')));
    expect(groupRefusals({ plan, outcomes })).toMatchObject([
      { property: 'name', value: null, slots: [0, 1] },
    ]);
  });

  it('names the key a row was sent by', () => {
    const [group] = groupRefusals({ plan, outcomes: [rejected(0, refused('email', 'INVALID_EMAIL'))] });
    expect(group?.value).toBe(ADA);
  });

  it('counts a row once, however often its cell is named', () => {
    const twice = [refused('points', 'INVALID_NUMBER', 'one'), refused('points', null, 'other')];
    expect(groupRefusals({ plan, outcomes: [rejected(0, ...twice)] })).toMatchObject([{ slots: [0] }]);
  });

  it('knows no cell where HubSpot names none', () => {
    expect(groupRefusals({ plan, outcomes: [rejected(0, refused(null, 'INVALID_NUMBER'))] })).toEqual([]);
  });
});

describe('repairRows', () => {
  const outcomes = [rejected(0, POINTS), rejected(1, POINTS)];

  it('plans all rows of equal cells anew with one fix, and leaves their other cells alone', () => {
    const fixes = new Map([[MANY, { kind: 'text', text: ' 1,234.5 ' }] as const]);
    expect(repairRows({ plan, outcomes }, fixes, null)).toEqual([
      { slot: 0, rowNumber: 2, key: ADA, kind: 'create', properties: { name: 'Ada', points: '1234.5' } },
      { slot: 1, rowNumber: 3, key: BEN, kind: 'create', properties: { name: 'Ben', points: '1234.5' } },
    ]);
  });

  it('leaves a cell out where that is wanted', () => {
    const fixes = new Map([[MANY, { kind: 'blank' }] as const]);
    expect(repairRows({ plan, outcomes }, fixes, null)[0]).toMatchObject({ properties: { name: 'Ada' } });
  });

  it.each(['few', '1.2.3.4'])('takes no fix that is no value of the property: %s', (text) => {
    const fixes = new Map([[MANY, { kind: 'text', text }] as const]);
    expect(repairRows({ plan, outcomes }, fixes, null)).toEqual([]);
  });

  it('waits until every refused cell of a row has a fix', () => {
    const both = [rejected(0, POINTS, refused('name', 'INVALID_LENGTH'))];
    const one = new Map<string, CellFix>([[MANY, { kind: 'value', value: '1' }] as const]);
    expect(repairRows({ plan, outcomes: both }, one, null)).toEqual([]);
    const name = JSON.stringify(['name', 'Ada']);
    const two = new Map<string, CellFix>([...one, [name, { kind: 'value', value: 'A' }] as const]);
    expect(repairRows({ plan, outcomes: both }, two, null)).toMatchObject([
      { properties: { name: 'A', points: '1' } },
    ]);
  });

  it('gives the row its corrected key', () => {
    const id = JSON.stringify(['email', ADA]);
    const fixes = new Map([[id, { kind: 'text', text: 'Ada2@Example.org' }] as const]);
    const outcome = rejected(0, refused('email', 'INVALID_EMAIL'));
    expect(repairRows({ plan, outcomes: [outcome] }, fixes, null)).toMatchObject([
      { slot: 0, key: 'ada2@example.org', properties: { name: 'Ada', points: 'many' } },
    ]);
  });

  it('does not write a row without its key', () => {
    const fixes = new Map([[JSON.stringify(['email', ADA]), { kind: 'blank' }] as const]);
    const outcome = rejected(0, refused('email', 'INVALID_EMAIL'));
    expect(repairRows({ plan, outcomes: [outcome] }, fixes, null)).toEqual([]);
  });

  it('fills in what HubSpot missed', () => {
    const id = JSON.stringify(['bought', null]);
    const outcome = rejected(0, refused('bought', 'MISSING_REQUIRED_PROPERTY'));
    const fixes = new Map([[id, { kind: 'text', text: '2026-01-31' }] as const]);
    expect(repairRows({ plan, outcomes: [outcome] }, fixes, null)).toMatchObject([
      { properties: { bought: '2026-01-31' } },
    ]);
  });

  it.each(['unknown', 'not-sent'] as const)('never touches a row that ended as %s', (kind) => {
    const told =
      kind === 'unknown'
        ? ({ kind, reason: 'answer-lost', detail: '' } as const)
        : ({ kind, reason: 'stopped', detail: '' } as const);
    const outcome: Outcome = { slot: 0, rowNumber: 2, key: ADA, ...told };
    const fixes = new Map([[MANY, { kind: 'blank' }] as const]);
    expect(repairRows({ plan, outcomes: [outcome] }, fixes, null)).toEqual([]);
  });
});

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
