import { describe, expect, it } from 'vitest';
import { draft, planOf, PLAN_PROPERTIES, UPSERT } from '../testing/plans.ts';
import { digestPlan } from './digest-plan.ts';
import { makePlan } from './make-plan.ts';
import type { PlanTarget } from './plan.ts';
import { mayStayUncompared } from './uncompared.ts';

const OVERWRITE = [{ header: 'Name', property: 'name', policy: 'overwrite' }] as const;

function blindPlan(target: Partial<PlanTarget> = {}) {
  return makePlan([draft(0, '17'), draft(1, null)], {
    target: { ...UPSERT, properties: PLAN_PROPERTIES, ...target },
    choices: { columns: OVERWRITE, duplicates: { otherwise: 'last', byGroup: new Map() }, associations: [] },
    readings: new Map(),
    readAt: 5,
    isUncompared: true,
  });
}

describe('mayStayUncompared', () => {
  it.each([
    ['upsert', 'email', true],
    ['create', null, true],
    ['create', 'email', true],
    ['update', 'hs_object_id', true],
    ['update', 'email', false],
    ['archive', 'hs_object_id', false],
  ] as const)('of an %s by %s is %s', (operation, keyProperty, may) => {
    const target = { operation, keyProperty };
    expect(mayStayUncompared({ target, columns: OVERWRITE, appends: false })).toBe(may);
  });

  it('is false wherever the old value counts', () => {
    const target = { operation: 'upsert', keyProperty: 'email' } as const;
    for (const policy of ['fill-blanks', 'never'] as const) {
      const columns = [...OVERWRITE, { header: 'A', property: 'points', policy }];
      expect(mayStayUncompared({ target, columns, appends: false })).toBe(false);
    }
    expect(mayStayUncompared({ target, columns: OVERWRITE, appends: true })).toBe(false);
  });
});

describe('a plan without what HubSpot holds', () => {
  it('sends every value of an upsert, and says nothing of what it replaces', () => {
    const [row] = blindPlan().rows;
    expect(row).toEqual({ slot: 0, rowNumber: 2, key: '17', kind: 'create', properties: { name: 'Ada' } });
  });

  it('updates by the record id that the row names', () => {
    const [row] = blindPlan({ operation: 'update', keyProperty: 'hs_object_id' }).rows;
    expect(row).toMatchObject({ kind: 'update', recordId: '17', properties: { name: 'Ada' }, before: {} });
  });

  it('writes nothing where HubSpot would need to be asked for the record', () => {
    expect(blindPlan({ operation: 'update' }).rows[0]).toMatchObject({ kind: 'unread' });
    expect(blindPlan({ operation: 'archive' }).rows[0]).toMatchObject({ kind: 'unread' });
  });

  it('has another digest than the plan that was compared and says the same', () => {
    const compared = planOf([draft(0, '17')], { '17': { kind: 'missing' } });
    expect(digestPlan({ ...compared, isUncompared: true })).not.toBe(compared.digest);
  });
});
