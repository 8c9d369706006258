import { describe, expect, it } from 'vitest';
import { draft, held, planOf } from '../testing/plans.ts';
import type { DuplicateChoice } from './duplicates.ts';
import type { KeyReading } from './key-reading.ts';

const ADA = 'ada@example.org';
const ALIAS = 'countess@example.org';
const MISSING: KeyReading = { kind: 'missing' };

function duplicates(otherwise: DuplicateChoice, byGroup: ReadonlyMap<string, DuplicateChoice> = new Map()) {
  return { choices: { duplicates: { otherwise, byGroup } } };
}

const rows = [draft(0, ADA, { name: 'Ada', points: '1' }), draft(1, ADA, { name: 'Augusta' })];

describe('settleDuplicates', () => {
  it.each([
    ['first', 0, { name: 'Ada', points: '1' }],
    ['last', 1, { name: 'Augusta' }],
    ['merge', 1, { name: 'Augusta', points: '1' }],
  ] as const)('%s: row %i is written, the other says which', (choice, written, properties) => {
    const plan = planOf(rows, { [ADA]: MISSING }, duplicates(choice));
    expect(plan.rows[written]).toMatchObject({ kind: 'create', properties });
    expect(plan.rows[1 - written]).toMatchObject({ kind: 'duplicate', ofRow: written + 2, choice });
    expect(plan.duplicates).toMatchObject([{ slots: [0, 1], rowNumbers: [2, 3], writtenSlot: written }]);
  });

  it('finds rows whose addresses lead to one contact', () => {
    const contact = held('5', { email: ADA, hs_additional_emails: ALIAS });
    const plan = planOf([draft(0, ADA), draft(1, ALIAS)], { [ADA]: contact, [ALIAS]: contact });
    expect(plan.rows.map(({ kind }) => kind)).toEqual(['duplicate', 'update']);
  });

  it('lets one group be decided otherwise than the rest', () => {
    const others = [draft(2, 'bo@example.org', { name: 'Bo' }), draft(3, 'bo@example.org', { name: 'Bob' })];
    const readings = { [ADA]: MISSING, 'bo@example.org': MISSING };
    const plan = planOf(
      [...rows, ...others],
      readings,
      duplicates('last', new Map([[`key ${ADA}`, 'first']])),
    );
    expect(plan.rows.map(({ kind }) => kind)).toEqual(['create', 'duplicate', 'duplicate', 'create']);
  });

  it('leaves blocked rows out of it', () => {
    const blocked = { ...draft(0, ADA), issues: [{ code: 'nothing-to-write' } as const] };
    expect(planOf([blocked, draft(1, ADA)], { [ADA]: MISSING }).duplicates).toEqual([]);
  });

  it.each([
    ['red', ';blue', 'red;blue'],
    [';red', ';blue', ';red;blue'],
    [';red', 'blue', 'blue'],
    ['', ';blue', 'blue'],
    ['red', '', ''],
  ])('merges options %j and then %j into %j', (earlier, later, merged) => {
    const plan = planOf([draft(0, ADA, { colours: earlier }), draft(1, ADA, { colours: later })], {
      [ADA]: MISSING,
    });
    expect(plan.rows[1]).toMatchObject({ kind: 'create', properties: { colours: merged } });
  });
});
