import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Property } from '../contract/describe-object-type.ts';
import type { Table } from '../input/table.ts';
import { mapColumns } from './map-columns.ts';
import type { MappingChoices } from './mapping.ts';
import { CONTACT_PROPERTIES, makeProperty, makeTable } from './testing/make-table.ts';

const NO_CHOICES: MappingChoices = new Map();

/** One word per column: the property, or why there is none. */
function outcomesOf(table: Table, properties: readonly Property[], choices = NO_CHOICES): readonly string[] {
  return mapColumns(table, properties, choices).map((mapping) =>
    mapping.kind === 'mapped' ? mapping.property.name : mapping.reason,
  );
}

const PLAIN = [
  makeProperty('first_name', 'First Name'),
  makeProperty('strasse', 'Straße'),
  makeProperty('region', 'Région'),
  makeProperty('bar', 'Café'),
  makeProperty('score', 'Score', { readOnly: true }),
  makeProperty('hs_object_id', 'Record ID', { readOnly: true }),
];

describe('matching a header by name or label', () => {
  test.each([
    ['first_name', 'first_name'],
    [' first_name ', 'first_name'],
    ['FIRST NAME', 'first_name'],
    ['First-Name', 'first_name'],
    ['firstName', 'first_name'],
    ['Strasse', 'strasse'],
    ['STRASSE', 'strasse'],
    ['region', 'region'],
    ['Cafe', 'bar'],
    ['Re\u0301gion', 'region'],
    ['\u200bregion', 'region'],
    ['Record ID', 'hs_object_id'],
    ['hs_object_id', 'hs_object_id'],
    ['Record ID - Contact', 'hs_object_id'],
    ['id', 'no-match'],
    ['ID', 'no-match'],
    ['Contact ID', 'no-match'],
    ['Object ID', 'no-match'],
    ['Score', 'read-only'],
    ['score', 'read-only'],
    ['First', 'no-match'],
    ['', 'blank-header'],
    ['   ', 'blank-header'],
    ['###', 'no-match'],
    ['__proto__', 'no-match'],
    ['constructor', 'no-match'],
  ])('%j becomes %s', (header, expected) => {
    expect(outcomesOf(makeTable([header]), PLAIN)).toEqual([expected]);
  });

  test('the record id of another object is not this one', () => {
    expect(outcomesOf(makeTable(['Record ID - Company']), CONTACT_PROPERTIES)).toEqual(['no-match']);
    expect(outcomesOf(makeTable(['Record ID - Contact']), CONTACT_PROPERTIES)).toEqual(['hs_object_id']);
  });

  test('of several record ids of objects nobody knows none is taken', () => {
    const headers = ['Record ID - Car', 'Record ID - Garage'];
    expect(outcomesOf(makeTable(headers), PLAIN)).toEqual(['no-match', 'no-match']);
  });

  test('scripts whose marks carry meaning keep them', () => {
    const properties = [makeProperty('ka', 'か'), makeProperty('ga', 'が')];
    expect(outcomesOf(makeTable(['が', 'か']), properties)).toEqual(['ga', 'ka']);
  });

  test('the internal name is surer than the label', () => {
    const [byName, byLabel] = mapColumns(makeTable(['strasse', 'First Name']), PLAIN, NO_CHOICES);
    expect(byName).toMatchObject({ reason: 'name', confidence: 1 });
    expect(byLabel).toMatchObject({ reason: 'label' });
  });

  test('a label that two properties share names both and maps neither', () => {
    const properties = [makeProperty('a', 'Region'), makeProperty('b', 'Region')];
    expect(mapColumns(makeTable(['Region']), properties, NO_CHOICES)).toMatchObject([
      { kind: 'unmapped', reason: 'ambiguous', candidates: [{ name: 'a' }, { name: 'b' }] },
    ]);
  });

  test('a hidden property does not compete with a visible one of the same label', () => {
    const properties = [makeProperty('a', 'Region', { hidden: true }), makeProperty('b', 'Region')];
    expect(outcomesOf(makeTable(['Region']), properties)).toEqual(['b']);
  });

  test('a read-only property is named, so that the card can say why', () => {
    expect(mapColumns(makeTable(['Score']), PLAIN, NO_CHOICES)).toMatchObject([
      { reason: 'read-only', property: { name: 'score' } },
    ]);
  });
});

describe('one property, one column', () => {
  test('the surer column wins, wherever it stands', () => {
    expect(outcomesOf(makeTable(['First Name', 'first_name']), PLAIN)).toEqual([
      'already-taken',
      'first_name',
    ]);
  });

  test('of two equal headers the first wins', () => {
    expect(outcomesOf(makeTable(['First Name', 'First Name']), PLAIN)).toEqual([
      'first_name',
      'already-taken',
    ]);
  });
});

describe('choices of the admin', () => {
  test('a chosen property is mapped and sure', () => {
    const [mapping] = mapColumns(makeTable(['whatever']), PLAIN, new Map([[0, 'region']]));
    expect(mapping).toMatchObject({
      kind: 'mapped',
      property: { name: 'region' },
      reason: 'chosen',
      confidence: 1,
    });
  });

  test('a choice takes the property from the column that would have had it', () => {
    expect(outcomesOf(makeTable(['Région', 'x']), PLAIN, new Map([[1, 'region']]))).toEqual([
      'already-taken',
      'region',
    ]);
  });

  test('a column can be left out', () => {
    expect(outcomesOf(makeTable(['Région']), PLAIN, new Map([[0, null]]))).toEqual(['left-out-by-choice']);
  });

  test('what is left out is free for another column', () => {
    expect(outcomesOf(makeTable(['region', 'Région']), PLAIN, new Map([[0, null]]))).toEqual([
      'left-out-by-choice',
      'region',
    ]);
  });

  test('a property chosen twice goes to the first of the columns', () => {
    const choices = new Map([
      [0, 'region'],
      [1, 'region'],
    ]);
    expect(outcomesOf(makeTable(['x', 'y']), PLAIN, choices)).toEqual(['region', 'already-taken']);
  });

  test('a read-only property cannot be chosen, the record id can', () => {
    const choices = new Map([
      [0, 'score'],
      [1, 'hs_object_id'],
    ]);
    expect(outcomesOf(makeTable(['x', 'y']), PLAIN, choices)).toEqual(['read-only', 'hs_object_id']);
  });

  test('a property that is gone is no match', () => {
    expect(outcomesOf(makeTable(['region']), PLAIN, new Map([[0, 'gone']]))).toEqual(['no-match']);
  });
});

describe('laws of mapping', () => {
  const anyHeader = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Email',
      'email',
      'E-Mail',
      'First Name',
      'Vorname',
      'Name',
      'Phone',
      'Record ID',
      'Title',
      'id',
      '',
      'Create Date',
    ),
  );
  const anyChoices = fc
    .array(fc.tuple(fc.nat(9), fc.option(fc.constantFrom('email', 'phone', 'createdate', 'gone'))))
    .map((pairs) => new Map(pairs));

  test('every column has one mapping, no property two columns, and nothing read-only is written', () => {
    fc.assert(
      fc.property(fc.array(anyHeader, { maxLength: 10 }), anyChoices, (headers, choices) => {
        const mappings = mapColumns(makeTable(headers), CONTACT_PROPERTIES, choices);
        expect(mappings.map(({ column }) => column.index)).toEqual(headers.map((_, index) => index));
        const names = mappings.flatMap((mapping) => (mapping.kind === 'mapped' ? [mapping.property] : []));
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter(({ name, readOnly }) => readOnly && name !== 'hs_object_id')).toEqual([]);
      }),
    );
  });
});

describe('values that contradict an exact name', () => {
  const map = (header: string, ...cells: readonly string[]) =>
    mapColumns(makeTable([header], ...cells.map((cell) => [cell])), CONTACT_PROPERTIES, NO_CHOICES)[0];

  test('make it doubtful when there are few of them only if none fits', () => {
    expect(map('Lead Status', 'CREATED')).toMatchObject({ kind: 'mapped', confidence: 0.5 });
    expect(map('Lead Status', 'CREATED', 'new')).toMatchObject({ confidence: 0.97 });
  });

  test('tell the record ids of another system', () => {
    expect(map('Record Id', 'zcrm_4876001', 'zcrm_4876002')).toMatchObject({ kind: 'unmapped' });
    expect(map('Record Id', '4876001', '')).toMatchObject({ property: { name: 'hs_object_id' } });
  });
});
