import { describe, expect, it } from 'vitest';
import { countryOfTimeZone } from './country-of-time-zone.ts';

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
    expect(countryOfTimeZone(timeZone)).toBe(country);
  });
});
