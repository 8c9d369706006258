import type { CrmRecord } from '../model/crm-record.ts';
import { createRandom } from '../randomness.ts';
import type { Random } from '../randomness.ts';
import type { TypeStore } from '../store/portal.ts';
import { mergeRecords } from '../writes/merge-records.ts';
import { pick, seedRecords, someDay, someInstant, someOwner, sometimes } from './seed-records.ts';
import type { Values } from './seed-records.ts';

const firstNames = [
  'Mara',
  'Jonas',
  'Zoë',
  'Ibrahim',
  'Greta',
  'Łukasz',
  'Ana María',
  'Søren',
  'Priya',
  'Tomás',
  'Hanna',
  'Wei',
  'Émile',
  'Fatma',
  'Noah',
  'Ingrid',
  'Matteo',
  'Olena',
  'Kwame',
  'Jürgen',
] as const;
const lastNames = [
  'Müller',
  'Okafor',
  'García López',
  'O’Brien',
  'van der Berg',
  'Nowak',
  'Sørensen',
  'Çelik',
  'Rossi',
  'Weiß',
  'Tanaka',
  'Dubois',
  'Lindqvist',
  'Haddad',
  'Novák',
  'Schmidt-Lange',
  'Silva',
  'Ivanova',
  'Mensah',
  'Braun',
] as const;
const cities = [
  ['Dresden', '01067', 'Germany'],
  ['Hamburg', '20095', 'Germany'],
  ['Boston', '02108', 'United States'],
  ['Wien', '1010', 'Austria'],
  ['Málaga', '29001', 'Spain'],
  ['København', '1050', 'Denmark'],
] as const;
const mailDomains = ['example.org', 'example.com', 'mail.example.org', 'nordlicht.example.com'] as const;
const stages = [
  'subscriber',
  'lead',
  'marketingqualifiedlead',
  'opportunity',
  'customer',
  'evangelist',
] as const;

function mailName(first: string, last: string): string {
  return `${first}.${last}`
    .normalize('NFD')
    .replace(/ß/gu, 'ss')
    .replace(/[^A-Za-z.]/gu, '')
    .toLowerCase();
}

function place(random: Random): Values {
  const [city, zip, country] = pick(cities, random);
  return { city, zip, country };
}

function contactValues(index: number, random: Random): Values {
  const firstname = pick(firstNames, random);
  const lastname = pick(lastNames, random);
  const email = `${mailName(firstname, lastname)}${index + 1}@${pick(mailDomains, random)}`;
  return {
    firstname,
    lastname,
    email,
    customer_number: `K-${String(index + 1).padStart(5, '0')}`,
    lifecyclestage: pick(stages, random),
    ...place(random),
    ...sometimes(70, random, () => ({ phone: `+49 30 ${String(5_550_000 + index)}` })),
    ...sometimes(60, random, () => ({
      jobtitle: pick(['Buyer', 'Head of IT', 'Managing director'], random),
    })),
    ...sometimes(50, random, () => ({
      membership_level: pick(['lvl_1', 'lvl_2', 'lvl_3', 'lvl_x'], random),
    })),
    ...sometimes(40, random, () => ({ interests: pick(['solar', 'solar;storage', 'wind;hydro'], random) })),
    ...sometimes(40, random, () => ({ loyalty_points: String(random.below(5_000)) })),
    ...sometimes(30, random, () => ({ first_purchase_date: someDay(random) })),
    ...sometimes(20, random, () => ({ last_webinar_at: someInstant(random) })),
    ...sometimes(50, random, () => ({ newsletter_opt_in: pick(['true', 'false'], random) })),
    ...sometimes(60, random, () => someOwner(random)),
  };
}

/** Every 25th contact has a second address. */
function withAlias(record: CrmRecord, index: number): CrmRecord {
  if (index % 25 !== 7) return record;
  const alias = `private${index + 1}@example.com`;
  return { ...record, properties: { ...record.properties, hs_additional_emails: alias } };
}

const archivedDays = 30 * 86_400_000;

function withArchival(record: CrmRecord, index: number): CrmRecord {
  return index % 100 === 42 ? { ...record, archivedAtMs: record.createdAtMs + archivedDays } : record;
}

/** The contacts at places 10, 210, 410… have been merged into their right neighbours. */
function withMerges(records: readonly CrmRecord[]): readonly CrmRecord[] {
  const merged = [...records];
  for (let index = 10; index + 1 < records.length; index += 200) {
    const loser = records[index];
    const winner = records[index + 1];
    if (loser === undefined || winner === undefined) continue;
    const pair = mergeRecords(winner, loser, winner.createdAtMs);
    merged[index] = pair.loser;
    merged[index + 1] = { ...pair.winner, changes: {} };
  }
  return merged;
}

export function seedContacts(store: TypeStore, count: number, seed: number): readonly CrmRecord[] {
  const records = seedRecords({ store, count, firstId: 20_100_000_000, seed, valuesOf: contactValues });
  return withMerges(records.map(withAlias).map(withArchival));
}

/** Which contact works for which company: the same for the same seed. */
export function employerIndexes(contactCount: number, companyCount: number, seed: number): readonly number[] {
  const random = createRandom(seed + 7);
  return Array.from({ length: contactCount }, () => random.below(companyCount));
}
