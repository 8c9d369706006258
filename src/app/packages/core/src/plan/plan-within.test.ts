import { describe, expect, it } from 'vitest';
import { draft, held, planOf } from '../testing/plans.ts';
import { planWithin } from './plan-within.ts';

const limit = new Set(['1', '2']);
/** Ada and Bob are selected, Eve is not, and nobody knows Zoe. */
const drafts = ['ada', 'bob', 'eve', 'zoe'].map((name, slot) => draft(slot, `${name}@example.org`));
const readings = {
  'ada@example.org': held('1', { name: 'Augusta' }),
  'bob@example.org': held('2', { name: 'Ada' }),
  'eve@example.org': held('3', { name: 'Eve' }),
  'zoe@example.org': { kind: 'missing' },
} as const;

describe('a plan that may touch selected records only', () => {
  it.each([
    ['update', ['update', 'unchanged', 'blocked', 'missing']],
    ['upsert', ['update', 'unchanged', 'blocked', 'blocked']],
    ['archive', ['archive', 'archive', 'blocked', 'missing']],
  ] as const)('leaves the others out, and says why: %s', (operation, kinds) => {
    const plan = planOf(drafts, readings, { target: { operation }, choices: { limit } });
    expect(plan.rows.map(({ kind }) => kind)).toEqual(kinds);
    expect(plan.rows[2]).toMatchObject({ rowNumber: 4, issues: [{ code: 'not-selected' }] });
  });

  it('leaves out every row about a record that is not selected, whichever is written for it', () => {
    const twice = [draft(0, 'eve@example.org'), draft(1, 'eve@example.org')];
    const { rows } = planOf(twice, readings, { choices: { limit } });
    expect(rows.map(({ kind }) => kind)).toEqual(['duplicate', 'blocked']);
  });

  it('is the same when it was made elsewhere without that limit', () => {
    const free = planOf(drafts, readings);
    const limited = planWithin(free, limit);
    const made = planOf(drafts, readings, { choices: { limit } });
    expect([limited.digest, limited.sideEffects]).toEqual([made.digest, made.sideEffects]);
    expect(limited.rows.map(({ kind }) => kind)).toEqual(made.rows.map(({ kind }) => kind));
    expect(limited.digest).not.toBe(free.digest);
    expect(planWithin(limited, limit).digest).toBe(limited.digest);
  });
});
