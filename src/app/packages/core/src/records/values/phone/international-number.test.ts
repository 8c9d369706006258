import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { CALLING_PLANS } from '../../../contract/calling-plans.ts';
import { readCallingPlans } from './calling-plans.ts';
import { internationalNumber } from './international-number.ts';

const plans = readCallingPlans(CALLING_PLANS);

function international(raw: string, country: string | null): string | null {
  return internationalNumber(raw, { country, plans });
}

describe('internationalNumber', () => {
  it.each([
    ['+49 30 5550000', null, '+49305550000'],
    ['0049 30 5550000', null, '+49305550000'],
    ['0049 30 5550000', 'FR', '+49305550000'],
    ['+49 (0)30 5550000', null, '+49305550000'],
    ['+39 (0)6 1234567', null, '+39061234567'],
    ['\u202a+49\u00a030\u00a05550000\u202c', null, '+49305550000'],
    ['＋４９ ３０ ５５５００００', null, '+49305550000'],
    ['030 5550000', 'DE', '+49305550000'],
    ['030/555 00-0', 'DE', '+4930555000'],
    ['(030) 555 00 00', 'DE', '+49305550000'],
    ['030 5550000', 'AT', '+43305550000'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['612345678', 'FR', '+33612345678'],
    ['020 7946 0018', 'GB', '+442079460018'],
    ['600 12 34 56', 'ES', '+34600123456'],
    ['06 1234567', 'IT', '+39061234567'],
    ['(212) 555-0100', 'US', '+12125550100'],
    ['1-212-555-0100', 'US', '+12125550100'],
    ['tel: 212.555.0100', 'US', '+12125550100'],
    ['011 49 30 5550000', 'US', '+49305550000'],
    ['(11) 91234-5678', 'BR', '+5511912345678'],
    ['0312345678', 'JP', '+81312345678'],
    ['06 1 234 5678', 'HU', '+3612345678'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
  ])('of %j, dialled in %s, is %s', (raw, country, number) => {
    expect(international(raw, country)).toBe(number);
  });

  it.each([
    ['without a country to dial it in', '030 5550000', null],
    ['without its area code', '5550000', 'DE'],
    ['without its area code, where all have one length', '555-0100', 'US'],
    ['with a trunk prefix that nobody dials from abroad', '+49 030 5550000', null],
    ['with an extension', '+1 212 555 0100 x12', 'US'],
    ['in letters', '1-800-FLOWERS', 'US'],
    ['that Excel has rounded', '5.55E+09', 'US'],
    ['beside another', '030 555000 / 030 555001', 'DE'],
    ['beside another, by a slash only', '0305550000/0305550001', 'DE'],
    ['with an extension behind a slash', '030 5550000/12', 'DE'],
    ['on two lines', '030 5550000\n030 5550001', 'DE'],
    ['that may have lost its plus', '393407714662', 'IT'],
    ['that is too short', '0 12345', 'DE'],
    ['that is too long', '+49 30 5550000 5550000', null],
    ['of no country', '+999 30 5550000', null],
    ['that is a service', '110', 'DE'],
    ['that leads abroad, where zeros do not', '0049 30 5550000', 'JP'],
    ['of a country nobody knows', '030 5550000', 'ZZ'],
    ['that is none', 'call me', 'DE'],
    ['that is blank', ' ', 'DE'],
  ])('is unknown of one %s', (_, raw, country) => {
    expect(international(raw, country)).toBeNull();
  });

  it('is unknown where nobody tells how numbers are dialled', () => {
    expect(internationalNumber('+49 30 5550000', { country: 'DE', plans: new Map() })).toBeNull();
  });
});

const countries = getCountries();

describe('the numbers that libphonenumber gives as examples', () => {
  const known = countries.flatMap((country) => getExampleNumber(country, examples) ?? []);

  it('are never read as another number', () => {
    for (const number of known) {
      for (const text of [number.formatNational(), number.formatInternational(), number.number]) {
        expect([null, number.number]).toContain(international(text, number.country ?? null));
      }
    }
  });

  it('are nearly all read: left are those of islands with very short numbers', () => {
    const unread = known.filter(({ number }) => international(number, null) === null);
    expect(unread.filter(({ nationalNumber }) => nationalNumber.length >= 7)).toEqual([]);
    expect(known.length - unread.length).toBeGreaterThan(220);
  });

  it('are mostly read as people in the country write them', () => {
    const unread = known.filter(
      (number) =>
        number.nationalNumber.length >= 7 &&
        international(number.formatNational(), number.country ?? null) === null,
    );
    expect(unread.map(({ country }) => country)).toEqual(['AR', 'BY', 'MN', 'SO']);
  });
});

describe('law', () => {
  const lead = fc.constantFrom('trunk', '', 'plus', 'zeros', 'bracket', '+', '0', '00');
  const cell = fc.tuple(fc.constantFrom(...countries), lead, fc.stringMatching(/^\d{4,13}$/));

  function write(country: string, start: string, digits: string): string {
    const plan = plans.get(country);
    switch (start) {
      case 'trunk':
        return `${plan?.trunkPrefix ?? ''}${digits}`;
      case 'plus':
        return `+${plan?.callingCode ?? ''}${digits}`;
      case 'zeros':
        return `00${plan?.callingCode ?? ''}${digits}`;
      case 'bracket':
        return `+${plan?.callingCode ?? ''}(0)${digits}`;
      default:
        return `${start}${digits}`;
    }
  }

  it('where libphonenumber knows the number, ours is the same or none', () => {
    fc.assert(
      fc.property(cell, ([country, start, digits]) => {
        const raw = write(country, start, digits);
        const ours = international(raw, country);
        const theirs = parsePhoneNumberFromString(raw, { defaultCountry: country, extract: false });
        if (ours !== null && theirs?.isValid() === true) expect([raw, ours]).toEqual([raw, theirs.number]);
      }),
      { numRuns: 5000 },
    );
  });

  it('a number that was read is read as itself, whatever the country', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom(...countries), (...[[country, start, digits], other]) => {
        const number = international(write(country, start, digits), country);
        if (number !== null) expect(international(number, other)).toBe(number);
      }),
    );
  });
});
