import type { CrmRecord } from '../model/crm-record.ts';

export const searchOperators = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

export interface Filter {
  readonly propertyName: string;
  readonly operator: (typeof searchOperators)[number];
  readonly value: string;
  readonly highValue: string;
  readonly values: readonly string[];
}

export interface FilterGroup {
  readonly filters: readonly Filter[];
}

/** Numbers, epoch milliseconds and ISO dates on one scale; other texts have none. */
function scaleOf(text: string): number {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? Date.parse(text) : number;
}

function hasToken(value: string, wanted: string): boolean {
  const pattern = wanted
    .toLowerCase()
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'))
    .join('.*');
  const isWhole = new RegExp(`^${pattern}$`, 'u');
  return [value, ...value.split(/[\s@.;,]+/u)].some((token) => isWhole.test(token.toLowerCase()));
}

function matchesFilter(record: CrmRecord, filter: Filter): boolean {
  const stored = record.properties[filter.propertyName];
  const value = (stored ?? '').toLowerCase();
  const wanted = filter.value.toLowerCase();
  // "When searching string properties with IN, values must be lowercase" (search guide): others are never found.
  const listed = filter.values;
  switch (filter.operator) {
    case 'EQ':
      return stored !== undefined && value === wanted;
    case 'NEQ':
      return value !== wanted;
    case 'LT':
      return scaleOf(value) < scaleOf(wanted);
    case 'LTE':
      return scaleOf(value) <= scaleOf(wanted);
    case 'GT':
      return scaleOf(value) > scaleOf(wanted);
    case 'GTE':
      return scaleOf(value) >= scaleOf(wanted);
    case 'BETWEEN':
      return scaleOf(value) >= scaleOf(wanted) && scaleOf(value) <= scaleOf(filter.highValue);
    case 'IN':
      return stored !== undefined && listed.includes(value);
    case 'NOT_IN':
      return !listed.includes(value);
    case 'HAS_PROPERTY':
      return stored !== undefined;
    case 'NOT_HAS_PROPERTY':
      return stored === undefined;
    case 'CONTAINS_TOKEN':
      return hasToken(value, wanted);
    case 'NOT_CONTAINS_TOKEN':
      return !hasToken(value, wanted);
  }
}

/** Filters of a group are joined by AND, groups by OR; no group matches everything. */
export function matchesFilters(record: CrmRecord, groups: readonly FilterGroup[]): boolean {
  return (
    groups.length === 0 ||
    groups.some(({ filters }) => filters.every((filter) => matchesFilter(record, filter)))
  );
}
