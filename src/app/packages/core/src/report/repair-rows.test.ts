import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcomes/outcome.ts';
import type { RejectedValue } from '../outcomes/rejection.ts';
import type { CellFix } from '../records/draft-choices.ts';
import { draft, planOf } from '../testing/plans.ts';
import { groupRefusals } from './group-refusals.ts';
import { repairRows } from './repair-rows.ts';

const refused = (property: string | null, code: string | null, message = 'no'): RejectedValue => ({
  property,
  code,
  message,
});

function rejected(slot: number, ...values: readonly RejectedValue[]): Outcome {
  const rejection = { category: 'VALIDATION_ERROR', message: 'no', values, correlationId: null };
  return { slot, rowNumber: slot + 2, key: null, kind: 'rejected', rejection, recordId: null };
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

  it('adds the right option to those HubSpot holds where the wrong one was to be added', () => {
    const adding = planOf([draft(0, ADA, { colours: ';rde' })], { [ADA]: MISSING });
    const outcome = rejected(0, refused('colours', 'INVALID_OPTION'));
    const fixes = new Map([[JSON.stringify(['colours', ';rde']), { kind: 'value', value: 'red' }] as const]);
    expect(repairRows({ plan: adding, outcomes: [outcome] }, fixes, null)).toMatchObject([
      { properties: { colours: ';red' } },
    ]);
  });

  it('takes no key that no function call takes', () => {
    const id = JSON.stringify(['email', ADA]);
    const fixes = new Map([[id, { kind: 'value', value: 'x'.repeat(1001) }] as const]);
    const outcome = rejected(0, refused('email', 'INVALID_EMAIL'));
    expect(repairRows({ plan, outcomes: [outcome] }, fixes, null)).toEqual([]);
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
