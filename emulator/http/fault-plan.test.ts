import { describe, expect, it } from 'vitest';
import { FaultPlan } from './fault-plan.ts';
import type { StruckRequest } from './fault-plan.ts';

const bodyText = '{"inputs":[{"properties":{"email":"ada@example.org"}}]}';

function post(path: string): StruckRequest {
  return { method: 'POST', path, bodyText };
}

function strikes(plan: FaultPlan, count: number): readonly boolean[] {
  return Array.from(
    { length: count },
    () => plan.strike(post('/crm/v3/objects/contacts/batch/create')) !== undefined,
  );
}

describe('a planned fault', () => {
  it.each([
    [{}, [true, false, false, false]],
    [{ times: 2 }, [true, true, false, false]],
    [{ nth: 2 }, [false, true, false, false]],
    [{ nth: 2, times: 2 }, [false, true, true, false]],
    [{ times: 'all' }, [true, true, true, true]],
    [{ nth: 3, times: 'all' }, [false, false, true, true]],
    [{ operation: 'create' }, [true, false, false, false]],
    [{ operation: 'upsert' }, [false, false, false, false]],
    [{ objectType: 'contacts' }, [true, false, false, false]],
    [{ objectType: 'contact' }, [false, false, false, false]],
    [{ holds: 'ada@example.org' }, [true, false, false, false]],
    [{ holds: 'bob@example.org' }, [false, false, false, false]],
    [{ operation: 'create', objectType: 'deals' }, [false, false, false, false]],
    [{ method: 'POST' }, [true, false, false, false]],
    [{ method: 'get' }, [false, false, false, false]],
    [{ path: 'contacts/batch/create$' }, [true, false, false, false]],
    [{ path: 'companies' }, [false, false, false, false]],
  ] as const)('that matches %j strikes %j', (match, expected) => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset', match });
    expect(strikes(plan, 4)).toEqual(expected);
  });

  it('waits for its turn behind another one', () => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset' });
    plan.add({ kind: 'hang' });
    const kinds = [1, 2, 3].map(() => plan.strike(post('/'))?.kind);
    expect(kinds).toEqual(['reset', 'hang', undefined]);
  });

  it.each([
    ['/crm/v3/objects/0-3/batch/read', '0-3', 'read'],
    ['/crm/objects/2026-03/deals/batch/archive', 'deals', 'archive'],
    ['/crm/objects/2026-09/2-123/search', '2-123', 'search'],
  ] as const)('knows type and operation of %s', (path, objectType, operation) => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset', match: { objectType, operation } });
    expect(plan.strike(post(path))?.kind).toBe('reset');
  });

  it('takes a request for one record for no operation', () => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset', match: { operation: 'create' } });
    expect(plan.strike(post('/crm/v3/objects/contacts'))).toBeUndefined();
  });

  it('asks for bodies only where one decides', () => {
    const plan = new FaultPlan();
    plan.add({ kind: 'reset', match: { nth: 2 } });
    expect(plan.looksAtBodies).toBe(false);
    plan.add({ kind: 'reset', match: { holds: 'ada' } });
    expect(plan.looksAtBodies).toBe(true);
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
