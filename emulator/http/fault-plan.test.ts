import { describe, expect, it } from 'vitest';
import { FaultPlan } from './fault-plan.ts';

function strikes(plan: FaultPlan, count: number): readonly boolean[] {
  return Array.from(
    { length: count },
    () => plan.strike('POST', '/crm/v3/objects/contacts/batch/create') !== undefined,
  );
}

describe('a planned fault', () => {
  it.each([
    [{}, [true, false, false, false]],
    [{ times: 2 }, [true, true, false, false]],
    [{ nth: 2 }, [false, true, false, false]],
    [{ nth: 2, times: 2 }, [false, true, true, false]],
    [{ method: 'POST' }, [true, false, false, false]],
    [{ method: 'get' }, [false, false, false, false]],
    [{ path: 'contacts/batch/create$' }, [true, false, false, false]],
    [{ path: 'companies' }, [false, false, false, false]],
  ])('that matches %j strikes %j', (match, expected) => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset', match });
    expect(strikes(plan, 4)).toEqual(expected);
  });

  it('waits for its turn behind another one', () => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset' });
    plan.add({ kind: 'hang' });
    const kinds = [1, 2, 3].map(() => plan.strike('GET', '/')?.kind);
    expect(kinds).toEqual(['reset', 'hang', undefined]);
  });

  it('is forgotten when the plan is cleared', () => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset' });
    plan.clear();
    expect(strikes(plan, 1)).toEqual([false]);
  });

  it('with a broken expression is refused when it is planned', () => {
    expect(() => {
      new FaultPlan().add({ kind: 'reset', match: { path: '(' } });
    }).toThrow(SyntaxError);
  });
});
