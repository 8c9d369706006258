import type { PortalRecord } from './portal-record.ts';

export type ContactKind =
  | 'new'
  | 'existing'
  | 'existing in capitals'
  | 'additional e-mail'
  | 'invalid e-mail'
  | 'refused e-mail'
  | 'label and local date'
  | 'unknown option'
  | 'not a date'
  | 'not a number'
  | 'unknown owner'
  | 'customer number taken'
  | 'key missing'
  | 'lifecycle backwards';

/** One pasted row, what its kind must lead to, and what the record must then hold. */
export interface PastedContact {
  readonly kind: ContactKind;
  readonly cells: readonly string[];
  readonly expected: 'Created' | 'Updated' | 'Rejected' | 'Conflict' | 'Left out';
  readonly written: Readonly<Record<string, string>>;
  /** A first name no other row has: by it a write that should not have happened is found. */
  readonly marker: string;
}

export const CONTACT_HEADERS = [
  'Email',
  'First Name',
  'Customer number',
  'Membership level',
  'First purchase',
  'Loyalty points',
  'Owner',
  'Lifecycle Stage',
] as const;

/** Rows of every kind, mixed; the first kinds are the most frequent ones. */
export function makeContacts(portal: readonly PortalRecord[], count: number): readonly PastedContact[] {
  const living = portal.filter(
    ({ archived, mergedInto, properties }) =>
      !archived && mergedInto === undefined && hasAddress(properties['email']),
  );
  const withAlias = living.filter(({ properties }) =>
    hasAddress(properties['hs_additional_emails']?.split(';')[0]),
  );
  const customers = living.filter(
    (record) => record.properties['lifecyclestage'] === 'customer' && !withAlias.includes(record),
  );
  const plain = living.filter((record) => !withAlias.includes(record) && !customers.includes(record));
  const takenNumber = living.find(({ properties }) => properties['customer_number'])?.properties[
    'customer_number'
  ];
  const pools = { plain: [...plain], withAlias: [...withAlias], customers: [...customers], takenNumber };
  return Array.from({ length: count }, (_, index) =>
    makeContact(KINDS[index % KINDS.length] ?? 'new', index, pools),
  );
}

const KINDS: readonly ContactKind[] = [
  'new',
  'existing',
  'new',
  'invalid e-mail',
  'new',
  'existing in capitals',
  'unknown option',
  'new',
  'not a date',
  'existing',
  'not a number',
  'new',
  'unknown owner',
  'customer number taken',
  'new',
  'key missing',
  'additional e-mail',
  'lifecycle backwards',
  'refused e-mail',
  'label and local date',
];

interface Pools {
  readonly plain: PortalRecord[];
  readonly withAlias: PortalRecord[];
  readonly customers: PortalRecord[];
  readonly takenNumber: string | undefined;
}

function makeContact(kind: ContactKind, index: number, pools: Pools): PastedContact {
  const marker = `Row${index + 2}`;
  const fresh = `row${index + 2}@example.org`;
  switch (kind) {
    case 'existing':
      return existing(kind, marker, pools.plain.shift()?.properties['email'] ?? '');
    case 'existing in capitals':
      return existing(kind, marker, (pools.plain.shift()?.properties['email'] ?? '').toUpperCase());
    case 'additional e-mail': {
      const alias = pools.withAlias.shift()?.properties['hs_additional_emails']?.split(';')[0];
      return alias === undefined ? makeContact('new', index, pools) : existing(kind, marker, alias);
    }
    case 'lifecycle backwards': {
      const email = pools.customers.shift()?.properties['email'];
      if (email === undefined) return makeContact('new', index, pools);
      const kept = { lifecyclestage: 'customer' };
      return contact({ kind, marker, email, expected: 'Updated', changes: { 7: 'lead' }, kept });
    }
    case 'customer number taken': {
      const changes = { 2: pools.takenNumber ?? '' };
      return contact({ kind, marker, email: fresh, expected: 'Conflict', changes });
    }
    case 'new':
    case 'invalid e-mail':
    case 'refused e-mail':
    case 'label and local date':
    case 'unknown option':
    case 'not a date':
    case 'not a number':
    case 'unknown owner':
    case 'key missing':
      return contact({ kind, marker, email: fresh, ...changesOf(kind, index) });
  }
}

type FreshKind = Exclude<
  ContactKind,
  'existing' | 'existing in capitals' | 'additional e-mail' | 'lifecycle backwards' | 'customer number taken'
>;

type RowChanges = Pick<PastedContact, 'expected'> & {
  readonly email?: string;
  readonly changes: Readonly<Record<number, string>>;
  readonly kept?: Readonly<Record<string, string>>;
};

/** Rows no record of the portal is needed for. */
function changesOf(kind: FreshKind, index: number): RowChanges {
  switch (kind) {
    case 'new':
      return { expected: 'Created', changes: { 5: String(index) } };
    case 'invalid e-mail':
      return { expected: 'Left out', email: `row${index + 2}-at-example`, changes: {} };
    case 'refused e-mail':
      return { expected: 'Rejected', email: `row${index + 2}@example.badtld`, changes: {} };
    case 'label and local date': {
      const kept = { membership_level: 'lvl_3', first_purchase_date: '2026-01-31' };
      return { expected: 'Created', changes: { 3: 'gold', 4: '31.01.2026' }, kept };
    }
    case 'unknown option':
      return { expected: 'Left out', changes: { 3: 'Platinum' } };
    case 'not a date':
      return { expected: 'Left out', changes: { 4: '31.02.2026' } };
    case 'not a number':
      return { expected: 'Left out', changes: { 5: 'many' } };
    case 'unknown owner':
      return { expected: 'Rejected', changes: { 6: '99999999' } };
    case 'key missing':
      return { expected: 'Left out', email: '', changes: {} };
  }
}

function existing(kind: ContactKind, marker: string, email: string): PastedContact {
  return contact({ kind, marker, email, expected: 'Updated', changes: { 3: 'lvl_2' } });
}

const COLUMN_PROPERTIES: Readonly<Record<number, string>> = {
  3: 'membership_level',
  5: 'loyalty_points',
};

function contact(row: {
  readonly kind: ContactKind;
  readonly marker: string;
  readonly email: string;
  readonly expected: PastedContact['expected'];
  readonly changes: Readonly<Record<number, string>>;
  readonly kept?: Readonly<Record<string, string>>;
}): PastedContact {
  const { kind, marker, email, expected, changes, kept = {} } = row;
  const cells = CONTACT_HEADERS.map((_, index) =>
    index === 0 ? email : index === 1 ? marker : (changes[index] ?? ''),
  );
  const sent = Object.entries(changes).flatMap(([index, value]) => {
    const property = COLUMN_PROPERTIES[Number(index)];
    return property === undefined ? [] : [[property, value] as const];
  });
  return {
    kind,
    cells,
    expected,
    marker,
    written: { firstname: marker, ...Object.fromEntries(sent), ...kept },
  };
}

function hasAddress(email: string | undefined): boolean {
  return email?.includes('@') === true;
}
