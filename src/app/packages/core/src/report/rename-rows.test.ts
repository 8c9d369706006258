import { describe, expect, it } from 'vitest';
import type { NamedReading } from '../plan/named-reading.ts';
import type { Plan } from '../plan/plan.ts';
import type { CellFix } from '../records/draft-choices.ts';
import { draft, foundAs, nameIn, namingCompanies, planOf } from '../testing/plans.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { groupOpenNames, namesOfRenamed, planRenamed, renameRows } from './rename-rows.ts';

const byDomain = namingCompanies('domain');
const KEYS = ['ada@example.org', 'ben@example.org', 'cem@example.org'];

/** Ada names one company and one nobody has, Ben the latter and one that two have, Cem the latter alone. */
const CELLS = [
  ['acme.example', 'none.example'],
  ['none.example', 'twice.example'],
  ['none.example'],
] as const;

const NAMED: Readonly<Record<string, NamedReading>> = {
  'domain acme.example': foundAs('5'),
  'domain none.example': { kind: 'missing' },
  'domain twice.example': {
    kind: 'several',
    records: [
      { id: '6', label: 'North' },
      { id: '7', label: 'South' },
    ],
  },
};

function planNaming(): Plan {
  const drafts = CELLS.map((names, slot) => ({
    ...draft(slot, KEYS[slot] ?? ''),
    named: names.map((name) => nameIn(byDomain, name)),
  }));
  return planOf(drafts, Object.fromEntries(KEYS.map((key) => [key, { kind: 'missing' }])), { named: NAMED });
}

/** Cem was refused; the others are there. */
function endedRun() {
  const plan = planNaming();
  const outcomes = plan.rows.map(({ slot, rowNumber, key }): Outcome =>
    slot === 2
      ? { slot, rowNumber, key, kind: 'not-sent', reason: 'stopped', detail: '' }
      : {
          ...{ slot, rowNumber, key, kind: 'created', recordId: `9${String(slot)}`, url: null },
          evidence: { from: 'read-back', matchedBy: 'key', isFromEarlierAttempt: false },
          ...{ differences: [], warnings: [], updatedAt: null, changedSince: [] },
        },
  );
  return { plan, outcomes };
}

function fixesFor(run: ReturnType<typeof endedRun>, fixes: Readonly<Record<string, CellFix>>) {
  const groups = groupOpenNames(run);
  return new Map(
    groups.flatMap(({ id, issue }) => {
      const fix = 'raw' in issue ? fixes[issue.raw] : undefined;
      return fix === undefined ? [] : [[id, fix] as const];
    }),
  );
}

describe('names that led to no record', () => {
  it('are grouped by the name, of rows whose record is there, the largest group first', () => {
    const groups = groupOpenNames(endedRun());
    expect(groups.map(({ issue, rowNumbers }) => ['raw' in issue && issue.raw, rowNumbers])).toEqual([
      ['none.example', [2, 3]],
      ['twice.example', [3]],
    ]);
  });

  it('cannot be fixed in a plan that was loaded: nobody knows by what they are read', () => {
    const { plan, outcomes } = endedRun();
    const rows = plan.rows.map((row) => ({
      ...row,
      unresolved: (row.unresolved ?? []).map(({ toObjectType, name, why }) => ({ toObjectType, name, why })),
    }));
    expect(groupOpenNames({ plan: { ...plan, rows }, outcomes })).toEqual([]);
  });

  it('are looked up as they are typed, and no row is planned anew whose names nobody fixed', () => {
    const run = endedRun();
    const renamed = renameRows(
      run,
      fixesFor(run, { 'twice.example': { kind: 'text', text: 'New.example; other.example' } }),
    );
    expect(renamed.map(({ row }) => row.slot)).toEqual([1]);
    expect(namesOfRenamed(renamed)).toMatchObject([
      { keyProperty: 'domain', names: ['new.example', 'other.example'] },
    ]);
    expect(renameRows(run, new Map())).toEqual([]);
  });

  it('become associations beside those the row has; what is still open stays, and what is written stays', () => {
    const run = endedRun();
    const renamed = renameRows(
      run,
      fixesFor(run, {
        'none.example': { kind: 'text', text: 'new.example' },
        'twice.example': { kind: 'record', recordId: '7' },
      }),
    );
    const rows = planRenamed(
      renamed,
      new Map([
        ['companies domain new.example', foundAs('8')],
        ['companies hs_object_id 7', foundAs('7')],
      ]),
    );
    expect(rows).toMatchObject([
      {
        kind: 'create',
        slot: 0,
        associations: [{ toId: '5' }, { toId: '8', name: 'new.example' }],
        unresolved: [],
      },
      {
        kind: 'create',
        slot: 1,
        associations: [
          { toId: '8', name: 'new.example' },
          { toId: '7', name: 'twice.example' },
        ],
        unresolved: [],
      },
    ]);
  });

  it('are asked about once more where the fix leads to several records or to none', () => {
    const run = endedRun();
    const renamed = renameRows(
      run,
      fixesFor(run, { 'none.example': { kind: 'text', text: 'twice.example' } }),
    );
    const rows = planRenamed(renamed, new Map([['companies domain twice.example', { kind: 'missing' }]]));
    expect(rows.map(({ unresolved = [] }) => unresolved.map(({ name, why }) => [name, why]))).toEqual([
      [['twice.example', 'missing']],
      [
        ['twice.example', 'several'],
        ['twice.example', 'missing'],
      ],
    ]);
  });

  it('are no longer asked for where they are left blank', () => {
    const run = endedRun();
    const rows = planRenamed(
      renameRows(run, fixesFor(run, { 'none.example': { kind: 'blank' } })),
      new Map(),
    );
    expect(rows.map(({ unresolved }) => unresolved?.map(({ name }) => name))).toEqual([
      [],
      ['twice.example'],
    ]);
  });

  it('are not fixed by what can be no name', () => {
    const plan = planOf(
      [{ ...draft(0, KEYS[0] ?? ''), named: [nameIn(namingCompanies(), '9')] }],
      { [KEYS[0] ?? '']: { kind: 'missing' } },
      { named: { '9': { kind: 'missing' } } },
    );
    const run = { ...endedRun(), plan };
    const fix = (text: string) => renameRows(run, fixesFor(run, { '9': { kind: 'text', text } }));
    expect(fix('nine')).toEqual([]);
    expect(fix('10')).toHaveLength(1);
  });
});
