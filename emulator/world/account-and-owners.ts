import type { Account, AdminRule, Owner } from '../model/portal-parts.ts';

export function defineAccount(portalId: number): Account {
  return {
    portalId,
    accountType: 'DEVELOPER_TEST',
    timeZone: 'Europe/Berlin',
    companyCurrency: 'EUR',
    additionalCurrencies: ['USD', 'CHF'],
    utcOffset: '+01:00',
    utcOffsetMilliseconds: 3_600_000,
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
  };
}

const ownerRows: readonly (readonly [
  id: string,
  userId: number,
  first: string,
  last: string,
  archived?: boolean,
])[] = [
  ['41000101', 60101, 'Anna', 'Berg'],
  ['41000102', 60102, 'Alex', 'Kim'],
  ['41000103', 60103, 'Alex', 'Kim'],
  ['41000104', 60104, 'Björn', 'Åkesson'],
  ['41000105', 60105, 'Chloé', 'Martin'],
  ['41000106', 60106, 'Deniz', 'Yılmaz'],
  ['41000107', 60107, 'Erika', 'Mustermann'],
  ['41000108', 60108, 'Former', 'Colleague', true],
];

/** Two of them share a name, one has left. */
export const owners: readonly Owner[] = ownerRows.map(([id, userId, firstName, lastName, archived]) => ({
  id,
  userId,
  email: `owner${userId}@example.com`,
  firstName,
  lastName,
  archived: archived === true,
  createdAtMs: Date.UTC(2023, 0, 10, 9),
}));

/** One rule of each kind, on types a first test rarely touches. */
export const adminRules: readonly AdminRule[] = [
  { kind: 'required-on-create', objectTypeId: '0-7', propertyName: 'price' },
  {
    kind: 'required-when',
    objectTypeId: '0-3',
    propertyName: 'closed_lost_reason',
    whenProperty: 'dealstage',
    whenValues: ['closedlost'],
  },
];
