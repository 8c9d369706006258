import { describe, expect, it } from 'vitest';
import { AssociationTable } from './association-table.ts';
import type { Link } from './association-table.ts';

const there = {
  fromTypeId: 'a',
  toTypeId: 'b',
  typeId: 1,
  label: null,
  category: 'HUBSPOT_DEFINED',
} as const;
const back = { fromTypeId: 'b', toTypeId: 'a', typeId: 2, label: null, category: 'HUBSPOT_DEFINED' } as const;
const labelled = {
  fromTypeId: 'a',
  toTypeId: 'b',
  typeId: 7,
  label: 'Boss',
  category: 'USER_DEFINED',
} as const;
const link: Link = { from: { typeId: 'a', id: '1' }, to: { typeId: 'b', id: '2' }, association: there };

function freshTable(): AssociationTable {
  return new AssociationTable([there, back, labelled]);
}

describe('links', () => {
  it('exist in both directions', () => {
    const table = freshTable();
    table.connect(link);
    expect(table.linksFrom(link.from, 'b').map(({ to }) => to.id)).toEqual(['2']);
    expect(table.linksFrom(link.to, 'a').map(({ to }) => to.id)).toEqual(['1']);
  });

  it('are made once, however often they are asked for', () => {
    const table = freshTable();
    table.connect(link);
    table.connect(link);
    expect(table.all()).toHaveLength(2);
  });

  it('can have a label beside the default', () => {
    const table = freshTable();
    table.connect(link);
    table.connect({ ...link, association: labelled });
    expect(table.linksFrom(link.from, 'b').map(({ association }) => association.typeId)).toEqual([1, 7]);
  });

  it('go with both their directions', () => {
    const table = freshTable();
    table.connect(link);
    table.disconnect(link.to, link.from);
    expect(table.all()).toEqual([]);
  });

  it('between other records stay', () => {
    const table = freshTable();
    table.connect(link);
    table.disconnect(link.from, { typeId: 'b', id: '3' });
    expect(table.all()).toHaveLength(2);
  });
});
