import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Property } from '../contract/describe-object-type.ts';
import { makeProperty } from '../testing/properties.ts';
import { canonicalValue, holdsAppendedOptions, isSameValue } from './same-value.ts';

const number = makeProperty('amount', { type: 'number', fieldType: 'number' });
const date = makeProperty('closedate', { type: 'date', fieldType: 'date' });
const datetime = makeProperty('seen', { type: 'datetime', fieldType: 'date' });
const bool = makeProperty('active', { type: 'bool', fieldType: 'booleancheckbox' });
const flag = makeProperty('flag', { type: 'enumeration', fieldType: 'booleancheckbox' });
const choice = makeProperty('stage', { type: 'enumeration', fieldType: 'select' });
const choices = makeProperty('tags', { type: 'enumeration', fieldType: 'checkbox' });
const email = makeProperty('email');
const text = makeProperty('name');

type Pair = readonly [property: Property, sent: string, stored: string];

function pairs(list: readonly Pair[]) {
  return list.map(([property, sent, stored]) => ({ kind: property.name, property, sent, stored }));
}

describe('isSameValue', () => {
  it.each(
    pairs([
      [number, '1e3', '1000'],
      [number, '1000', '1000.00'],
      [number, '+5', '5'],
      [number, ' 5 ', '5'],
      [number, '.5', '0.50'],
      [number, '5.', '5'],
      [number, '-0', '0'],
      [number, '0e7', '0'],
      [number, '007', '7'],
      [number, '12e-1', '1.2'],
      [number, '123456789012345678901234567890', '123456789012345678901234567890.000'],
      [number, '1.23456789012345678901234567890e29', '123456789012345678901234567890'],
      [date, '2026-11-22', '1795305600000'],
      [date, '2026-11-22', '2026-11-22T00:00:00.000Z'],
      [date, '1970-01-01', '0'],
      [date, '2026-11-22T23:30:00', '2026-11-22'],
      [datetime, '2020-02-29T03:30:17Z', '1582947017000'],
      [datetime, '2020-02-29T03:30:17.000Z', '2020-02-29T04:30:17+01:00'],
      [datetime, '2020-02-29 03:30', '2020-02-29T03:30:00Z'],
      [bool, 'TRUE', 'true'],
      [flag, 'False', 'false'],
      [choices, 'b;a', 'a;b'],
      [choices, ';a;b', 'a;b'],
      [choices, 'a;a', 'a'],
      [email, 'Ada@Example.org ', 'ada@example.org'],
    ]),
  )('of $kind says that $sent and $stored are the same', ({ property, sent, stored }) => {
    expect(isSameValue(property, sent, stored)).toBe(true);
  });

  it.each(
    pairs([
      [number, '123456789012345678901234567890', '123456789012345678901234567891'],
      [number, '9007199254740993', '9007199254740992'],
      [number, '1', '10'],
      [number, '1', '-1'],
      [number, '1,000', '1000'],
      [number, '', '0'],
      [number, '.', '0'],
      [date, '2026-11-22', '2026-11-23'],
      [date, 'tomorrow', '2026-11-23'],
      [datetime, '2020-02-29T03:30:17Z', '2020-02-29T03:30:18Z'],
      [choice, 'Customer', 'customer'],
      [choices, 'a', 'a;b'],
      [text, 'Ada', 'ada'],
      [text, 'Ada ', 'Ada'],
      [text, '0049', '49'],
      [text, '', 'x'],
    ]),
  )('of $kind says that $sent and $stored differ', ({ property, sent, stored }) => {
    expect(isSameValue(property, sent, stored)).toBe(false);
  });

  it('takes an absent value for an empty one', () => {
    expect(isSameValue(text, '', null)).toBe(true);
    expect(isSameValue(text, '', undefined)).toBe(true);
  });

  it('knows a whole number in any spelling, however long', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,60}$/);
    fc.assert(
      fc.property(digits, fc.nat(20), (whole, zeros) => {
        const spelled = `${whole}${'0'.repeat(zeros)}`;
        expect(isSameValue(number, `${whole}e${String(zeros)}`, `000${spelled}.000`)).toBe(true);
        expect(isSameValue(number, spelled, `${spelled}1`)).toBe(false);
      }),
    );
  });
});

describe('canonicalValue', () => {
  it.each([number, date, datetime, bool, choice, choices, email, text])(
    'of %o is settled at once',
    (property) => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d{0,9}(\.\d{0,4})?(e\d)?$/)), (value) => {
          const canonical = canonicalValue(property, value);
          expect(canonicalValue(property, canonical)).toBe(canonical);
        }),
      );
    },
  );
});

describe('holdsAppendedOptions', () => {
  it.each([
    [';c', 'a;b;c', true],
    [';c;a', 'a;b;c', true],
    [';d', 'a;b;c', false],
    ['c', 'a;b;c', false],
    [';c', null, false],
  ])('of %j in %j is %s', (sent, stored, isHeld) => {
    expect(holdsAppendedOptions(choices, sent, stored)).toBe(isHeld);
  });

  it('knows no appending outside of checkboxes', () => {
    expect(holdsAppendedOptions(text, ';c', 'a;c')).toBe(false);
  });
});
