import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRememberedMapping } from '../contract/remembered-mapping.ts';
import type { RememberedMapping } from '../contract/remembered-mapping.ts';
import type { Property } from '../contract/describe-object-type.ts';
import type { Table } from '../input/table.ts';
import { mapColumns } from '../mapping/map-columns.ts';
import type { MappingChoices, NamedBy } from '../mapping/mapping.ts';
import { CONTACT_PROPERTIES, makeProperty, makeTable } from '../mapping/testing/make-table.ts';
import { applyMapping } from './apply-mapping.ts';
import type { ValueChoices } from './draft-choices.ts';
import { isRecognisable, rememberMapping } from './remember-mapping.ts';

const description = {
  objectType: 'contacts',
  objectTypeId: '0-1',
  singularLabel: 'Contact',
  pluralLabel: 'Contacts',
  properties: [...CONTACT_PROPERTIES],
  keys: [
    { property: 'email', label: 'Email', operations: ['upsert' as const] },
    { property: 'hs_object_id', label: 'Record ID', operations: ['update' as const, 'archive' as const] },
  ],
  requiredProperties: [],
};
const NOW = Date.UTC(2026, 2, 12, 10);
const dayFirst = { kind: 'date', order: 'dmy', firstYear: 2000 } as const;

type Choices = MappingChoices;

const BY_DOMAIN: NamedBy = { objectType: 'companies', keyProperty: 'domain', typeName: 'USER_DEFINED:71' };
const BY_ID: NamedBy = { objectType: 'companies', keyProperty: 'hs_object_id', typeName: null };

function remember(table: Table, choices: Choices, values: ValueChoices = {}): RememberedMapping {
  const mappings = mapColumns(table, description.properties, choices);
  return rememberMapping(
    { objectType: 'contacts', operation: 'upsert', keyProperty: 'email', mappings, values },
    NOW,
  );
}

function mapped(table: Table, choices: Choices, properties: readonly Property[] = description.properties) {
  return mapColumns(table, properties, choices).map((mapping) => {
    if (mapping.kind === 'associated') return mapping.namedBy;
    return mapping.kind === 'mapped' ? mapping.property.name : null;
  });
}

describe('a remembered mapping', () => {
  it('is a document that can be read back', () => {
    const mapping = remember(makeTable(['Email', 'Born'], ['a@example.org', '1.2.1990']), new Map(), {
      formats: new Map([[1, dayFirst]]),
      clearToken: '-',
    });
    expect(readRememberedMapping(JSON.stringify(mapping))).toEqual({ kind: 'mapping', mapping });
    expect(mapping.savedAt).toBe('2026-03-12T10:00:00.000Z');
  });

  it('holds no cell, no fix and no time zone', () => {
    const table = makeTable(['Email', 'City'], ['ada@example.org', 'Bonn']);
    const fixes = new Map([[1, new Map([['Bonn', { kind: 'text', text: 'Berlin' } as const]])]]);
    const text = JSON.stringify(remember(table, new Map(), { fixes, timeZone: 'Europe/Berlin' }));
    expect(text).not.toMatch(/ada@|Bonn|Berlin/);
  });

  it('brings every mapping back, whatever was chosen and however the columns are ordered', () => {
    const headers = ['Email', 'First Name', 'Town', 'Telefon', 'Note', 'Note', ' ', 'E-Mail', 'Company'];
    const names = [null, 'email', 'city', 'phone', 'mobilephone', 'fax', 'company', BY_DOMAIN, BY_ID];
    const choices = fc.dictionary(fc.integer({ min: 0, max: 8 }).map(String), fc.constantFrom(...names));
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 6, 7, 8], { minLength: 7 });
    fc.assert(
      fc.property(choices, shuffled, (chosen, order) => {
        const table = makeTable(headers);
        const byIndex = new Map(Object.entries(chosen).map(([index, name]) => [Number(index), name]));
        const before = mapped(table, byIndex);
        // The two columns of one name keep their order; nothing could tell them apart.
        const places = [...order.slice(0, 3), 4, ...order.slice(3, 5), 5, ...order.slice(5)];
        const again = makeTable(places.map((place) => headers[place] ?? ''));
        const applied = applyMapping(remember(table, byIndex), again, description);
        expect(mapped(again, applied.columnChoices)).toEqual(places.map((place) => before[place]));
        expect(applied).toMatchObject({ dropped: [], unknownHeaders: [] });
      }),
    );
  });

  it('keeps whether every record is associated with the open one, and by which label', () => {
    const table = makeTable(['Email']);
    const mappings = mapColumns(table, description.properties, new Map());
    const openRecord = { objectType: 'companies', typeName: null };
    const inForce = { objectType: 'contacts', operation: 'upsert', keyProperty: 'email', mappings } as const;
    const kept = rememberMapping({ ...inForce, values: {}, openRecord }, NOW);
    const read = readRememberedMapping(JSON.stringify(kept));
    expect(read).toEqual({ kind: 'mapping', mapping: kept });
    expect(applyMapping(kept, table, description).openRecord).toEqual(openRecord);
    expect(applyMapping(remember(table, new Map()), table, description).openRecord).toBeNull();
  });

  it('keeps what a column names, and that a column of records is left out', () => {
    const cells = ['ada@example.org', '1;2', 'acme.example'];
    const table = makeTable(['Email', 'Associated Company IDs', 'Site'], cells);
    const suggested = remember(table, new Map([[2, BY_DOMAIN]]));
    expect(readRememberedMapping(JSON.stringify(suggested))).toEqual({ kind: 'mapping', mapping: suggested });
    expect([...applyMapping(suggested, table, description).columnChoices]).toEqual([[2, BY_DOMAIN]]);
    const leftOut = remember(table, new Map([[1, null]]));
    expect(mapped(table, applyMapping(leftOut, table, description).columnChoices)[1]).toBeNull();
  });

  it('chooses nothing where the suggestion is the same', () => {
    const table = makeTable(['Email', 'First Name', 'Nickname']);
    const { columnChoices } = applyMapping(remember(table, new Map([[2, 'salutation']])), table, description);
    expect([...columnChoices]).toEqual([[2, 'salutation']]);
  });

  it('keeps a column left out that a choice would free a property for', () => {
    const table = makeTable(['Email', 'E-Mail address']);
    const wanted = new Map([
      [0, null],
      [1, null],
    ]);
    const { columnChoices } = applyMapping(remember(table, wanted), table, description);
    expect(mapped(table, columnChoices)).toEqual([null, null]);
  });

  it('brings formats and other choices to their columns', () => {
    const values: ValueChoices = {
      formats: new Map([[2, dayFirst]]),
      appendingColumns: new Set([1]),
      policies: new Map([[0, 'fill-blanks']]),
      clearToken: '(none)',
    };
    const table = makeTable(['Email', 'Lead Status', 'Date of birth']);
    const again = makeTable(['Date of birth', 'Email', 'Lead Status']);
    expect(applyMapping(remember(table, new Map(), values), again, description).values).toEqual({
      formats: new Map([[0, dayFirst]]),
      appendingColumns: new Set([2]),
      policies: new Map([[1, 'fill-blanks']]),
      clearToken: '(none)',
    });
  });

  it.each([
    ['a format of another kind', { format: { kind: 'roman' } }],
    ['half a format', { format: { kind: 'date', order: 'dmy' } }],
    ['a text for a format', { format: 'dmy' }],
    ['a word for a yes', { appends: 'yes' }],
    ['a policy of another kind', { policy: 'sometimes' }],
    ['a choice nobody knows', { colour: 'red' }],
  ])('passes over %s', (_, choices) => {
    const table = makeTable(['Email']);
    const mapping = remember(table, new Map());
    const changed = { ...mapping, columns: mapping.columns.map((column) => ({ ...column, choices })) };
    expect(applyMapping(changed, table, description).values).toEqual({
      formats: new Map(),
      appendingColumns: new Set(),
      policies: new Map(),
    });
  });

  it('drops and names properties that are gone or became read-only', () => {
    const table = makeTable(['Email', 'Town', 'Phone']);
    const mapping = remember(table, new Map([[1, 'city']]));
    const properties = [
      ...description.properties.filter(({ name }) => name !== 'city' && name !== 'phone'),
      makeProperty('phone', 'Phone Number', { readOnly: true }),
    ];
    const applied = applyMapping(mapping, table, { ...description, properties });
    expect(applied.dropped).toEqual([
      { header: 'Town', property: 'city', reason: 'gone' },
      { header: 'Phone', property: 'Phone Number', reason: 'read-only' },
    ]);
    expect(mapped(table, applied.columnChoices, properties)[0]).toBe('email');
  });

  it('gives no property to two columns, whoever wrote the file', () => {
    const table = makeTable(['A', 'B']);
    const mapping = remember(table, new Map([[0, 'city']]));
    const columns = mapping.columns.map((column) => ({ ...column, property: 'city' }));
    const applied = applyMapping({ ...mapping, columns }, table, description);
    expect(applied.dropped).toEqual([{ header: 'B', property: 'City', reason: 'already-taken' }]);
    expect(mapped(table, applied.columnChoices)).toEqual(['city', null]);
  });

  it('gives up a key that HubSpot does not accept for the operation', () => {
    const table = makeTable(['Email']);
    const mapping = remember(table, new Map());
    expect(applyMapping(mapping, table, description)).toMatchObject({
      operation: 'upsert',
      keyProperty: 'email',
    });
    const update = { ...mapping, operation: 'update' as const };
    expect(applyMapping(update, table, description)).toMatchObject({
      operation: 'update',
      keyProperty: null,
    });
  });

  it('of a table with other headers counts as far as they are the same', () => {
    const mapping = remember(makeTable(['Email', 'Town']), new Map([[1, 'city']]));
    const table = makeTable(['Nickname', 'Town', 'Town']);
    const applied = applyMapping(mapping, table, description);
    expect(mapped(table, applied.columnChoices).slice(0, 2)).toEqual([null, 'city']);
    expect(applied.unknownHeaders).toEqual(['Nickname', 'Town']);
  });
});

describe('isRecognisable', () => {
  it.each([
    [['Email', ''], true],
    [['', ' '], false],
    [['x'.repeat(501)], false],
    [Array.from({ length: 1000 }, () => 'x'), true],
    [Array.from({ length: 1001 }, () => 'x'), false],
  ])('judges headers: %#', (headers, expected) => {
    expect(isRecognisable(makeTable(headers).columns)).toBe(expected);
  });
});
