import { describe, expect, it } from 'vitest';
import type { NamedRecord } from '../records/named-record.ts';
import { draft, foundAs, held, nameIn, namingCompanies, planOf, type PlanWish } from '../testing/plans.ts';
import { associationsOf } from './associations-of.ts';
import type { NamedReading } from './named-reading.ts';
import type { PlannedRow } from './plan.ts';

const ADA = 'ada@example.org';
const byDomain = namingCompanies('domain');
const acme = nameIn(byDomain, 'acme.example');
const SEVERAL: NamedReading = {
  kind: 'several',
  records: [
    { id: '5', label: 'Acme' },
    { id: '6', label: '' },
  ],
};

function planRow(named: readonly NamedRecord[], wish: PlanWish = {}): PlannedRow | undefined {
  return planOf([{ ...draft(0, ADA), named }], { [ADA]: { kind: 'missing' } }, wish).rows[0];
}

describe('records that a row names', () => {
  it('are associated with its record, by their ids', () => {
    const row = planRow([acme, nameIn(namingCompanies(), '9')], {
      named: { 'domain acme.example': foundAs('5'), '9': foundAs('9') },
    });
    expect(row).toMatchObject({
      kind: 'create',
      associations: [
        { toObjectType: 'companies', toId: '5', name: 'acme.example' },
        { toObjectType: 'companies', toId: '9' },
      ],
    });
    expect(row).not.toHaveProperty('unresolved');
  });

  it.each<[string, NamedReading, object]>([
    ['no-such-record', { kind: 'missing' }, { why: 'missing' }],
    ['record-not-read', { kind: 'unread' }, { why: 'unread' }],
    ['several-records', SEVERAL, { why: 'several' }],
  ])('leave the row to be written, and an issue of the cell: %s', (code, reading, why) => {
    const row = planRow([acme], { named: { 'domain acme.example': reading } });
    expect(row).toMatchObject({
      kind: 'create',
      unresolved: [
        { toObjectType: 'companies', name: 'acme.example', ...why, issue: { code, raw: 'acme.example' } },
      ],
    });
    expect(row).not.toHaveProperty('associations');
  });

  it('are candidates where they are several, by name and id', () => {
    const row = planRow([acme], { named: { 'domain acme.example': SEVERAL } });
    expect(row?.unresolved?.[0]?.issue?.candidates).toEqual([
      { value: '5', label: 'Acme (5)' },
      { value: '6', label: '6' },
    ]);
  });

  it('count as not read when nobody asked for them', () => {
    expect(planRow([acme])?.unresolved?.[0]?.why).toBe('unread');
  });

  it('leave the row out where the admin wants all of them or nothing', () => {
    const row = planRow([acme], { choices: { needsAllNamed: true } });
    expect(row).toMatchObject({ kind: 'blocked', issues: [{ code: 'record-not-read' }] });
  });

  it('leave the row out where HubSpot takes no record without', () => {
    const lead = { operation: 'create', objectType: 'leads', keyProperty: null } as const;
    const contacts = { ...byDomain, related: { ...byDomain.related, objectType: 'contacts' } };
    const row = (column: typeof byDomain) =>
      planOf([{ ...draft(0, null), named: [nameIn(column, 'x')] }], {}, { target: lead }).rows[0]?.kind;
    expect([row(byDomain), row(contacts)]).toEqual(['create', 'blocked']);
  });

  it('are associated once, with the types of all columns', () => {
    const other = namingCompanies('hs_object_id', 71);
    const row = planRow([nameIn(namingCompanies(), '9'), nameIn(other, '9'), nameIn(other, '9')], {
      named: { '9': foundAs('9') },
    });
    expect(row?.associations).toHaveLength(1);
    expect(row?.associations?.[0]?.types.map(({ associationTypeId }) => associationTypeId)).toEqual([
      279, 71,
    ]);
  });

  it('are associated once where the open record is one of them', () => {
    const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: 71 }] as const;
    const open = { toObjectType: 'companies', toId: '9', types: [...types] };
    const drafts = [{ ...draft(0, ADA), named: [nameIn(namingCompanies(), '9')] }];
    const plan = planOf(
      drafts,
      { [ADA]: { kind: 'missing' } },
      { named: { '9': foundAs('9') }, choices: { associations: [open] } },
    );
    const [row] = plan.rows;
    const joined = row === undefined ? [] : associationsOf(row, plan);
    expect(joined.map((each) => each.types.map(({ associationTypeId }) => associationTypeId))).toEqual([
      [71, 279],
    ]);
  });

  it('of rows about one record are all associated where the rows are merged, else those of the written one', () => {
    const rows = ['5', '6'].map((id, slot) => ({
      ...draft(slot, ADA),
      named: [nameIn(namingCompanies(), id)],
    }));
    const idsWhere = (otherwise: 'merge' | 'first' | 'last') =>
      planOf(
        rows,
        { [ADA]: held('1', { name: 'Ada' }) },
        {
          named: { '5': foundAs('5'), '6': foundAs('6') },
          choices: { duplicates: { otherwise, byGroup: new Map() } },
        },
      ).rows.flatMap(({ associations = [] }) => associations.map(({ toId }) => toId));
    expect([idsWhere('merge'), idsWhere('first'), idsWhere('last')]).toEqual([['5', '6'], ['5'], ['6']]);
  });

  it('change the digest of the plan with their ids', () => {
    const digestWith = (id: string) =>
      planOf([{ ...draft(0, ADA), named: [acme] }], {}, { named: { 'domain acme.example': foundAs(id) } });
    const unread = { [ADA]: held('1', { name: 'Ada' }) };
    const plan = (id: string) =>
      planOf([{ ...draft(0, ADA), named: [acme] }], unread, {
        named: { 'domain acme.example': foundAs(id) },
      });
    expect(plan('5').digest).not.toBe(plan('6').digest);
    // A row that could not be read is not written, and not associated.
    expect(digestWith('5').digest).toBe(digestWith('6').digest);
  });
});
