import { describe, expect, it } from 'vitest';

import { addressOfType, addressWith, parseBenchAddress } from './page-address.ts';

const url = new URL('http://127.0.0.1:5178/contacts/12/record/0-1/51?scenario=wide~a&sidebar=300&panel=840');

describe('the address of a page', () => {
  it('holds the whole state of the bench', () => {
    expect(parseBenchAddress(url)).toEqual({
      portalId: '12',
      objectTypeId: '0-1',
      recordId: '51',
      scenario: 'wide~a',
      sidebarWidthPx: 300,
      panelWidthPx: 840,
      place: 'card',
      selectedIds: ['51'],
    });
  });

  it('has defaults, and no width that makes no sense', () => {
    const bare = new URL('http://127.0.0.1:5178/contacts/12/record/0-1/51/?sidebar=7&panel=x');
    expect(parseBenchAddress(bare)).toMatchObject({
      scenario: 'default',
      sidebarWidthPx: 320,
      panelWidthPx: undefined,
    });
  });

  it.each([
    { query: 'place=page', place: 'page', selectedIds: ['51'] },
    { query: 'place=action', place: 'action', selectedIds: ['51'] },
    { query: 'place=action&selected=7,9', place: 'action', selectedIds: ['7', '9'] },
    { query: 'place=action&selected=', place: 'action', selectedIds: [] },
    { query: 'place=nowhere', place: 'card', selectedIds: ['51'] },
  ])('names the place: $query', ({ query, ...named }) => {
    expect(parseBenchAddress(new URL(`${url.href}&${query}`))).toMatchObject(named);
  });

  it('changes one thing and keeps the others', () => {
    const next = parseBenchAddress(new URL(addressWith(url, { sidebar: '400' })));
    expect(next).toEqual({ ...parseBenchAddress(url), sidebarWidthPx: 400 });
  });

  it('leads to another record type of the same portal and scenario', () => {
    const next = new URL(addressOfType(url, '0-2'));
    expect(next.pathname).toBe('/contacts/12/record/0-2');
    expect(next.searchParams.get('scenario')).toBe('wide~a');
  });
});
