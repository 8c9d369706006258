import type { Account, AdminRule, AssociationType, Owner } from '../model/portal-parts.ts';

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

type TypeRow = readonly [from: string, to: string, typeId: number, label?: string];

/** Type ids from HubSpot's association guide; the last ones are labels of this portal. */
const typeRows: readonly TypeRow[] = [
  ['0-1', '0-2', 279],
  ['0-1', '0-2', 1, 'Primary'],
  ['0-2', '0-1', 280],
  ['0-2', '0-1', 2, 'Primary'],
  ['0-1', '0-3', 4],
  ['0-3', '0-1', 3],
  ['0-3', '0-2', 341],
  ['0-3', '0-2', 5, 'Primary'],
  ['0-2', '0-3', 342],
  ['0-2', '0-3', 6, 'Primary'],
  ['0-1', '0-5', 15],
  ['0-5', '0-1', 16],
  ['0-5', '0-2', 339],
  ['0-2', '0-5', 340],
  ['0-3', '0-8', 19],
  ['0-8', '0-3', 20],
  ['0-46', '0-1', 202],
  ['0-1', '0-46', 201],
  ['0-48', '0-1', 194],
  ['0-1', '0-48', 193],
  ['0-27', '0-1', 204],
  ['0-1', '0-27', 203],
  ['0-136', '0-1', 578],
  ['0-1', '0-136', 579],
];

const ownTypeRows: readonly TypeRow[] = [
  ['2-31415926', '0-2', 31],
  ['0-2', '2-31415926', 32],
  ['2-31415926', '0-1', 33],
  ['0-1', '2-31415926', 34],
  ['0-1', '0-2', 71, 'Billing contact'],
  ['0-2', '0-1', 72, 'Billing contact'],
];

function associationType(category: AssociationType['category']) {
  return ([fromTypeId, toTypeId, typeId, label]: TypeRow): AssociationType => ({
    fromTypeId,
    toTypeId,
    typeId,
    label: label ?? null,
    category,
  });
}

export const associationTypes: readonly AssociationType[] = [
  ...typeRows.map(associationType('HUBSPOT_DEFINED')),
  ...ownTypeRows.map(associationType('USER_DEFINED')),
];

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
