import {
  countAssociations,
  DEFAULT_RUN_SETTINGS,
  runPlan,
  type AssociationColumn,
  type Operation,
  type Outcome,
  type Plan,
  type Property,
  type RelatedType,
} from '@bulk-records/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMING_WEATHER, type FaultDraft } from './associations-weather.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import {
  describeRelated,
  makeRecords,
  planContacts,
  postInputs,
  runConfirmed,
  seedContacts,
} from './plan-portal.ts';

/** Plain, and a label somebody made. */
const PLAIN = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 } as const;
const BILLING = { associationCategory: 'USER_DEFINED', associationTypeId: 71 } as const;

/** What the cells may hold: one company has it, several have, none has, or none has any more. */
const DOMAINS = ['one.example', 'two.example', 'twice.example', 'none.example', 'archived.example'] as const;
const HELD = ['one.example', 'two.example', 'twice.example', 'Twice.example', 'archived.example'] as const;

let portal: OpenPortal;
let companies: RelatedType;
let contacts: ReadonlyMap<string, Property>;

beforeAll(async () => {
  portal = await openPortal();
  contacts = (await describeRelated('contacts')).properties;
  companies = await describeRelated('companies');
});

afterAll(() => portal.close());

/** A fresh portal with the companies; search has seen all of them, but not yet that one was archived. */
async function openFresh(existing: readonly string[]): Promise<void> {
  portal.emulator.reset();
  await makeRecords(
    portal,
    'companies',
    HELD.map((domain) => ({ domain, name: domain })),
  );
  await seedContacts(
    portal,
    existing.map((email) => ({ email })),
  );
  portal.clock.advance(60_000);
  const [archived = ''] = idsOf('archived.example');
  await postInputs(portal, 'companies/batch/archive', [{ id: archived }]);
}

/** What the store holds, whatever search says of it. */
function idsOf(domain: string): readonly string[] {
  return portal.emulator
    .records('companies')
    .filter(({ archived, properties }) => !archived && properties['domain']?.toLowerCase() === domain)
    .map(({ id }) => id);
}

function column(columnIndex: number, keyProperty: string, type: typeof PLAIN | typeof BILLING) {
  const property = companies.properties.get(keyProperty);
  if (property === undefined) throw new Error(`companies have no ${keyProperty}`);
  const bySearch = keyProperty !== 'hs_object_id';
  return { columnIndex, related: companies, property, bySearch, types: [type] } satisfies AssociationColumn;
}

const email = (row: number): string => `named.${String(row)}@example.org`;

function planNaming(cells: readonly string[], operation: Operation, naming: readonly AssociationColumn[]) {
  return planContacts(portal, contacts, {
    operation,
    keyProperty: 'email',
    headers: ['email', 'firstname', 'companies', 'billing'],
    rows: cells.map((cell, row) => [email(row), `Name ${String(row)}`, cell, cell]),
    naming,
  });
}

/** Companies a contact is associated with by a type, in the portal's store. */
function associatedWith(recordId: string, typeId: number): readonly string[] {
  return portal.emulator
    .associations()
    .filter((held) => held.fromId === recordId && held.typeId === typeId)
    .map(({ toId }) => toId)
    .sort();
}

/** What an outcome says that the store does not bear out, and what the store holds that no outcome says. */
function findLies(outcomes: readonly Outcome[], cells: readonly string[], typeId: number): readonly string[] {
  return outcomes.flatMap((outcome) => {
    if (!('recordId' in outcome) || outcome.recordId === null) return [];
    const told = outcome.associations ?? [];
    const there = told.flatMap((each) =>
      each.kind === 'made' || each.kind === 'already-there' ? [each.toId] : [],
    );
    const row = `row ${String(outcome.rowNumber)}`;
    const held = associatedWith(outcome.recordId, typeId);
    const isSame = JSON.stringify(there.sort()) === JSON.stringify(held);
    const names = new Set((cells[outcome.slot] ?? '').split(';').filter((name) => name !== ''));
    const unsaid = [...names].filter((name) => !told.some((each) => each.name === name));
    const wrong = told.filter((each) => each.kind === 'unresolved' && !isTrue(each));
    return [
      ...(isSame ? [] : [`${row} says ${there.join()}, the store ${held.join()}`]),
      ...unsaid.map((name) => `${row} says nothing of ${name}`),
      ...wrong.map(({ name = '' }) => `${row} is wrong about ${name}`),
    ];
  });
}

function isTrue({ name, why }: { readonly name: string; readonly why: string }): boolean {
  const count = idsOf(name.toLowerCase()).length;
  if (why === 'missing') return count === 0;
  if (why === 'several') return count > 1;
  return why === 'unread';
}

describe('associations that cells name', () => {
  it.each<Operation>(['upsert', 'create', 'update'])(
    'are made with what is found, and the rest is said: %s',
    async (operation) => {
      await openFresh(operation === 'create' ? [] : [email(0), email(1)]);
      const cells = ['one.example;two.example', 'twice.example;none.example;archived.example'];
      const plan = await planNaming(cells, operation, [column(2, 'domain', PLAIN)]);
      const outcomes = await runConfirmed(portal, plan);
      expect(findLies(outcomes, cells, 279)).toEqual([]);
      expect(countAssociations(outcomes)).toMatchObject({ made: 2, unresolved: 3, unknown: 0, failed: 0 });
      expect(outcomes.every(({ kind }) => kind === 'created' || kind === 'updated')).toBe(true);
    },
  );

  it('by id go into the batch that creates the records', async () => {
    await openFresh([]);
    const cells = [idsOf('one.example').join(';'), idsOf('twice.example').join(';')];
    const plan = await planNaming(cells, 'create', [column(2, 'hs_object_id', PLAIN)]);
    const outcomes = await runConfirmed(portal, plan);
    expect(countAssociations(outcomes)).toMatchObject({ made: 3 });
    const paths = portal.emulator.requestLog.map(({ path }) => path);
    expect(paths.filter((path) => path.includes('contacts/companies/batch/create'))).toEqual([]);
  });

  it('by two columns with two labels are one association with both', async () => {
    await openFresh([email(0)]);
    const naming = [column(2, 'domain', PLAIN), column(3, 'domain', BILLING)];
    const plan = await planNaming(['one.example'], 'upsert', naming);
    const [outcome] = await runConfirmed(portal, plan);
    expect(outcome?.associations).toHaveLength(1);
    const recordId = outcome !== undefined && 'recordId' in outcome ? (outcome.recordId ?? '') : '';
    expect([associatedWith(recordId, 279), associatedWith(recordId, 71)]).toEqual([
      idsOf('one.example'),
      idsOf('one.example'),
    ]);
  });

  it('are made for records of which nothing else changes, and are there already the next time', async () => {
    await openFresh([email(0)]);
    const run = async () => {
      const plan: Plan = await planContacts(portal, contacts, {
        operation: 'update',
        keyProperty: 'email',
        headers: ['email', 'unused', 'companies'],
        rows: [[email(0), '', 'one.example']],
        naming: [column(2, 'domain', PLAIN)],
      });
      return runConfirmed(portal, plan);
    };
    const [first] = await run();
    const [second] = await run();
    expect([first?.kind, first?.associations?.[0]?.kind]).toEqual(['unchanged', 'made']);
    expect([second?.kind, second?.associations?.[0]?.kind]).toEqual(['unchanged', 'already-there']);
  });

  it('say the same, each once, when the run is taken up again', async () => {
    await openFresh([email(0)]);
    const cells = ['one.example;none.example', 'twice.example'];
    const plan = await planNaming(cells, 'upsert', [column(2, 'domain', PLAIN)]);
    const first = await runConfirmed(portal, plan);
    const ran = await runPlan(
      plan,
      { ...portal.ports, confirmCanary: () => Promise.resolve(true) },
      {
        runId: 'again',
        settings: DEFAULT_RUN_SETTINGS,
        isStopWanted: () => false,
        confirmedDigest: plan.digest,
        resumed: {
          outcomes: new Map(first.map((outcome) => [outcome.slot, outcome])),
          announced: new Set([0, 1]),
          startedAt: portal.clock.nowMs(),
        },
      },
    );
    expect(ran).toEqual({ kind: 'ran', outcomes: first });
    const made = portal.emulator.requestLog.filter(({ path }) => path.includes('companies/batch/create'));
    expect(made.filter(({ path }) => path.includes('contacts/'))).toHaveLength(1);
  });

  it('are what the store holds and nothing else, whatever goes wrong on the way', async () => {
    const weather = fc.array(fc.constantFrom<FaultDraft>(...NAMING_WEATHER), { maxLength: 4 });
    const cell = fc
      .uniqueArray(fc.constantFrom(...DOMAINS), { maxLength: 3 })
      .map((names) => names.join(';'));
    const rows = fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        weather,
        fc.constantFrom<Operation>('upsert', 'create'),
        async (wanted, faults, operation) => {
          const isThere = (row: number) => operation === 'upsert' && wanted[row]?.[1] === true;
          await openFresh(wanted.flatMap((_, row) => (isThere(row) ? [email(row)] : [])));
          for (const fault of faults) portal.emulator.addFault(fault);
          const cells = wanted.map(([names]) => names);
          const plan = await planNaming(cells, operation, [column(2, 'domain', PLAIN)]);
          const outcomes = await runConfirmed(portal, plan);
          portal.emulator.clearFaults();
          expect(findLies(outcomes, cells, 279)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
