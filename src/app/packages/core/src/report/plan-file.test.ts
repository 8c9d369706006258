import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyReading } from '../plan/key-reading.ts';
import type { Plan } from '../plan/plan.ts';
import { draft, foundAs, held, nameIn, namingCompanies, planOf, PLAN_PROPERTIES } from '../testing/plans.ts';
import { readCsv } from '../testing/read-csv.ts';
import { PLAN_COLUMNS, writePlanFile } from './plan-file.ts';
import { isPlanFile, readPlanFile, readPlanFileHead } from './read-plan-file.ts';

const ADA = 'ada@example.org';
const MISSING: KeyReading = { kind: 'missing' };

function write(plan: Plan): string {
  return writePlanFile(plan, (property) => `the ${property}`);
}

/** A row of every kind, and a value that is sent otherwise than it will stand in HubSpot. */
const every = planOf(
  [
    draft(0, 'new@example.org', { name: '=1+1', points: '007' }),
    draft(1, ADA, { name: 'Ada, "the first"', colours: ';blue' }),
    draft(2, 'same@example.org'),
    { ...draft(3, null), issues: [{ code: 'nothing-to-write' }] },
    draft(4, 'twice@example.org'),
    draft(5, 'twice@example.org'),
    draft(6, 'unread@example.org'),
  ],
  {
    'new@example.org': MISSING,
    [ADA]: held('5', { name: 'Bo\r\nBe', colours: 'red' }),
    'same@example.org': held('6', { name: 'Ada' }),
    'twice@example.org': MISSING,
  },
  { policies: { name: 'overwrite', colours: 'fill-blanks' }, target: {} },
);

describe('writePlanFile', () => {
  it('has one line per cell that changes, with old and new value, and one per other row', () => {
    const overwriting = planOf(
      [draft(0, ADA, { name: 'Ada', colours: ';blue' }), draft(1, 'same@example.org')],
      { [ADA]: held('5', { name: 'Bo', colours: 'red' }), 'same@example.org': held('6', { name: 'Ada' }) },
    );
    expect(readCsv(write(overwriting)).filter((_, index) => index !== 1)).toEqual([
      [...PLAN_COLUMNS],
      ['2', ADA, 'update', '5', 'name', 'the name', 'Bo', 'Ada', '', '', '', ''],
      ['2', ADA, 'update', '5', 'colours', 'the colours', 'red', 'red;blue', ';blue', '', '', ''],
      ['3', 'same@example.org', 'unchanged', '6', '', '', '', '', '', '', '', ''],
    ]);
  });

  it('runs no formula in a spreadsheet', () => {
    const cells = readCsv(write(every)).flat();
    expect(cells).toContain("'=1+1");
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });
});

describe('readPlanFile', () => {
  it('gives back the plan, with its digest', () => {
    const read = readPlanFile(write(every), PLAN_PROPERTIES);
    expect(read).toMatchObject({ kind: 'plan', plan: { digest: every.digest, columns: every.columns } });
  });

  it('says which object type the plan is for before its properties are known', () => {
    expect(readPlanFileHead(write(every))).toMatchObject({ objectType: 'contacts', operation: 'upsert' });
  });

  it('gives back every plan, whatever is in its cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '=x', "'=x", 'a;b', '"', '\r\n', '\t', '1,2', '007'),
      fc.string(),
    );
    const row = fc.record({ name: cell, points: cell });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row, fc.boolean()), { maxLength: 6 }), (rows) => {
        const drafts = rows.map(([wanted], slot) => draft(slot, `row${String(slot)}@example.org`, wanted));
        const readings = Object.fromEntries(
          rows.map(([, before, isThere], slot) => [
            `row${String(slot)}@example.org`,
            isThere ? held(String(slot + 1), before) : MISSING,
          ]),
        );
        const plan = planOf(drafts, readings);
        expect(readPlanFile(write(plan), PLAN_PROPERTIES)).toMatchObject({
          kind: 'plan',
          plan: { digest: plan.digest },
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives back what each row is associated with, and knows when that was changed', () => {
    const column = namingCompanies();
    const named = (name: string) => [nameIn(column, name), nameIn(column, '7')];
    const drafts = [
      { ...draft(0, ADA, { name: 'Ada', points: '1' }), named: named('5') },
      { ...draft(1, 'same@example.org'), named: named('6') },
    ];
    const plan = planOf(
      drafts,
      { [ADA]: MISSING, 'same@example.org': held('6', { name: 'Ada' }) },
      { named: { '5': foundAs('5'), '6': foundAs('6'), '7': foundAs('7') } },
    );
    expect(plan.rows.map((row) => row.associations?.map(({ toId }) => toId))).toEqual([
      ['5', '7'],
      ['6', '7'],
    ]);
    const text = write(plan);
    expect(readPlanFile(text, PLAN_PROPERTIES)).toMatchObject({
      kind: 'plan',
      plan: { digest: plan.digest, rows: plan.rows },
    });
    const changed = text.replace('companies 7 ', 'companies 8 ');
    expect(readPlanFile(changed, PLAN_PROPERTIES).kind).toBe('altered');
    expect(readPlanFile(text.replace('companies 7 ', 'companies x '), PLAN_PROPERTIES).kind).toBe(
      'unreadable',
    );
  });

  it('reads a file of a version that had no column for associations', () => {
    const without = readCsv(write(every)).map((cells) => cells.filter((_, place) => place !== 10));
    const quoted = without.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
    expect(readPlanFile(quoted.join('\r\n'), PLAN_PROPERTIES)).toMatchObject({
      kind: 'plan',
      plan: { digest: every.digest },
    });
  });

  it.each([
    ['a new value', (text: string) => text.replace('007', '7')],
    ['an old value', (text: string) => text.replace('Be', 'Bee')],
    ['the record', (text: string) => text.replace(',update,5,', ',update,6,')],
    ['a row that is left out', (text: string) => text.replace(/^5,,blocked.*\r\n/m, '')],
    ['a policy', (text: string) => text.replace('fill-blanks', 'never')],
  ])('notices that %s was changed', (_, change) => {
    const text = write(every);
    expect(change(text)).not.toBe(text);
    expect(readPlanFile(change(text), PLAN_PROPERTIES).kind).toBe('altered');
  });

  it.each([
    [
      'an action nobody knows',
      (text: string) => text.replace(',update,', ',destroy,'),
      { kind: 'unreadable', line: 5 },
    ],
    [
      'a head that was cut',
      (text: string) => text.replace('"digest', '"digets'),
      { kind: 'unreadable', line: 2 },
    ],
    [
      'an update of no record',
      (text: string) => text.replaceAll(',update,5,', ',update,,'),
      { kind: 'unreadable', line: 5 },
    ],
  ] as const)('names the line of %s', (_, change, expected) => {
    const text = write(every);
    expect(change(text)).not.toBe(text);
    expect(readPlanFile(change(text), PLAN_PROPERTIES)).toEqual(expected);
  });

  it('names a property that was deleted since', () => {
    const properties = new Map([...PLAN_PROPERTIES].filter(([name]) => name !== 'points'));
    expect(readPlanFile(write(every), properties)).toEqual({ kind: 'unknown-property', property: 'points' });
  });
});

describe('isPlanFile', () => {
  it.each([
    ['a plan', true, write(every)],
    ['a plan as a spreadsheet pastes it', true, write(every).replaceAll(',', '\t')],
    ['another table', false, 'Row,Key\r\n1,2'],
    ['nothing', false, ''],
  ])('says of %s: %s', (_, expected, text) => {
    expect(isPlanFile(text)).toBe(expected);
  });
});
