import { describe, expect, it } from 'vitest';
import { draft, held, planOf } from '../testing/plans.ts';
import { tableOfPlan } from './table-of-plan.ts';

describe('tableOfPlan', () => {
  const plan = planOf(
    [
      draft(0, 'a@example.org', { name: 'Ada' }),
      draft(1, 'b@example.org', { points: '2' }),
      draft(2, 'c@example.org'),
    ],
    { 'a@example.org': { kind: 'missing' }, 'b@example.org': held('7', { points: '1' }) },
  );

  it('says what every row sends, by the names HubSpot has for its properties', () => {
    expect(tableOfPlan(plan)).toEqual({
      columns: [
        { index: 0, header: 'email' },
        { index: 1, header: 'name' },
        { index: 2, header: 'points' },
      ],
      rows: [
        { number: 2, cells: ['a@example.org', 'Ada', ''] },
        { number: 3, cells: ['b@example.org', '', '2'] },
        { number: 4, cells: ['c@example.org', '', ''] },
      ],
    });
  });

  it('does without a key where there is none', () => {
    const keyless = planOf(
      [draft(0, null, { name: 'Ada' })],
      {},
      { target: { operation: 'create', keyProperty: null } },
    );
    expect(tableOfPlan(keyless).columns.map(({ header }) => header)).toEqual(['name']);
  });
});
