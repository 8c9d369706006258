import { describe, expect, it } from 'vitest';
import type { PlannedAssociation } from '../contract/associate-records.ts';
import { draft, foundAs, held, nameIn, namingCompanies, planOf, type PlanWish } from '../testing/plans.ts';
import { associationsToMake } from './associations-of.ts';
import { associationsToRead, plannedAssociationsToRead, withoutKnown } from './associations-to-read.ts';
import { countAsked, countTied } from './count-plan.ts';
import type { AssociationReading, AssociationReadings } from './held-associations.ts';
import { planWithHeld } from './plan-with-held.ts';

const ADA = 'ada@example.org';
const NEW = 'new@example.org';
const ADA_HELD = { [ADA]: held('1', { name: 'Ada' }), [NEW]: { kind: 'missing' } } as const;
const EMPLOYER = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 } as const;
const BILLING = { associationCategory: 'USER_DEFINED', associationTypeId: 71 } as const;

/** Ada names companies 5 and 9; a new contact names 5. */
const drafts = [
  { ...draft(0, ADA), named: [nameIn(namingCompanies(), '5'), nameIn(namingCompanies(), '9')] },
  { ...draft(1, NEW), named: [nameIn(namingCompanies(), '5')] },
];
const named = { '5': foundAs('5'), '9': foundAs('9') };

function told(
  to: readonly (readonly [toId: string, ...types: PlannedAssociation['types']])[],
  isComplete = true,
): AssociationReadings {
  const reading: AssociationReading = {
    kind: 'read',
    isComplete,
    to: to.map(([toId, ...types]) => ({ toId, types })),
  };
  return new Map([['companies 1', reading]]);
}

function planWith(wish: PlanWish) {
  return planOf(drafts, ADA_HELD, { named, ...wish });
}

describe('associations that are there before the run', () => {
  it('are told apart from those that are made', () => {
    const plan = planWith({ held: told([['9', EMPLOYER]]) });
    const [ada] = plan.rows;
    expect(ada?.held?.map(({ toId }) => toId)).toEqual(['9']);
    expect(ada === undefined ? [] : associationsToMake(ada, plan).map(({ toId }) => toId)).toEqual(['5']);
    expect(countAsked(plan)).toEqual({ toMake: 2, held: 1, unresolved: 0 });
  });

  it('make a row without other changes one that needs nothing', () => {
    const both = planWith({
      held: told([
        ['5', EMPLOYER],
        ['9', EMPLOYER],
      ]),
    });
    expect([countTied(planWith({})), countTied(both)]).toEqual([1, 0]);
    expect(both.sideEffects).toMatchObject([{ kind: 'associations-added', count: 1, firstRowNumbers: [3] }]);
  });

  it.each<[string, AssociationReadings]>([
    ['of another label', told([['5', BILLING]])],
    ['of a record that was not read', new Map([['companies 1', { kind: 'unread' }]])],
    [
      'of another record',
      new Map([...told([['5', EMPLOYER]])].map(([, reading]) => ['companies 2', reading])),
    ],
    [
      'with records of another type',
      new Map([...told([['5', EMPLOYER]])].map(([, each]) => ['deals 1', each])),
    ],
    ['beyond what was read', told([['7', EMPLOYER]], false)],
  ])('are none where they are %s', (_, readings) => {
    expect(planWith({ held: readings }).rows.map((row) => row.held)).toEqual([undefined, undefined]);
  });

  it('may be those with the open record, with all types that anything asks for', () => {
    const open = { toObjectType: 'companies', toId: '5', types: [BILLING] };
    const heldWith = (...types: PlannedAssociation['types']) =>
      planWith({ choices: { associations: [open] }, held: told([['5', ...types]]) }).rows[0]?.held?.length;
    expect([heldWith(EMPLOYER), heldWith(EMPLOYER, BILLING)]).toEqual([undefined, 1]);
  });

  it('change nothing of what is confirmed', () => {
    expect(planWith({ held: told([['5', EMPLOYER]]) }).digest).toBe(planWith({}).digest);
  });

  it('are found for a plan that was made before, whatever it said then', () => {
    const before = planWith({ held: told([['9', EMPLOYER]]) });
    const now = planWithHeld(before, told([['5', EMPLOYER]]));
    expect(now.rows.map((row) => row.held?.map(({ toId }) => toId))).toEqual([['5'], undefined]);
    expect(now.digest).toBe(before.digest);
  });

  it('that are gone by now are made again', () => {
    const before = planWith({ held: told([['9', EMPLOYER]]) });
    expect(countAsked(planWithHeld(before, told([])))).toEqual({ toMake: 3, held: 0, unresolved: 0 });
    expect(countAsked(planWithHeld(before, new Map()))).toEqual({ toMake: 3, held: 0, unresolved: 0 });
  });
});

describe('which associations are read', () => {
  const known = {
    readings: new Map(Object.entries(ADA_HELD)),
    named: new Map(Object.entries(named).map(([id, found]) => [`companies hs_object_id ${id}`, found])),
  };
  const update = { operation: 'upsert', associations: [] } as const;
  const open = { toObjectType: 'deals', toId: '3', types: [EMPLOYER] };

  it('are those of records that exist, each once for every type of records they are to have', () => {
    const twice = [...drafts, { ...draft(2, ADA), named: [nameIn(namingCompanies(), '5')] }];
    expect(associationsToRead(twice, { ...update, associations: [open] }, known)).toEqual([
      { toObjectType: 'deals', fromIds: ['1'] },
      { toObjectType: 'companies', fromIds: ['1'] },
    ]);
  });

  it.each<[string, Parameters<typeof associationsToRead>]>([
    ['what a cell names is no one record', [drafts, update, { ...known, named: new Map() }]],
    ['no record was found', [drafts, update, { ...known, readings: new Map() }]],
    [
      'the row has issues',
      [drafts.map((each) => ({ ...each, issues: [{ code: 'nothing-to-write' }] })), update, known],
    ],
    ['records that exist are left alone', [drafts, { ...update, operation: 'create' }, known]],
    ['records are archived', [drafts, { operation: 'archive', associations: [open] }, known]],
  ])('are none where %s', (_, asked) => {
    expect(associationsToRead(...asked)).toEqual([]);
  });

  it('are the same for the plan that is made of the rows', () => {
    const plan = planWith({ choices: { associations: [open] } });
    expect(plannedAssociationsToRead(plan)).toEqual(associationsToRead(drafts, plan, known));
  });

  it('are not asked for twice', () => {
    const questions = [{ toObjectType: 'companies', fromIds: ['1', '2'] }];
    expect(withoutKnown(questions, told([]))).toEqual([{ toObjectType: 'companies', fromIds: ['2'] }]);
    expect(withoutKnown([{ toObjectType: 'companies', fromIds: ['1'] }], told([]))).toEqual([]);
  });
});
