import {
  countAssociations,
  DEFAULT_JOURNAL_SETTINGS,
  DEFAULT_RUN_SETTINGS,
  groupOpenNames,
  namesOfRenamed,
  pacedReads,
  Pacer,
  planRenamed,
  readNamed,
  renameRows,
  retryRows,
  type AssociationColumn,
  type CellFix,
  type Outcome,
  type Plan,
  type Property,
  type RelatedType,
} from '@bulk-records/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryJournal } from '../src/app/packages/core/src/testing/memory-journal.ts';
import { NAMING_WEATHER, type FaultDraft } from './associations-weather.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { describeRelated, LAW_RUN_ID, makeRecords, planContacts, runConfirmed } from './plan-portal.ts';

/** What the cells hold: one company has it, two have, none has. */
const NAMES = ['one.example', 'twice.example', 'none.example'] as const;
const HELD = ['one.example', 'two.example', 'twice.example', 'twice.example'] as const;

let portal: OpenPortal;
let companies: RelatedType;
let contacts: ReadonlyMap<string, Property>;

beforeAll(async () => {
  portal = await openPortal();
  contacts = (await describeRelated('contacts')).properties;
  companies = await describeRelated('companies');
});

afterAll(() => portal.close());

async function openFresh(): Promise<void> {
  portal.emulator.reset();
  await makeRecords(
    portal,
    'companies',
    HELD.map((domain) => ({ domain, name: domain })),
  );
  // Search has seen them.
  portal.clock.advance(60_000);
}

function idsOf(domain: string): readonly string[] {
  return portal.emulator
    .records('companies')
    .filter(({ properties }) => properties['domain'] === domain)
    .map(({ id }) => id);
}

function byDomain(): AssociationColumn {
  const property = companies.properties.get('domain');
  if (property === undefined) throw new Error('companies have no domain');
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }] as const;
  return { columnIndex: 2, related: companies, property, bySearch: true, types: [...types] };
}

async function runNaming(cells: readonly string[]) {
  const plan = await planContacts(portal, contacts, {
    operation: 'upsert',
    keyProperty: 'email',
    headers: ['email', 'firstname', 'companies'],
    rows: cells.map((cell, row) => [`renamed.${String(row)}@example.org`, `Name ${String(row)}`, cell]),
    naming: [byDomain()],
  });
  return { plan, outcomes: await runConfirmed(portal, plan) };
}

interface Ended {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
}

/** Fixes every open name so, and retries: as the card does. */
async function retryNamed(ended: Ended, fixOf: (name: string) => CellFix | null): Promise<Ended> {
  const fixes = new Map(
    groupOpenNames(ended).flatMap(({ id, issue }) => {
      const fix = 'raw' in issue ? fixOf(issue.raw) : null;
      return fix === null ? [] : [[id, fix] as const];
    }),
  );
  const settings = DEFAULT_RUN_SETTINGS;
  const renamed = renameRows(ended, fixes);
  const { readings } = await readNamed(namesOfRenamed(renamed), {
    ports: pacedReads(portal.ports, new Pacer(portal.ports, settings)),
    options: settings,
    apiVersion: ended.plan.apiVersion,
  });
  const retried = await retryRows(
    { ...ended, runId: LAW_RUN_ID, journal: 'none' },
    { amended: [], renamed: planRenamed(renamed, readings), unknown: new Set() },
    {
      ports: {
        ...portal.ports,
        confirmCanary: () => Promise.resolve(true),
        keeper: new MemoryJournal(),
        turn: () => Promise.resolve(),
        reportJournal: () => undefined,
      },
      options: { settings, isStopWanted: () => false, journalSettings: DEFAULT_JOURNAL_SETTINGS },
    },
  );
  if (retried.kind !== 'ran') throw new Error(retried.kind);
  return retried;
}

/** Rows whose told associations the emulator does not hold, or that it holds and nobody tells of. */
function findLies(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap((outcome) => {
    if (!('recordId' in outcome) || outcome.recordId === null) return [];
    const { recordId, associations = [], rowNumber } = outcome;
    const told = associations.flatMap((each) =>
      each.kind === 'made' || each.kind === 'already-there' ? [each.toId] : [],
    );
    const held = portal.emulator
      .associations()
      .filter(({ fromId, typeId }) => fromId === recordId && typeId === 279)
      .map(({ toId }) => toId);
    const isSame = JSON.stringify([...told].sort()) === JSON.stringify([...held].sort());
    return isSame ? [] : [`row ${String(rowNumber)} says ${told.join()}, the portal holds ${held.join()}`];
  });
}

const writesOfContacts = () =>
  portal.emulator.requestLog.filter(({ path }) =>
    /objects\/.*contacts\/batch\/(create|update|upsert)/.test(path),
  );

describe('names that are fixed after a run', () => {
  it('are associated, and nothing of the records is written again', async () => {
    await openFresh();
    const ended = await runNaming(['one.example;none.example', 'twice.example', 'none.example']);
    expect(countAssociations(ended.outcomes)).toMatchObject({ made: 1, unresolved: 3 });
    const written = writesOfContacts().length;
    const [twice = ''] = idsOf('twice.example');
    const retried = await retryNamed(ended, (name) =>
      name === 'twice.example' ? { kind: 'record', recordId: twice } : { kind: 'text', text: 'two.example' },
    );
    expect(writesOfContacts().length).toBe(written);
    expect(written).toBeGreaterThan(0);
    expect(countAssociations(retried.outcomes)).toMatchObject({ made: 4, unresolved: 0 });
    expect(retried.outcomes.map(({ kind }) => kind)).toEqual(ended.outcomes.map(({ kind }) => kind));
    expect(findLies(retried.outcomes)).toEqual([]);
  });

  it('are what the portal holds and nothing else, whatever they are fixed with and whatever goes wrong', async () => {
    const cell = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 3 }).map((names) => names.join(';'));
    const fix = fc.constantFrom<CellFix | null>(
      null,
      { kind: 'blank' },
      { kind: 'text', text: 'two.example' },
      { kind: 'text', text: 'one.example;twice.example' },
      { kind: 'record', recordId: '987654321' },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.array(fix, { minLength: 3, maxLength: 3 }),
        fc.array(fc.constantFrom<FaultDraft>(...NAMING_WEATHER), { maxLength: 4 }),
        async (cells, fixes, faults) => {
          await openFresh();
          const ended = await runNaming(cells);
          for (const fault of faults) portal.emulator.addFault(fault);
          const written = writesOfContacts().length;
          const retried = await retryNamed(
            ended,
            (name) => fixes[NAMES.findIndex((each) => each === name)] ?? null,
          );
          portal.emulator.clearFaults();
          expect(findLies(retried.outcomes)).toEqual([]);
          expect(writesOfContacts().length).toBe(written);
          expect(retried.outcomes.map(({ kind }) => kind)).toEqual(ended.outcomes.map(({ kind }) => kind));
        },
      ),
      { numRuns: 20 },
    );
  });
});
