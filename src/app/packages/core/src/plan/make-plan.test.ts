import { describe, expect, it } from 'vitest';
import { countPlan } from './count-plan.ts';
import { draft, held, planOf, type PlanWish } from '../testing/plans.ts';
import type { KeyReading } from './key-reading.ts';
import type { Plan } from './plan.ts';

const ADA = 'ada@example.org';
const MISSING: KeyReading = { kind: 'missing' };

function kindsOf(plan: Plan) {
  return plan.rows.map(({ kind }) => kind);
}

describe('makePlan', () => {
  it('has one row per draft, in their order', () => {
    const blocked = { ...draft(1, null), issues: [{ code: 'nothing-to-write' } as const] };
    const plan = planOf([draft(0, ADA), blocked, draft(2, 'new@example.org')], {
      [ADA]: held('5', { email: ADA, name: 'Bo' }),
      'new@example.org': MISSING,
    });
    expect(kindsOf(plan)).toEqual(['update', 'blocked', 'create']);
    expect(plan.rows.map(({ slot, rowNumber }) => [slot, rowNumber])).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
    expect(countPlan(plan)).toMatchObject({ create: 1, update: 1, blocked: 1, unchanged: 0 });
  });

  it('sends only the cells that differ, with the values they replace', () => {
    const wanted = { name: 'Ada', points: '7', bought: '2026-01-31' };
    const record = held('5', { email: ADA, name: 'Bo', points: '7.0', bought: '2026-01-31' });
    const plan = planOf([draft(0, ADA, wanted)], { [ADA]: record });
    expect(plan.rows[0]).toMatchObject({
      kind: 'update',
      recordId: '5',
      properties: { name: 'Ada' },
      before: { name: 'Bo' },
    });
  });

  it('calls a row unchanged when HubSpot holds all of it already', () => {
    const plan = planOf([draft(0, ADA)], { [ADA]: held('5', { email: ADA, name: 'Ada' }) });
    expect(plan.rows[0]).toMatchObject({ kind: 'unchanged', recordId: '5' });
  });

  it('never writes the secondary address it found a contact by over the primary one', () => {
    const wanted = { email: ADA, name: 'Ada' };
    const plan = planOf([draft(0, ADA, wanted)], {
      [ADA]: held('5', { email: 'first@example.org', name: 'Ada' }),
    });
    expect(plan.rows[0]).toMatchObject({ kind: 'unchanged' });
  });

  it.each([
    ['upsert', 'create'],
    ['update', 'missing'],
    ['archive', 'missing'],
    ['create', 'create'],
  ] as const)('plans an %s of a record that is not there as %s', (operation, kind) => {
    expect(kindsOf(planOf([draft(0, ADA)], { [ADA]: MISSING }, { target: { operation } }))).toEqual([kind]);
  });

  it.each(['upsert', 'update', 'archive', 'create'] as const)(
    'writes nothing over a record it could not read (%s)',
    (operation) => {
      expect(kindsOf(planOf([draft(0, ADA)], {}, { target: { operation } }))).toEqual(['unread']);
    },
  );

  it('blocks a create whose key a record has', () => {
    const plan = planOf([draft(0, ADA)], { [ADA]: held('5', {}) }, { target: { operation: 'create' } });
    const issues = [{ code: 'record-exists', property: 'email', recordId: '5' }];
    expect(plan.rows[0]).toMatchObject({ kind: 'blocked', issues });
  });

  it('names the record a merged one went into', () => {
    const reading = held('9', {});
    const merged = reading.kind === 'found' ? ({ kind: 'merged', record: reading.record } as const) : MISSING;
    const plan = planOf(
      [draft(0, '5')],
      { 5: merged },
      { target: { operation: 'update', keyProperty: 'hs_object_id' } },
    );
    expect(plan.rows[0]).toMatchObject({ kind: 'blocked', issues: [{ code: 'record-merged', into: '9' }] });
  });

  it('creates rows without a key without asking for anything', () => {
    const target = { operation: 'create', keyProperty: null } as const;
    expect(kindsOf(planOf([draft(0, null), draft(1, null)], {}, { target }))).toEqual(['create', 'create']);
  });
});

describe('policies', () => {
  const wish = (policy: 'overwrite' | 'fill-blanks' | 'never'): PlanWish => ({ policies: { name: policy } });

  it.each([
    ['overwrite', 'Bo', 'update'],
    ['overwrite', '', 'update'],
    ['fill-blanks', 'Bo', 'unchanged'],
    ['fill-blanks', '', 'update'],
    ['never', 'Bo', 'unchanged'],
    ['never', '', 'unchanged'],
  ] as const)('%s over %j makes the row %s', (policy, before, kind) => {
    const plan = planOf([draft(0, ADA)], { [ADA]: held('5', { name: before }) }, wish(policy));
    expect(kindsOf(plan)).toEqual([kind]);
  });

  it('say which cells were left alone, and why', () => {
    const plan = planOf([draft(0, ADA)], { [ADA]: held('5', { name: 'Bo' }) }, wish('fill-blanks'));
    expect(plan.rows[0]).toMatchObject({
      kept: [{ property: 'name', wanted: 'Ada', reason: 'fill-blanks' }],
    });
  });

  it('leave a cell alone that is the same anyhow, without a word', () => {
    const plan = planOf([draft(0, ADA)], { [ADA]: held('5', { name: 'Ada' }) }, wish('never'));
    expect(plan.rows[0]).toMatchObject({ kept: [] });
  });

  it('count for nothing where a record is created', () => {
    const plan = planOf([draft(0, ADA)], { [ADA]: MISSING }, wish('never'));
    expect(plan.rows[0]).toMatchObject({ kind: 'create', properties: { name: 'Ada' } });
  });
});

describe('cells HubSpot treats in its own way', () => {
  it.each([
    ['lead', 'subscriber', 'update'],
    ['lead', '', 'update'],
    ['subscriber', 'lead', 'unchanged'],
    ['', 'lead', 'update'],
    ['unheard-of', 'lead', 'update'],
  ])('lifecycle stage %j over %j makes the row %s', (value, before, kind) => {
    const plan = planOf([draft(0, ADA, { lifecyclestage: value })], {
      [ADA]: held('5', { lifecyclestage: before }),
    });
    expect(kindsOf(plan)).toEqual([kind]);
  });

  it('says that a stage stays where it is', () => {
    const record = held('5', { lifecyclestage: 'customer' });
    const plan = planOf([draft(0, ADA, { lifecyclestage: 'lead' })], { [ADA]: record });
    expect(plan.sideEffects).toEqual([
      { kind: 'stage-kept', property: 'lifecyclestage', count: 1, firstRowNumbers: [2] },
    ]);
  });

  it.each([
    [';red', 'blue', { colours: ';red' }],
    [';red;blue', 'blue', { colours: ';red' }],
    [';red', 'red;blue', null],
    ['red;blue', 'blue;red', null],
    ['red', 'blue;red', { colours: 'red' }],
  ])('options %j over %j send %j', (value, before, properties) => {
    const plan = planOf([draft(0, ADA, { colours: value })], { [ADA]: held('5', { colours: before }) });
    expect(plan.rows[0]).toMatchObject(
      properties === null ? { kind: 'unchanged' } : { kind: 'update', properties },
    );
  });

  it('says which owners change and which values are cleared', () => {
    const record = held('5', { hubspot_owner_id: '1', name: 'Bo' });
    const plan = planOf([draft(0, ADA, { hubspot_owner_id: '2', name: '' })], { [ADA]: record });
    expect(plan.sideEffects.map(({ kind, property }) => [kind, property])).toEqual([
      ['owner-changes', 'hubspot_owner_id'],
      ['value-cleared', 'name'],
    ]);
  });
});
