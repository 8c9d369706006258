import { describe, expect, it } from 'vitest';
import { CALLING_PLANS } from '../../../contract/calling-plans.ts';
import { readCallingPlans } from './calling-plans.ts';
import { countryOfTimeZone } from './country-of-time-zone.ts';

const countries = [...readCallingPlans(CALLING_PLANS).keys()];

describe('countryOfTimeZone', () => {
  it.each([
    ['Europe/Berlin', 'DE'],
    ['Europe/Lisbon', 'PT'],
    ['America/New_York', 'US'],
    ['America/Los_Angeles', 'US'],
    ['America/Sao_Paulo', 'BR'],
    ['Asia/Tokyo', 'JP'],
    ['Asia/Calcutta', 'IN'],
    ['Asia/Kolkata', 'IN'],
    ['UTC', null],
    ['Mars/Olympus', null],
    ['', null],
  ])('of %j is %s', (timeZone, country) => {
    expect(countryOfTimeZone(timeZone, countries)).toBe(country);
  });

  it('is none of those that are not asked about', () => {
    expect(countryOfTimeZone('Europe/Berlin', ['FR', 'IT'])).toBeNull();
    expect(countryOfTimeZone('Europe/Berlin', [])).toBeNull();
  });
});
