import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactDescription, property } from '../testing/fake-functions.ts';
import { constantsOf, inputWithConstants, propertiesToAdd, textOfOption } from './constants.ts';

const selection = { recordIds: ['71', '9007199254740993'], hasSheet: false, objectType: 'contacts' };

/** Labels that are another property's name, another's label, or nothing at all. */
const tricky = {
  ...contactDescription,
  properties: [
    ...contactDescription.properties,
    property('nickname', 'email'),
    property('twin_a', 'Twin'),
    property('twin_b', 'Twin'),
    property('no_label', ''),
    property('record_ref', 'Record ID'),
  ],
};

const settable = propertiesToAdd(tricky, []);

describe('constants', () => {
  it('come back from the table as they were chosen, whatever the labels are', () => {
    const constant = fc.record({ property: fc.constantFrom(...settable), text: fc.string() });
    fc.assert(
      fc.property(fc.uniqueArray(constant, { selector: (each) => each.property.name }), (constants) => {
        const input = inputWithConstants(selection, constants, tricky);
        const description = { kind: 'loaded', value: tricky } as const;
        const back = constantsOf({ input, description, columnChoices: new Map() });
        expect(back.map(({ property: { name }, text }) => [name, text])).toEqual(
          constants.map(({ property: { name }, text }) => [name, text]),
        );
      }),
    );
  });

  it('stand in the row of every selected record, whose id is not touched', () => {
    const first = settable.find(({ name }) => name === 'firstname');
    const input = inputWithConstants(selection, first ? [{ property: first, text: 'Kim' }] : [], tricky);
    expect(input?.reading).toMatchObject({
      table: {
        columns: [{ header: 'Record ID' }, { header: 'First name' }],
        rows: [
          { number: 1, cells: ['71', 'Kim'] },
          { number: 2, cells: ['9007199254740993', 'Kim'] },
        ],
      },
    });
  });

  it('cannot be of a read-only property, nor twice of one', () => {
    const names = propertiesToAdd(
      tricky,
      settable.slice(0, 1).map((each) => ({ property: each, text: '' })),
    ).map(({ name }) => name);
    expect(names).not.toContain('createdate');
    expect(names).not.toContain(settable[0]?.name);
    expect(names).toHaveLength(settable.length - 1);
  });
});

describe('the text of an option', () => {
  const option = (label: string, value: string) => ({ label, value, hidden: false });
  it.each([
    { is: 'its label', options: [option('Gold', 'lvl_3')], value: 'lvl_3', text: 'Gold' },
    {
      is: 'its value where two options share the label',
      options: [option('Gold', 'a'), option('Gold', 'b')],
      value: 'b',
      text: 'b',
    },
    {
      is: 'its value where the label is the value of another',
      options: [option('b', 'a'), option('c', 'b')],
      value: 'a',
      text: 'a',
    },
    { is: 'itself where no option has it', options: [], value: 'x', text: 'x' },
  ])('is $is', ({ options, value, text }) => {
    expect(textOfOption(value, options)).toBe(text);
  });
});
