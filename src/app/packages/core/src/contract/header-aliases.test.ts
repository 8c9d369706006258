import { describe, expect, it } from 'vitest';
import { normaliseHeader } from '../mapping/normalise-header.ts';
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  makeProperty,
} from '../mapping/testing/make-table.ts';
import { withAliases } from './header-aliases.ts';

const aliasesOf = (properties: ReturnType<typeof withAliases>, wanted: string) =>
  properties.find(({ name }) => name === wanted)?.aliases ?? [];

describe('headers that mean a property in other systems', () => {
  it('are told by the object the properties belong to', () => {
    expect(aliasesOf(withAliases(CONTACT_PROPERTIES), 'company')).toContain('firma');
    expect(aliasesOf(withAliases(COMPANY_PROPERTIES), 'name')).toContain('firma');
    expect(aliasesOf(withAliases(DEAL_PROPERTIES), 'dealname')).not.toContain('firma');
  });

  it('are not made up for properties of the portal and for other objects', () => {
    const own = makeProperty('shoe_size', 'Shoe size');
    expect(withAliases([...CONTACT_PROPERTIES, own])).toContainEqual(own);
    const car = [makeProperty('name', 'Name'), makeProperty('price', 'Price')];
    expect(withAliases(car)).toEqual(car);
  });

  it.each([
    ['contact', CONTACT_PROPERTIES],
    ['company', COMPANY_PROPERTIES],
    ['deal', DEAL_PROPERTIES],
  ])('mean one property of a %s, and stand there once', (_kind, properties) => {
    const headers = withAliases(properties).flatMap(({ aliases = [] }) => aliases.map(normaliseHeader));
    expect(headers.length).toBeGreaterThan(30);
    expect(headers.filter((header, place) => headers.indexOf(header) !== place)).toEqual([]);
  });
});
