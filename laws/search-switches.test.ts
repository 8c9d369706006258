import type { PlannedRow } from '@bulk-records/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Behaviour } from '../emulator/index.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { describeRelated, makeRecords, planContacts } from './plan-portal.ts';

const EMPLOYER = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 } as const;

/** More than one search takes, some with capitals and signs, and long enough to fill a body. */
const NAMES = Array.from(
  { length: 230 },
  (_, index) => `${index % 2 === 0 ? 'Firm' : 'ÄCKER & Söhne'} ${String(index)} ${'x'.repeat(index % 70)}`,
);

/** The first row of every ten names a company that is not there. */
const cellOf = (name: string, index: number): string => (index % 10 === 0 ? `no ${name}` : name);

let portal: OpenPortal;
afterEach(() => portal.close());

async function makeCompanies(): Promise<ReadonlyMap<string, string>> {
  for (let start = 0; start < NAMES.length; start += 100) {
    await makeRecords(
      portal,
      'companies',
      NAMES.slice(start, start + 100).map((name) => ({ name })),
    );
  }
  portal.clock.advance(60_000);
  return new Map(
    portal.emulator.records('companies').map(({ id, properties }) => [properties['name'] ?? '', id]),
  );
}

async function planNames(): Promise<readonly PlannedRow[]> {
  const companies = await describeRelated('companies');
  const property = companies.properties.get('name');
  if (property === undefined) throw new Error('companies have no name');
  const naming = { columnIndex: 1, related: companies, property, bySearch: true, types: [EMPLOYER] };
  const plan = await planContacts(portal, (await describeRelated('contacts')).properties, {
    operation: 'upsert',
    keyProperty: 'email',
    headers: ['email', 'company'],
    rows: NAMES.map((name, index) => [`row${String(index)}@example.org`, cellOf(name, index)]),
    naming: [naming],
  });
  return plan.rows;
}

describe('names are found, or said to be none, whatever HubSpot does with searches', () => {
  it.each<Partial<Behaviour>>([
    {},
    { searchRefusesLongBodies: false },
    { searchRefusesLongLists: false },
    { searchListsFoldCase: true },
    { searchRefusesBeyond10000: false },
    { searchesPerSecond: 20 },
    { searchesPerSecond: 2 },
    {
      searchRefusesLongBodies: false,
      searchRefusesLongLists: false,
      searchListsFoldCase: true,
      searchRefusesBeyond10000: false,
      searchesPerSecond: 4,
    },
  ])('%j', async (behaviour) => {
    portal = await openPortal({ behaviour });
    const ids = await makeCompanies();
    const rows = await planNames();
    const told = rows.map(({ associations = [], unresolved = [] }) => [
      ...associations.map(({ toId }) => toId),
      ...unresolved.map(({ why }) => why),
    ]);
    expect(told).toEqual(NAMES.map((name, index) => [ids.get(cellOf(name, index)) ?? 'missing']));
  });
});
