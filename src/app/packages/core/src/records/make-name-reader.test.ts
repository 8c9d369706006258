import { describe, expect, it } from 'vitest';
import { namingCompanies } from '../testing/plans.ts';
import { makeProperty } from '../testing/properties.ts';
import type { CellFix } from './draft-choices.ts';
import { makeNameReader } from './make-name-reader.ts';
import type { AssociationColumn } from './named-record.ts';

const byId = namingCompanies();
const byDomain = namingCompanies('domain');
const byEmail: AssociationColumn = {
  ...byDomain,
  property: makeProperty('email', { hasUniqueValue: true }),
  bySearch: false,
};

function namesIn(
  cell: string,
  column: AssociationColumn,
  { fixes = {}, clearToken }: { readonly fixes?: Record<string, CellFix>; readonly clearToken?: string } = {},
) {
  const read = makeNameReader([column], {
    fixes: new Map([[column.columnIndex, new Map(Object.entries(fixes))]]),
    ...(clearToken === undefined ? {} : { clearToken }),
  });
  return read({ number: 2, cells: ['ada@example.org', cell] }).map((named) =>
    named.kind === 'name' ? `${named.keyProperty}: ${named.name}` : named.issue.code,
  );
}

describe('a cell that names records', () => {
  it.each([
    ['1', byId, ['hs_object_id: 1']],
    [' 1; 2 ;;3;', byId, ['hs_object_id: 1', 'hs_object_id: 2', 'hs_object_id: 3']],
    ['', byId, []],
    [' ; ', byId, []],
    ['ACME.example ', byDomain, ['domain: acme.example']],
    ['Ada@Example.org', byEmail, ['email: ada@example.org']],
    ['1;x', byId, ['hs_object_id: 1', 'record-id-not-a-number']],
    ['nobody', byEmail, ['not-an-email']],
    ['acme\u200b.example', byDomain, ['invisible-characters']],
  ] as const)('%j', (cell, column, names) => {
    expect(namesIn(cell, column)).toEqual(names);
  });

  it('is not what clears values', () => {
    expect(namesIn('-', byDomain, { clearToken: '-' })).toEqual([]);
  });

  it.each<[string, CellFix, readonly string[]]>([
    ['a record', { kind: 'record', recordId: '7' }, ['domain: a.example', 'hs_object_id: 7']],
    [
      'another text',
      { kind: 'text', text: 'b.example; c.example' },
      ['domain: a.example', 'domain: b.example', 'domain: c.example'],
    ],
    [
      'what the issue offered',
      { kind: 'value', value: 'b.example' },
      ['domain: a.example', 'domain: b.example'],
    ],
    ['nothing', { kind: 'blank' }, ['domain: a.example']],
  ])('may have one of its names stand for %s', (_, fix, names) => {
    expect(namesIn('a.example;x y', byDomain, { fixes: { 'x y': fix } })).toEqual(names);
  });

  it('tells what is wrong of the name alone, where it is and of which type', () => {
    const [, wrong] = makeNameReader([byId], {})({ number: 2, cells: ['', '1; x'] });
    expect(wrong).toMatchObject({
      raw: 'x',
      issue: { raw: 'x', columnIndex: 1, property: 'hs_object_id', relatedType: 'companies' },
    });
  });
});
