import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerSetOf, MAPPING_DOCUMENT, readRememberedMapping } from './remembered-mapping.ts';

const mapping = {
  ...MAPPING_DOCUMENT,
  savedAt: '2026-03-12T10:00:00.000Z',
  objectType: 'contacts',
  operation: 'upsert',
  keyProperty: 'email',
  columns: [
    { header: 'E-Mail', property: 'email', choices: {} },
    {
      header: 'Born',
      property: 'birthday',
      choices: { format: { kind: 'date', order: 'dmy', firstYear: 2000 } },
    },
    { header: '', property: null, choices: {} },
  ],
  choices: { clearToken: '-' },
};

function read(change: object) {
  return readRememberedMapping(JSON.stringify({ ...mapping, ...change }));
}

describe('readRememberedMapping', () => {
  it('reads what was written', () => {
    expect(read({})).toEqual({ kind: 'mapping', mapping });
  });

  it('passes on choices of names that are new', () => {
    const choices = { ...mapping.choices, policy: 'fill-blanks', region: { country: 'DE' } };
    expect(read({ choices })).toMatchObject({ kind: 'mapping', mapping: { choices } });
  });

  it('knows a later version from rubbish', () => {
    expect(read({ version: 2, columns: 'somehow else' })).toEqual({ kind: 'newer' });
  });

  it.each<[string, object]>([
    ['another document', { kind: 'invoice' }],
    ['an older version than the first', { version: 0 }],
    ['no date', { savedAt: 'yesterday' }],
    ['a date that only looks like one', { savedAt: '2026-03-12T10:00:00+09' }],
    ['a path for an object type', { objectType: '../contacts' }],
    ['an unknown operation', { operation: 'merge' }],
    ['a property name that is none', { keyProperty: 'a b' }],
    ['no columns', { columns: [] }],
    ['too many columns', { columns: Array.from({ length: 1001 }, () => mapping.columns[0]) }],
    ['an endless header', { columns: [{ ...mapping.columns[0], header: 'x'.repeat(501) }] }],
    ['a field nobody agreed on', { rows: [['ada@example.org']] }],
    ['cells in a column', { columns: [{ ...mapping.columns[0], cells: ['ada@example.org'] }] }],
    ['deep choices', { choices: { a: { b: { c: 1 } } } }],
    ['a list for a choice', { choices: { a: [1] } }],
    ['a long text for a choice', { choices: { a: 'x'.repeat(201) } }],
    ['too many choices', { choices: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`c${i}`, 1])) }],
    ['odd names of choices', { choices: { 'a b': 1 } }],
  ])('refuses %s', (_, change) => {
    expect(read(change)).toMatchObject({ kind: 'unreadable' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readRememberedMapping(text).kind).toBe('unreadable');
      }),
    );
  });
});

describe('headerSetOf', () => {
  it('is the same in any order', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.string({ unit: 'grapheme' }))
          .chain((headers) =>
            fc.tuple(fc.constant(headers), fc.shuffledSubarray(headers, { minLength: headers.length })),
          ),
        ([headers, shuffled]) => {
          expect(headerSetOf(shuffled)).toEqual(headerSetOf(headers));
        },
      ),
    );
  });

  it('sees no difference in blanks around a header and in how Unicode writes a letter', () => {
    expect(headerSetOf([' Stra\u00dfe', 'Cafe\u0301 '])).toEqual(headerSetOf(['Caf\u00e9', 'Stra\u00dfe']));
  });

  it.each([
    [['Email', 'Email'], ['Email']],
    [['Email', ''], ['Email']],
    [['Email'], ['email']],
    [['a', 'b'], ['a,b']],
  ])('tells %j from %j', (one, other) => {
    expect(headerSetOf(one)).not.toEqual(headerSetOf(other));
  });
});
