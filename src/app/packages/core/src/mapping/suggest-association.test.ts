import { describe, expect, it } from 'vitest';
import { mapColumns } from './map-columns.ts';
import { COMPANY_PROPERTIES, CONTACT_PROPERTIES, makeTable } from './testing/make-table.ts';

function mappingOf(header: string, cells: readonly string[], properties = CONTACT_PROPERTIES) {
  const table = makeTable(['Email', header], ...cells.map((cell) => ['ada@example.org', cell]));
  return mapColumns(table, properties, new Map())[1];
}

const byId = (objectType: string) => ({ objectType, keyProperty: 'hs_object_id', typeName: null });

describe('a column of records to associate with', () => {
  it.each([
    ['Associated Company IDs', 'companies'],
    ['associated company id', 'companies'],
    ['Associated Deal IDs', 'deals'],
    ['Associated Ticket IDs', 'tickets'],
    ['Record ID - Company', 'companies'],
  ])('%j names %s by their ids', (header, objectType) => {
    expect(mappingOf(header, ['20200001', '1;2', '', '3 ; 4'])).toMatchObject({
      kind: 'associated',
      namedBy: byId(objectType),
    });
  });

  it.each([
    ['Associated Company IDs', ['20200001', 'Acme']],
    ['Associated Company IDs', ['']],
    ['Associated Company', ['Acme']],
    ['Associated Company', ['20200001']],
    ['Company ID', ['20200001']],
    ['Associated Contact IDs', ['20200001']],
    ['Associated Note IDs', ['20200001']],
    ['Company Domain Name', ['acme.example']],
  ])('is not what %j of %j is taken for in a table of contacts', (header, cells) => {
    expect(mappingOf(header, cells)?.kind).not.toBe('associated');
  });

  it('is one of contacts in a table of companies', () => {
    expect(mappingOf('Associated Contact IDs', ['1'], COMPANY_PROPERTIES)).toMatchObject({
      kind: 'associated',
      namedBy: byId('contacts'),
    });
  });

  it('is what the admin chose, or left out', () => {
    const table = makeTable(['Email', 'Site'], ['ada@example.org', 'acme.example']);
    const namedBy = { objectType: 'companies', keyProperty: 'domain', typeName: 'USER_DEFINED:71' };
    expect(mapColumns(table, CONTACT_PROPERTIES, new Map([[1, namedBy]]))[1]).toMatchObject({
      kind: 'associated',
      namedBy,
      reason: 'chosen',
      confidence: 1,
    });
    const ids = makeTable(['Email', 'Associated Company IDs'], ['ada@example.org', '1']);
    expect(mapColumns(ids, CONTACT_PROPERTIES, new Map([[1, null]]))[1]?.kind).toBe('unmapped');
  });
});
