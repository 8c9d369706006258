import { describe, expect, it } from 'vitest';
import type { CrmRecord } from '../model/crm-record.ts';
import { matchesFilters } from './match-filters.ts';
import type { Filter } from './match-filters.ts';

const record: CrmRecord = {
  id: '1',
  objectTypeId: '0-1',
  properties: {
    email: 'Ada.Byron@mail.example.org',
    points: '100',
    day: '2026-02-03',
    at: '2026-02-03T10:00:00.000Z',
  },
  changes: {},
  createdAtMs: 0,
  updatedAtMs: 0,
};

function filter(propertyName: string, operator: Filter['operator'], more: Partial<Filter> = {}): Filter {
  return { propertyName, operator, value: '', highValue: '', values: [], ...more };
}

function matches(one: Filter): boolean {
  return matchesFilters(record, [{ filters: [one] }]);
}

describe('a filter', () => {
  it.each([
    ['ADA.byron@mail.example.org', true],
    ['ada', false],
  ])('EQ %s ignores case only: %s', (value, expected) => {
    expect(matches(filter('email', 'EQ', { value }))).toBe(expected);
  });

  it('compares numbers as numbers', () => {
    expect(matches(filter('points', 'GT', { value: '20' }))).toBe(true);
  });

  it('compares dates with epoch milliseconds and ISO texts alike', () => {
    expect(matches(filter('at', 'GTE', { value: String(Date.UTC(2026, 1, 3)) }))).toBe(true);
    expect(matches(filter('at', 'LT', { value: '2026-02-04' }))).toBe(true);
    expect(matches(filter('day', 'BETWEEN', { value: '2026-02-01', highValue: '2026-02-03' }))).toBe(true);
  });

  it.each([
    ['ada', true],
    ['byron', true],
    ['mail.example.org', false],
    ['example', true],
    ['*byron*', true],
    ['ad*', true],
    ['xample', false],
  ])('CONTAINS_TOKEN %s: %s', (value, expected) => {
    expect(matches(filter('email', 'CONTAINS_TOKEN', { value }))).toBe(expected);
    expect(matches(filter('email', 'NOT_CONTAINS_TOKEN', { value }))).toBe(!expected);
  });

  it('on a property without value matches nothing that compares', () => {
    for (const operator of ['EQ', 'IN', 'GT', 'GTE', 'LT', 'LTE', 'HAS_PROPERTY'] as const) {
      expect(matches(filter('fax', operator, { value: '0', values: ['0'] }))).toBe(false);
    }
    for (const operator of ['NEQ', 'NOT_IN', 'NOT_HAS_PROPERTY'] as const) {
      expect(matches(filter('fax', operator, { value: '0', values: ['0'] }))).toBe(true);
    }
  });

  it('treats what looks like an expression as a text', () => {
    expect(matches(filter('email', 'CONTAINS_TOKEN', { value: 'a(a.+' }))).toBe(false);
  });
});

describe('no filter', () => {
  it('matches everything', () => {
    expect(matchesFilters(record, [])).toBe(true);
  });
});
