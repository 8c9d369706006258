import { describe, expect, it } from 'vitest';

import { formatValues } from './format-values.ts';

const options = [
  { label: 'Customer', value: 'customer' },
  { label: 'Lead', value: 'lead' },
];

function formatted(type: string, value: string | null): string | null | undefined {
  const definition = { name: 'p', label: 'P', type, options };
  return formatValues({ p: value }, [definition], 'all').p;
}

describe('a formatted value', () => {
  it.each([
    ['enumeration', 'customer', 'Customer'],
    ['enumeration', 'customer;lead', 'Customer, Lead'],
    ['enumeration', 'gone', 'gone'],
    ['number', '1234.5', '1,234.5'],
    ['number', 'x', 'x'],
    ['date', '2026-03-09', 'Mar 9, 2026'],
    ['datetime', '2026-03-09T14:05:00.000Z', 'Mar 9, 2026, 2:05 PM'],
    ['datetime', '1773065100000', 'Mar 9, 2026, 2:05 PM'],
    ['date', 'soon', 'soon'],
    ['bool', 'true', 'Yes'],
    ['string', '007', '007'],
    ['string', null, null],
  ])('of the type %s: %s becomes %s', (type, value, shown) => {
    // Intl writes a narrow no-break space before AM and PM.
    expect(formatted(type, value)?.replace(/\u202f/g, ' ') ?? null).toBe(shown);
  });

  it('is only formatted when it was asked for', () => {
    const definition = { name: 'p', label: 'P', type: 'bool', options };
    expect(formatValues({ p: 'true' }, [definition], ['q'])).toEqual({ p: 'true' });
  });
});
