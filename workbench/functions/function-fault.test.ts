import { describe, expect, it } from 'vitest';

import { firstHalf, FunctionFaultPlan } from './function-fault.ts';

function strikes(plan: FunctionFaultPlan, count: number): readonly boolean[] {
  return Array.from({ length: count }, () => plan.strike('write_records') !== undefined);
}

describe('a planned fault of a function', () => {
  it.each([
    [{}, [true, false, false]],
    [{ nth: 2 }, [false, true, false]],
    [{ times: 2 }, [true, true, false]],
    [{ nth: 2, times: 'all' }, [false, true, true]],
    [{ functionName: 'write_records' }, [true, false, false]],
    [{ functionName: 'read_records' }, [false, false, false]],
  ] as const)('that matches %j strikes %j', (match, expected) => {
    const plan = new FunctionFaultPlan();
    plan.add({ kind: 'rejected', match });
    expect(strikes(plan, 3)).toEqual(expected);
  });

  it('waits for its turn behind another one', () => {
    const plan = new FunctionFaultPlan();
    plan.add({ kind: 'killed' });
    plan.add({ kind: 'nonsense' });
    expect([1, 2, 3].map(() => plan.strike('write_records')?.kind)).toEqual([
      'killed',
      'nonsense',
      undefined,
    ]);
  });

  it('is forgotten when the plan is cleared', () => {
    const plan = new FunctionFaultPlan();
    plan.add({ kind: 'killed' });
    plan.clear();
    expect(strikes(plan, 1)).toEqual([false]);
  });
});

describe('the first half of the work', () => {
  it.each([
    [
      { batches: [1, 2, 3, 4], workMs: 8000 },
      { batches: [1, 2], workMs: 8000 },
    ],
    [{ batches: [1, 2, 3] }, { batches: [1, 2] }],
    [{ batches: [1] }, { batches: [1] }],
    [{ batches: [] }, { batches: [] }],
    [
      { properties: ['a'], ids: ['1', '2'] },
      { properties: ['a'], ids: ['1'] },
    ],
    [{ objectType: 'contacts' }, { objectType: 'contacts' }],
    ['a text', 'a text'],
    [null, null],
  ])('of %j is %j', (parameters, half) => {
    expect(firstHalf(parameters)).toEqual(half);
  });
});
