import type { CrmRecord } from '../model/crm-record.ts';
import { isLive } from '../model/crm-record.ts';
import type { Link } from '../store/association-table.ts';
import { openTypeStore } from '../store/portal.ts';
import type { ObjectTypeWorld, World } from '../store/portal.ts';
import { adminRules, defineAccount, owners } from './account-and-owners.ts';
import { associationTypes } from './association-types.ts';
import { employerIndexes, seedContacts } from './seed-contacts.ts';
import { companyValues, dealValues, otherSeeds } from './seed-others.ts';
import { seedRecords } from './seed-records.ts';
import { emptyTypeWorlds } from './type-worlds.ts';

/**
 * `default`: two thousand records. `wide`: the same with more than five hundred custom contact properties.
 * `empty`: all properties, no records.
 */
export type WorldName = 'default' | 'wide' | 'empty';

export interface WorldChoice {
  readonly name: WorldName;
  readonly seed: number;
  readonly portalId: number;
}

const contactCount = 1_000;
const companyCount = 500;
const dealCount = 300;
const wideKinds: readonly string[] = [
  'text',
  'number',
  'date',
  'datetime',
  'bool',
  'select',
  'checkbox',
  'area',
];

function wideTable(): string {
  const lines = Array.from({ length: 520 }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const kind = wideKinds[index % wideKinds.length] ?? 'text';
    const options = kind === 'select' || kind === 'checkbox' ? 'one=First; two=Second; three=Third' : '';
    return `survey_answer_${number} | Survey answer ${number} | ${kind} | | ${options}`;
  });
  return lines.join('\n');
}

function recordsOf(world: ObjectTypeWorld, seed: number): readonly CrmRecord[] {
  const store = openTypeStore(world, 0);
  switch (world.objectType.id) {
    case '0-1':
      return seedContacts(store, contactCount, seed);
    case '0-2':
      return seedRecords({
        store,
        count: companyCount,
        firstId: 20_200_000_000,
        seed,
        valuesOf: companyValues,
      });
    case '0-3':
      return seedRecords({ store, count: dealCount, firstId: 20_300_000_000, seed, valuesOf: dealValues });
    default: {
      const plan = otherSeeds[world.objectType.id];
      return plan === undefined ? [] : seedRecords({ ...plan, store, seed });
    }
  }
}

function linksBetween(types: readonly ObjectTypeWorld[], seed: number): readonly Link[] {
  const recordsByTypeId = new Map(types.map(({ objectType, records }) => [objectType.id, records]));
  const contacts = recordsByTypeId.get('0-1') ?? [];
  const companies = recordsByTypeId.get('0-2') ?? [];
  const employment = associationTypes.find((type) => type.typeId === 279);
  if (employment === undefined || companies.length === 0) return [];
  const employers = employerIndexes(contacts.length, companies.length, seed);
  return contacts.flatMap((contact, index): readonly Link[] => {
    const company = companies[employers[index] ?? 0];
    if (company === undefined || index % 5 === 0 || !isLive(contact)) return [];
    const from = { typeId: '0-1', id: contact.id };
    return [{ from, to: { typeId: '0-2', id: company.id }, association: employment }];
  });
}

function buildFresh({ name, seed, portalId }: WorldChoice): World {
  const empty = emptyTypeWorlds(portalId, name === 'wide' ? wideTable() : '');
  const types = name === 'empty' ? empty : empty.map((type) => ({ ...type, records: recordsOf(type, seed) }));
  return {
    account: defineAccount(portalId),
    types,
    owners,
    associationTypes,
    links: linksBetween(types, seed),
    rules: adminRules,
  };
}

/** Worlds never change, so that equal choices can share one. */
const built = new Map<string, World>();

/** The world of a choice: equal choices give equal worlds. */
export function buildWorld(choice: WorldChoice): World {
  const key = `${choice.name}|${choice.seed}|${choice.portalId}`;
  const world = built.get(key) ?? buildFresh(choice);
  built.set(key, world);
  return world;
}
