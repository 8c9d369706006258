import {
  COLUMN_POLICIES,
  countPlan,
  countWrites,
  DUPLICATE_CHOICES,
  isSameValue,
  sumCounts,
  countOutcomes,
  type ColumnPolicy,
  type DuplicateChoice,
  type Property,
} from '@bulk-records/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type OpenPortal } from './open-portal.ts';
import {
  CLEAR,
  describeContacts,
  planContacts,
  runConfirmed,
  seedContacts,
  type PlanWish,
} from './plan-portal.ts';

type Values = Readonly<Record<string, string>>;

interface Cell {
  /** As typed into the table; blank leaves HubSpot's value alone. */
  readonly raw: string;
  /** What it means in HubSpot's own notation. */
  readonly value: string;
}

/** Cells an admin may type, and values HubSpot may hold, in any of its spellings. */
const WORLD: Readonly<Record<string, { readonly cells: readonly Cell[]; readonly held: readonly string[] }>> =
  {
    firstname: { cells: [cell('Ada'), cell(' Bo'), cell(CLEAR, '')], held: ['Ada', 'ada', ' Bo'] },
    loyalty_points: { cells: [cell('7'), cell('1200'), cell(CLEAR, '')], held: ['7', '7.00', '1.2e3', '8'] },
    first_purchase_date: {
      cells: [cell('2026-01-31'), cell('2025-12-24'), cell(CLEAR, '')],
      held: ['2026-01-31', '1769817600000', '2020-02-29'],
    },
    membership_level: { cells: [cell('Gold', 'lvl_3'), cell('lvl_1')], held: ['lvl_3', 'lvl_1', 'lvl_x'] },
    interests: {
      cells: [cell('Solar power; wind', 'solar;wind'), cell(';hydro'), cell(CLEAR, '')],
      held: ['wind;solar', 'hydro', 'storage;hydro'],
    },
    lifecyclestage: {
      cells: [cell('Lead', 'lead'), cell('customer')],
      held: ['subscriber', 'lead', 'customer'],
    },
  };
const NAMES = Object.keys(WORLD);
const STAGES = ['subscriber', 'lead', 'customer'];

function cell(raw: string, value = raw): Cell {
  return { raw, value };
}

interface Story {
  readonly existing: readonly { readonly who: number; readonly held: Values }[];
  readonly rows: readonly { readonly who: number; readonly cells: Readonly<Record<string, Cell>> }[];
  readonly policies: Readonly<Record<string, ColumnPolicy>>;
  readonly duplicates: DuplicateChoice;
}

const who = fc.nat({ max: 4 });
const stories: fc.Arbitrary<Story> = fc.record({
  existing: fc.uniqueArray(
    fc.record({ who, held: someOf((name) => fc.constantFrom(...(WORLD[name]?.held ?? []))) }),
    { selector: (each) => each.who, maxLength: 5 },
  ),
  rows: fc.array(
    fc.record({ who, cells: someOf((name) => fc.constantFrom(...(WORLD[name]?.cells ?? []))) }),
    { minLength: 1, maxLength: 7 },
  ),
  policies: someOf(() => fc.constantFrom(...COLUMN_POLICIES)),
  duplicates: fc.constantFrom(...DUPLICATE_CHOICES),
});

/** Some of the properties, each with something. */
function someOf<T>(
  arbitraryOf: (name: string) => fc.Arbitrary<T>,
): fc.Arbitrary<Readonly<Record<string, T>>> {
  const model = Object.fromEntries(NAMES.map((name) => [name, arbitraryOf(name)]));
  return fc
    .record(model, { requiredKeys: [] })
    .map((some) =>
      Object.fromEntries(
        Object.entries(some).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value] as const],
        ),
      ),
    );
}

/** The portal as a person would say it has to look afterwards: one paragraph of rules, none of the product's code. */
function expected(story: Story): ReadonlyMap<number, Values> {
  // HubSpot gives every new contact its first stage.
  const after = new Map(
    story.existing.map(({ who: person, held }): [number, Values] => [
      person,
      { lifecyclestage: 'lead', ...held },
    ]),
  );
  const people = [...new Set(story.rows.map((row) => row.who))];
  for (const person of people) {
    const rows = story.rows.filter((row) => row.who === person);
    const chosen =
      story.duplicates === 'merge' ? rows : story.duplicates === 'first' ? rows.slice(0, 1) : rows.slice(-1);
    const before = after.get(person);
    const values: Record<string, string> = { ...before };
    for (const name of NAMES) {
      const wanted = chosen.flatMap(({ cells }) => cells[name]?.value ?? []).reduce(addCell, null);
      if (wanted === null) continue;
      const held = before?.[name] ?? '';
      const policy = before === undefined ? 'overwrite' : (story.policies[name] ?? 'overwrite');
      if (policy === 'never' || (policy === 'fill-blanks' && held !== '')) continue;
      if (name === 'lifecyclestage' && STAGES.indexOf(wanted) < STAGES.indexOf(held)) continue;
      values[name] = addCell(held, wanted);
    }
    after.set(person, values);
  }
  return after;
}

/** A later cell wins; options with a semicolon in front are added to what is there. */
function addCell(earlier: string | null, value: string): string {
  if (!value.startsWith(';') || earlier === null) return value;
  const isAppend = earlier.startsWith(';');
  const all = [...new Set(`${earlier}${value}`.split(';'))].filter((option) => option !== '').join(';');
  return isAppend ? `;${all}` : all;
}

let portal: OpenPortal;
let properties: ReadonlyMap<string, Property>;
let storyCount = 0;

beforeAll(async () => {
  portal = await openPortal();
  properties = await describeContacts();
});

afterAll(async () => {
  await portal.close();
});

const addressOf = (story: number, person: number): string =>
  `s${String(story)}p${String(person)}@example.org`;

function wishOf(story: Story, number: number): PlanWish {
  return {
    operation: 'upsert',
    keyProperty: 'email',
    headers: ['email', ...NAMES],
    rows: story.rows.map((row) => [
      addressOf(number, row.who),
      ...NAMES.map((name) => row.cells[name]?.raw ?? ''),
    ]),
    policies: story.policies,
    duplicates: story.duplicates,
  };
}

function heldBy(email: string): Readonly<Record<string, string | null>> | undefined {
  return portal.emulator.records('contacts').find((record) => record.properties['email'] === email)
    ?.properties;
}

/** Where the portal differs from the expectation; nothing where it does not. */
function differences(after: ReadonlyMap<number, Values>, number: number): readonly string[] {
  return [...after].flatMap(([person, values]) => {
    const held = heldBy(addressOf(number, person));
    if (held === undefined) return [`person ${String(person)} is not there`];
    return NAMES.flatMap((name) => {
      const property = properties.get(name);
      const wanted = values[name] ?? '';
      // A new contact gets a stage from HubSpot.
      if (name === 'lifecyclestage' && wanted === '') return [];
      return property !== undefined && isSameValue(property, wanted.replace(/^;/, ''), held[name])
        ? []
        : [`${name} of ${String(person)} is ${held[name] ?? ''} instead of ${wanted}`];
    });
  });
}

describe('law 6, minimal writes: a plan does what it says and no more', () => {
  it('leaves the portal as the rows, policies and duplicates say, and then has nothing left to do', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        storyCount += 1;
        const number = storyCount;
        const contacts = story.existing.map(({ who: person, held }) => ({
          email: addressOf(number, person),
          ...held,
        }));
        await seedContacts(portal, contacts);
        const wish = wishOf(story, number);
        const plan = await planContacts(portal, properties, wish);
        const outcomes = await runConfirmed(portal, plan);
        expect(sumCounts(countOutcomes(outcomes))).toBe(story.rows.length);
        expect(differences(expected(story), number)).toEqual([]);
        const writes = portal.emulator.writeLog.length;
        const again = await planContacts(portal, properties, wish);
        expect(countWrites(countPlan(again))).toBe(0);
        await runConfirmed(portal, again);
        expect(portal.emulator.writeLog.length).toBe(writes);
      }),
      { numRuns: 60 },
    );
  });
});

describe('law 7, what was confirmed is what runs: a colleague edits between preview and run', () => {
  it('loses none of the edits, whichever cells they are', async () => {
    const edits = fc.record({
      story: stories,
      edited: fc.array(fc.tuple(who, fc.constantFrom(...NAMES)), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(edits, async ({ story, edited }) => {
        storyCount += 1;
        const number = storyCount;
        const contacts = story.existing.map(({ who: person, held }) => ({
          email: addressOf(number, person),
          ...held,
        }));
        const ids = await seedContacts(portal, contacts);
        const plan = await planContacts(portal, properties, wishOf(story, number));
        const made = edited.flatMap(([person, name]) => {
          const id = ids[story.existing.findIndex((each) => each.who === person)];
          const value = EDITS[name] ?? '';
          if (id === undefined) return [];
          portal.emulator.editRecord('contacts', id, { [name]: value });
          return [{ email: addressOf(number, person), name, value }];
        });
        const outcomes = await runConfirmed(portal, plan, { settings: { recheckAfterMs: 0 } });
        expect(sumCounts(countOutcomes(outcomes))).toBe(story.rows.length);
        const lost = made.filter(
          ({ email, name, value }) => !survives(name, value, heldBy(email)?.[name] ?? ''),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Values no row of a story wants. */
const EDITS: Values = {
  firstname: 'a colleague',
  loyalty_points: '99',
  first_purchase_date: '1999-12-31',
  membership_level: 'lvl_2',
  interests: 'heat_pumps',
  lifecyclestage: 'evangelist',
};

/** Options may be added to a colleague's; nothing may be taken away. */
function survives(name: string, edit: string, held: string): boolean {
  return name === 'interests' ? held.split(';').includes(edit) : held === edit;
}
