import {
  countAsked,
  countAssociations,
  countTied,
  DEFAULT_RUN_SETTINGS,
  runPlan,
  type Operation,
  type Outcome,
  type Plan,
  type PlannedAssociation,
  type Property,
} from '@bulk-records/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultDraft } from './associations-weather.ts';
import { ASSOCIATION_WEATHER } from './associations-weather.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { describeContacts, planContacts, runConfirmed, seedContacts } from './plan-portal.ts';

const PLAIN = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 } as const;
const BILLING = { associationCategory: 'USER_DEFINED', associationTypeId: 71 } as const;

let portal: OpenPortal;
let properties: ReadonlyMap<string, Property>;

beforeAll(async () => {
  portal = await openPortal();
  properties = await describeContacts();
});

afterAll(() => portal.close());

function companyId(place: number): string {
  const live = portal.emulator
    .records('companies')
    .filter(({ archived, mergedInto }) => !archived && !mergedInto);
  return live[place]?.id ?? '';
}

function withCompany(toId: string, type: PlannedAssociation['types'][number] = PLAIN): PlannedAssociation {
  return { toObjectType: 'companies', toId, types: [type] };
}

const address = (row: number): string => `associated.${String(row)}@example.org`;

interface Job {
  readonly operation?: Operation;
  readonly rows: number;
  readonly existing?: readonly number[];
  readonly associations: readonly PlannedAssociation[];
}

/** Contacts in a fresh portal; those that exist hold a blank first name before. */
async function plan({ operation = 'upsert', rows, existing = [], associations }: Job): Promise<Plan> {
  portal.emulator.reset();
  await seedContacts(
    portal,
    existing.map((row) => ({ email: address(row) })),
  );
  return planContacts(portal, properties, {
    operation,
    keyProperty: 'email',
    headers: ['email', 'firstname'],
    rows: Array.from({ length: rows }, (_, row) => [address(row), `Name ${String(row)}`]),
    associations,
  });
}

function holds(outcome: Outcome, association: { readonly toId: string }, typeId: number): boolean {
  return (
    'recordId' in outcome &&
    portal.emulator
      .associations()
      .some(
        (held) =>
          held.fromId === outcome.recordId && held.toId === association.toId && held.typeId === typeId,
      )
  );
}

/** What an outcome says that the portal's store does not bear out. */
function findLies(outcomes: readonly Outcome[], { associations }: Plan): readonly string[] {
  return outcomes.flatMap((outcome) => {
    const isWritten = ['created', 'updated', 'unchanged'].includes(outcome.kind);
    const told = outcome.associations ?? [];
    if (!isWritten) return told.length === 0 ? [] : [`row ${String(outcome.rowNumber)} has no record`];
    if (told.length !== associations.length) return [`row ${String(outcome.rowNumber)} says too little`];
    return told.flatMap((each) => {
      if (each.kind === 'unresolved') return [];
      const typeId = associations.find(({ toId }) => toId === each.toId)?.types[0]?.associationTypeId ?? 0;
      const isThere = holds(outcome, each, typeId);
      const saysThere = each.kind === 'made' || each.kind === 'already-there';
      const saysNot = each.kind === 'failed' || each.kind === 'not-sent';
      const isLie = (saysThere && !isThere) || (saysNot && isThere);
      return isLie ? [`row ${String(outcome.rowNumber)}: ${each.kind}, but the store differs`] : [];
    });
  });
}

describe('associations of a run', () => {
  it.each<[Operation, PlannedAssociation['types'][number]]>([
    ['upsert', PLAIN],
    ['upsert', BILLING],
    ['create', PLAIN],
    ['create', BILLING],
  ])('are made for new and existing records: %s', async (operation, type) => {
    const existing = operation === 'upsert' ? [1, 3] : [];
    const planned = await plan({
      operation,
      rows: 5,
      existing,
      associations: [withCompany(companyId(0), type)],
    });
    const outcomes = await runConfirmed(portal, planned);
    expect(findLies(outcomes, planned)).toEqual([]);
    expect(countAssociations(outcomes)).toMatchObject({ made: 5 });
  });

  it('go into the batch that creates the records', async () => {
    const planned = await plan({ operation: 'create', rows: 3, associations: [withCompany(companyId(0))] });
    await runConfirmed(portal, planned);
    const paths = portal.emulator.requestLog.map(({ path }) => path);
    expect(paths.filter((path) => path.includes('contacts/companies/batch/create'))).toEqual([]);
  });

  it('are there already when the same rows run again, and nothing is sent', async () => {
    const associations = [withCompany(companyId(0))];
    const planned = await plan({ rows: 4, associations });
    await runConfirmed(portal, planned);
    const again = await planContacts(portal, properties, {
      operation: 'upsert',
      keyProperty: 'email',
      headers: ['email', 'firstname'],
      rows: Array.from({ length: 4 }, (_, row) => [address(row), `Name ${String(row)}`]),
      associations,
    });
    expect([countTied(again), countAsked(again)]).toEqual([0, { toMake: 0, held: 4, unresolved: 0 }]);
    const outcomes = await runConfirmed(portal, again);
    expect(outcomes.every(({ kind }) => kind === 'unchanged')).toBe(true);
    expect(countAssociations(outcomes)).toMatchObject({ 'already-there': 4, made: 0 });
    const paths = portal.emulator.requestLog.map(({ path }) => path);
    expect(paths.filter((path) => path.includes('contacts/companies/batch/create'))).toHaveLength(1);
  });

  it('fail with HubSpot’s reason where the other record is gone, and the records stand', async () => {
    const planned = await plan({
      rows: 3,
      associations: [withCompany(companyId(0)), withCompany('999999999999')],
    });
    const outcomes = await runConfirmed(portal, planned);
    expect(outcomes.every(({ kind }) => kind === 'created')).toBe(true);
    expect(findLies(outcomes, planned)).toEqual([]);
    expect(countAssociations(outcomes)).toMatchObject({ made: 3, failed: 3 });
    const reasons = outcomes[0]?.associations?.flatMap((each) => (each.kind === 'failed' ? each.reason : []));
    expect(reasons?.join()).toContain('is not valid');
  });

  it('are not sent after a stop, and settled by whoever takes the run up', async () => {
    const planned = await plan({ rows: 4, associations: [withCompany(companyId(0))] });
    const first = await runStopped(planned);
    expect(findLies(first, planned)).toEqual([]);
    expect(countAssociations(first)).toMatchObject({ 'not-sent': 4 });
    const outcomes = new Map(first.map((outcome) => [outcome.slot, outcome]));
    const resumed = { outcomes, announced: new Set(outcomes.keys()), startedAt: portal.clock.nowMs() };
    const second = await runOn(planned, { resumed });
    expect(findLies(second, planned)).toEqual([]);
    expect(countAssociations(second)).toMatchObject({ made: 4, 'not-sent': 0 });
  });

  it('say what the store says, whatever goes wrong on the way', async () => {
    const weather = fc.array(fc.constantFrom<FaultDraft>(...ASSOCIATION_WEATHER), { maxLength: 4 });
    const rows = fc.array(fc.constantFrom('new', 'there', 'linked'), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, weather, fc.boolean(), async (kinds, faults, hasBadTarget) => {
        const company = companyId(1);
        const existing = kinds.flatMap((kind, row) => (kind === 'new' ? [] : [row]));
        const associations = [withCompany(company), ...(hasBadTarget ? [withCompany('999999999999')] : [])];
        const planned = await plan({ rows: kinds.length, existing, associations });
        for (const fault of faults) portal.emulator.addFault(fault);
        const outcomes = await runConfirmed(portal, planned);
        portal.emulator.clearFaults();
        expect(findLies(outcomes, planned)).toEqual([]);
        expect(countAssociations(outcomes)).toMatchObject({ unknown: 0, 'not-sent': 0 });
      }),
      { numRuns: 25 },
    );
  });
});

async function runOn(
  planned: Plan,
  told: Partial<Parameters<typeof runPlan>[2]> = {},
): Promise<readonly Outcome[]> {
  const ran = await runPlan(
    planned,
    { ...portal.ports, confirmCanary: () => Promise.resolve(true) },
    {
      runId: 'law',
      settings: DEFAULT_RUN_SETTINGS,
      isStopWanted: () => false,
      confirmedDigest: planned.digest,
      ...told,
    },
  );
  if (ran.kind !== 'ran') throw new Error('the plan was refused');
  return ran.outcomes;
}

/** The admin stops as soon as the records are written. */
function runStopped(planned: Plan): Promise<readonly Outcome[]> {
  const isWritten = (): boolean =>
    portal.emulator.records('contacts').some(({ properties: held }) => held['email'] === address(0));
  return runOn(planned, { isStopWanted: isWritten });
}
