import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import type { CellFix } from '../records/draft-choices.ts';
import type { RecordIssue } from '../records/draft-record.ts';
import { draft, foundAs, held, nameIn, namingCompanies, planOf, type PlanWish } from '../testing/plans.ts';
import { countForgotten, existingRecords, groupLeftOut, unreadSlots } from './left-out-rows.ts';
import { mendRows, unreadRows } from './mend-rows.ts';
import { draftsOfExisting, planExisting, planMended } from './plan-mended.ts';

const ADA = 'ada@example.org';
const BEN = 'ben@example.org';
const MISSING = { kind: 'missing' } as const;

function wrong(property: string, raw: string, told: object = {}): RecordIssue {
  const expected = { kind: 'number', decimalMarks: ['.'] } as const;
  return {
    code: 'not-a-number',
    property,
    columnIndex: 1,
    raw,
    found: raw,
    expected,
    candidates: [],
    ...told,
  };
}

/** One row with these issues; what is right in it is the name. */
function leftOut(slot: number, key: string | null, ...issues: readonly RecordIssue[]) {
  return { ...draft(slot, key, { name: 'Ada' }), issues };
}

function mend(plan: Plan, fixes: Readonly<Record<number, CellFix>>, timeZone: string | null = null) {
  const byId = groupLeftOut(plan).flatMap(({ id }, place) => {
    const fix = fixes[place];
    return fix === undefined ? [] : [[id, fix] as const];
  });
  return mendRows(plan, { fixes: new Map(byId), timeZone });
}

const text = (typed: string): CellFix => ({ kind: 'text', text: typed });

describe('groupLeftOut', () => {
  it('puts equal cells of many rows into one group, the largest first', () => {
    const plan = planOf(
      [
        leftOut(0, ADA, wrong('points', 'few')),
        leftOut(1, BEN, wrong('points', 'many')),
        leftOut(2, 'cy@example.org', wrong('points', 'many')),
      ],
      {},
    );
    expect(groupLeftOut(plan)).toMatchObject([
      { property: 'points', issue: { raw: 'many' }, slots: [1, 2], rowNumbers: [3, 4] },
      { property: 'points', issue: { raw: 'few' }, slots: [0] },
    ]);
  });

  it('takes every missing key for itself: no two rows have the same', () => {
    const issue = { code: 'key-missing', property: 'email' } as const;
    const plan = planOf([leftOut(0, null, issue), leftOut(1, null, issue)], {});
    expect(groupLeftOut(plan).map(({ slots }) => slots)).toEqual([[0], [1]]);
  });

  it('keeps a stage apart that means another one in another pipeline', () => {
    const inSales = { candidates: [{ value: 's1', label: 'Won' }] };
    const inService = { candidates: [{ value: 't1', label: 'Won' }] };
    const plan = planOf(
      [leftOut(0, ADA, wrong('stage', 'Won', inSales)), leftOut(1, BEN, wrong('stage', 'Won', inService))],
      {},
    );
    expect(groupLeftOut(plan)).toHaveLength(2);
  });

  it('offers nothing for a row with a fault that is none of a cell', () => {
    const plan = planOf([leftOut(0, ADA, wrong('points', 'many'), { code: 'nothing-to-write' })], {});
    expect(groupLeftOut(plan)).toEqual([]);
  });

  it('offers another key where there is no such record', () => {
    const plan = planOf([draft(0, ADA)], { [ADA]: MISSING }, { target: { operation: 'update' } });
    expect(groupLeftOut(plan)).toMatchObject([{ property: 'email', issue: { code: 'record-missing' } }]);
  });
});

describe('countForgotten', () => {
  it('counts rows of which the cells are not known any more', () => {
    const plan = planOf([leftOut(0, ADA, wrong('points', 'many')), draft(1, BEN)], { [BEN]: MISSING });
    const rows = plan.rows.map((row) => {
      if (row.kind !== 'blocked') return row;
      const { slot, rowNumber, key, kind, issues } = row;
      return { slot, rowNumber, key, kind, issues };
    });
    expect(countForgotten(plan)).toBe(0);
    expect(countForgotten({ ...plan, rows })).toBe(1);
    expect(groupLeftOut({ ...plan, rows })).toEqual([]);
  });
});

describe('mendRows', () => {
  const plan = planOf(
    [leftOut(0, ADA, wrong('points', 'many')), leftOut(1, BEN, wrong('points', 'many'))],
    {},
  );

  it('mends all rows of equal cells with one fix, and leaves their other cells alone', () => {
    expect(mend(plan, { 0: text(' 1,234.5 ') })).toEqual([
      { slot: 0, rowNumber: 2, key: ADA, properties: { name: 'Ada', points: '1234.5' }, issues: [] },
      { slot: 1, rowNumber: 3, key: BEN, properties: { name: 'Ada', points: '1234.5' }, issues: [] },
    ]);
  });

  it('leaves the cell out where that is wanted', () => {
    expect(mend(plan, { 0: { kind: 'blank' } })).toMatchObject([{ properties: { name: 'Ada' } }, {}]);
    expect(mend(plan, { 0: { kind: 'blank' } })[0]?.properties).not.toHaveProperty('points');
  });

  it.each(['few', '1.2.3.4'])('takes no fix that is no value of the property: %s', (typed) => {
    expect(mend(plan, { 0: text(typed) })).toEqual([]);
  });

  it('waits until every fault of a row has a fix', () => {
    const both = planOf([leftOut(0, ADA, wrong('points', 'many'), wrong('bought', 'soon'))], {});
    expect(mend(both, { 0: text('1') })).toEqual([]);
    expect(mend(both, { 0: text('1'), 1: text('2026-01-31') })).toMatchObject([
      { properties: { name: 'Ada', points: '1', bought: '2026-01-31' } },
    ]);
  });

  it('gives a row the key it lacks, normalised', () => {
    const keyless = planOf([leftOut(0, null, { code: 'key-missing', property: 'email' })], {});
    expect(mend(keyless, { 0: text(' Ada@Example.org ') })).toMatchObject([
      { key: ADA, properties: { name: 'Ada' } },
    ]);
    expect(mend(keyless, { 0: { kind: 'blank' } })).toEqual([]);
    expect(mend(keyless, { 0: text('x'.repeat(1001)) })).toEqual([]);
  });

  it('writes the key of a create as a value, too', () => {
    const issue = wrong('email', 'ada(at)example.org');
    const create = planOf([leftOut(0, null, issue)], {}, { target: { operation: 'create' } });
    expect(mend(create, { 0: text(ADA) })).toMatchObject([
      { key: ADA, properties: { name: 'Ada', email: ADA } },
    ]);
    expect(mend(create, { 0: { kind: 'blank' } })).toMatchObject([
      { key: null, properties: { name: 'Ada' } },
    ]);
  });

  it('adds a fixed option to those HubSpot holds where the column does', () => {
    const issue = wrong('colours', 'rde', { expected: { kind: 'options' } });
    const appends = {
      columns: [{ header: 'C', property: 'colours', policy: 'overwrite', appends: true } as const],
    };
    const adding = planOf([leftOut(0, ADA, issue)], {}, { choices: appends });
    expect(mend(adding, { 0: { kind: 'value', value: 'red' } })).toMatchObject([
      { properties: { colours: ';red' } },
    ]);
    const replacing = planOf([leftOut(0, ADA, issue)], {});
    expect(mend(replacing, { 0: { kind: 'value', value: 'red' } })).toMatchObject([
      { properties: { colours: 'red' } },
    ]);
  });

  it('makes a record of a key alone where there is nothing else, and nothing of an update', () => {
    const bare = { ...leftOut(0, ADA, wrong('points', 'many')), properties: {} };
    expect(mend(planOf([bare], {}), { 0: { kind: 'blank' } })).toMatchObject([
      { properties: { email: ADA } },
    ]);
    const update = planOf([bare], {}, { target: { operation: 'update' } });
    expect(mend(update, { 0: { kind: 'blank' } })).toEqual([]);
  });
});

describe('a row that names another record', () => {
  const column = namingCompanies('name');
  const named = [nameIn(column, 'twice')];
  const several = {
    kind: 'several',
    records: [
      { id: '5', label: 'A' },
      { id: '6', label: 'B' },
    ],
  } as const;
  const wish: PlanWish = { choices: { needsAllNamed: true }, named: { 'name twice': several } };
  const plan = planOf([{ ...draft(0, ADA), named }], { [ADA]: MISSING }, wish);
  const run = { plan, outcomes: [] };
  const read = (known: Readonly<Record<string, ReturnType<typeof foundAs>>>) => ({
    readings: new Map([[ADA, MISSING]]),
    named: new Map(Object.entries(known)),
    readAt: 1,
  });

  it('is written with the record that was chosen', () => {
    const drafts = mend(plan, { 0: { kind: 'record', recordId: '6' } });
    const rows = planMended(run, drafts, read({ 'companies hs_object_id 6': foundAs('6') }));
    expect(rows).toMatchObject([{ kind: 'create', associations: [{ toId: '6' }] }]);
  });

  it('is written without it where the cell is left out', () => {
    const rows = planMended(run, mend(plan, { 0: { kind: 'blank' } }), read({}));
    expect(rows).toMatchObject([{ kind: 'create' }]);
    expect(rows[0]).not.toHaveProperty('associations');
  });

  it('stays out where the new name is no record either, and says so', () => {
    const drafts = mend(plan, { 0: text('nobody') });
    expect(drafts).toHaveLength(1);
    expect(planMended(run, drafts, read({}))).toMatchObject([
      { kind: 'blocked', issues: [{ code: 'record-not-read' }], draft: { named: [{ name: 'nobody' }] } },
    ]);
  });
});

describe('planMended', () => {
  const at = (key: string, reading: ReturnType<typeof held> | typeof MISSING) => ({
    readings: new Map([[key, reading]]),
    named: new Map(),
    readAt: 1,
  });
  const plan = planOf([leftOut(0, ADA, wrong('points', 'many'))], {}, { policies: { name: 'fill-blanks' } });
  const drafts = mend(plan, { 0: text('5') });

  it('creates what is not there, under the slot the row had', () => {
    expect(planMended({ plan, outcomes: [] }, drafts, at(ADA, MISSING))).toEqual([
      { slot: 0, rowNumber: 2, key: ADA, kind: 'create', properties: { name: 'Ada', points: '5' } },
    ]);
  });

  it('updates what is there: only what differs, by the columns’ policies', () => {
    const found = held('71', { name: 'Old', points: '1' });
    expect(planMended({ plan, outcomes: [] }, drafts, at(ADA, found))).toMatchObject([
      { kind: 'update', recordId: '71', properties: { points: '5' }, kept: [{ property: 'name' }] },
    ]);
  });

  it('keeps out what could not be read', () => {
    expect(planMended({ plan, outcomes: [] }, drafts, at(BEN, MISSING))).toMatchObject([{ kind: 'unread' }]);
  });

  it('joins two mended rows about one record, the later cells winning', () => {
    const issue = { code: 'key-missing', property: 'email' } as const;
    const two = planOf(
      [leftOut(0, null, issue), { ...leftOut(1, null, issue), properties: { name: 'Eva' } }],
      {},
    );
    const rows = planMended(
      { plan: two, outcomes: [] },
      mend(two, { 0: text(ADA), 1: text(ADA) }),
      at(ADA, MISSING),
    );
    expect(rows).toMatchObject([
      { kind: 'duplicate', ofRow: 3 },
      { kind: 'create', properties: { name: 'Eva' } },
    ]);
  });

  it.each([
    {
      mended: 0,
      other: 1,
      expected: { kind: 'update', properties: { points: '5' } },
      why: 'a later row wrote its name',
    },
    {
      mended: 1,
      other: 0,
      expected: { kind: 'update', properties: { points: '5', name: 'Ada' } },
      why: 'an earlier one did',
    },
  ])('goes by the order of the input where $why', ({ mended, other, expected }) => {
    const rows = [leftOut(mended, null, wrong('points', 'many'), { code: 'key-missing', property: 'email' })];
    const both = planOf([...rows, draft(other, ADA, { name: 'Eva' })], { [ADA]: MISSING });
    const written: Outcome = {
      ...{ slot: other, rowNumber: other + 2, key: ADA, kind: 'created', recordId: '71', url: null },
      evidence: { from: 'answer', matchedBy: 'key', isFromEarlierAttempt: false },
      ...{ differences: [], warnings: [], updatedAt: null, changedSince: [] },
    };
    const planned = planMended(
      { plan: both, outcomes: [written] },
      mend(both, { 0: text('5'), 1: text(ADA) }),
      at(ADA, held('71', { name: 'Eva' })),
    );
    expect(planned).toMatchObject([expected]);
    expect(planned[0]).toHaveProperty('properties', expected.properties);
  });
});

describe('a row that was left out because its record is there', () => {
  const taken = planOf(
    [draft(0, ADA, { email: ADA, name: 'Ada', points: '5' })],
    { [ADA]: held('71', {}) },
    { target: { operation: 'create' } },
  );

  it('can be an update of that record, which keeps its key', () => {
    expect(existingRecords(taken)).toEqual(new Map([[0, '71']]));
    const drafts = draftsOfExisting(taken, new Set([0]));
    const readings = new Map([['71', held('71', { name: 'Ada', points: '1', email: 'first@example.org' })]]);
    const rows = planExisting({ plan: taken, outcomes: [] }, drafts, {
      readings,
      named: new Map(),
      readAt: 1,
    });
    expect(rows).toMatchObject([
      {
        slot: 0,
        key: ADA,
        kind: 'update',
        recordId: '71',
        properties: { points: '5' },
        before: { points: '1' },
      },
    ]);
    expect(rows[0]).toHaveProperty('properties', { points: '5' });
  });

  it('is no such row in an archive', () => {
    expect(existingRecords({ ...taken, operation: 'archive' }).size).toBe(0);
  });
});

describe('a row HubSpot could not be asked about', () => {
  it('needs no fix, only another reading', () => {
    const plan = planOf([draft(0, ADA, { name: 'Ada' })], { [ADA]: { kind: 'unread' } });
    expect(unreadSlots(plan)).toEqual(new Set([0]));
    expect(unreadRows(plan)).toEqual([draft(0, ADA, { name: 'Ada' })]);
    expect(mend(plan, {})).toEqual([]);
    expect(groupLeftOut(plan)).toEqual([]);
  });
});
