import { describe, expect, it } from 'vitest';
import { defineProperties } from './define-properties.ts';

const origin = { groupName: 'g', hubspotDefined: false };

describe('a table of properties', () => {
  it('has one property per line, in order', () => {
    const defined = defineProperties('\na | A | text\n\nb | B | number\n', origin);
    expect(defined.map(({ name, displayOrder }) => [name, displayOrder])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  it.each([
    ['text', 'string', 'text'],
    ['area', 'string', 'textarea'],
    ['phone', 'phone_number', 'phonenumber'],
    ['number', 'number', 'number'],
    ['bool', 'bool', 'booleancheckbox'],
    ['date', 'date', 'date'],
    ['datetime', 'datetime', 'date'],
    ['radio', 'enumeration', 'radio'],
    ['checkbox', 'enumeration', 'checkbox'],
    ['rollup', 'number', 'calculation_rollup'],
  ])('knows the kind %s as type %s and field type %s', (...[kind, type, fieldType]) => {
    expect(defineProperties(`a | A | ${kind}`, origin)[0]).toMatchObject({ type, fieldType });
  });

  it('reads flags', () => {
    const [unique, readOnly] = defineProperties(
      'a | A | text | unique form\nb | B | text | ro hidden sensitive',
      origin,
    );
    expect(unique).toMatchObject({
      hasUniqueValue: true,
      formField: true,
      readOnlyValue: false,
      hidden: false,
    });
    expect(readOnly).toMatchObject({ readOnlyValue: true, hidden: true, dataSensitivity: 'sensitive' });
  });

  it('reads options with and without a label of their own', () => {
    const [property] = defineProperties('a | A | select | | one=First; two', origin);
    expect(property?.options.map(({ value, label, displayOrder }) => [value, label, displayOrder])).toEqual([
      ['one', 'First', 0],
      ['two', 'two', 1],
    ]);
  });

  it.each([
    ['owner', 'owners'],
    ['pipeline', 'pipelines'],
    ['stage', 'stages'],
  ])('leaves the options of a %s to the portal', (kind, externalOptions) => {
    expect(defineProperties(`a | A | ${kind}`, origin)[0]).toMatchObject({ externalOptions, options: [] });
  });

  it('makes computed kinds read-only', () => {
    expect(defineProperties('a | A | equation', origin)[0]).toMatchObject({
      readOnlyValue: true,
      calculated: true,
    });
  });

  it('does not guess an unknown kind', () => {
    expect(() => defineProperties('a | A | colour', origin)).toThrow('Property a is of unknown kind colour');
  });
});
