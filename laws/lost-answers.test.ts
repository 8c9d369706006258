import { countOutcomes, type Operation, type Outcome } from '@bulk-records/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../emulator/index.ts';
import { findLies, writesOf } from './find-lies.ts';
import { openPortal, planJob, runJob, type Job, type OpenPortal } from './open-portal.ts';

let portal: OpenPortal;

beforeEach(async () => {
  portal = await openPortal();
});

afterEach(async () => {
  await portal.close();
});

/** Runs a job while HubSpot misbehaves once; no outcome may contradict the portal. */
async function runWith(job: Job, ...faults: readonly Fault[]): Promise<readonly Outcome[]> {
  const plan = await planJob(job);
  for (const fault of faults) portal.emulator.addFault(fault);
  // Short calls: a hanging connection is given up after this time, and the test really waits for it.
  const outcomes = await runJob(portal, plan, { workMs: 1500 });
  expect(findLies({ plan, emulator: portal.emulator, outcomes })).toEqual([]);
  return outcomes;
}

function liveIds(objectType: string, count: number): readonly string[] {
  return portal.emulator
    .records(objectType)
    .filter(({ archived, mergedInto }) => !archived && mergedInto === undefined)
    .slice(0, count)
    .map(({ id }) => id);
}

function contacts(count: number): Job['rows'] {
  return Array.from({ length: count }, (_, index) => ({
    email: `lost${String(index)}@example.org`,
    firstname: `Lost ${String(index)}`,
  }));
}

type Sketch = Pick<Job, 'objectType' | 'keyProperty' | 'rows'>;

function sketchOf(operation: Operation): Sketch {
  if (operation === 'update') {
    const rows = liveIds('contacts', 60).map((id) => ({ hs_object_id: id, firstname: 'Updated' }));
    return { objectType: 'contacts', keyProperty: 'hs_object_id', rows };
  }
  return { objectType: 'contacts', keyProperty: 'email', rows: contacts(60) };
}

const LOSSES: readonly (readonly [string, Fault])[] = [
  ['an HTML 502 after the write', { kind: 'status', status: 502, body: 'html', when: 'after-write' }],
  ['an HTML 502 before the write', { kind: 'status', status: 502, body: 'html', when: 'before-write' }],
  ['a 504 after half of the write', { kind: 'status', status: 504, body: 'empty', when: 'half-written' }],
  ['a connection that hangs after the write', { kind: 'hang', when: 'after-write' }],
  ['a connection reset after the write', { kind: 'reset', when: 'after-write' }],
  ['a connection reset after half of the write', { kind: 'reset', when: 'half-written' }],
  ['truncated JSON', { kind: 'truncate' }],
  ['an answer without results', { kind: 'empty-result' }],
  ['omitted rows', { kind: 'omit-row', rows: 5 }],
  ['errors without context', { kind: 'strip-context' }],
  ['a portal that answers 500 only', { kind: 'status', status: 500, match: { times: 100 } }],
];

describe.each(['create', 'upsert', 'update'] as const)('%s of contacts', (operation) => {
  it.each(LOSSES)('tells the truth about %s', async (_, fault) => {
    const match = { path: `contacts/batch/${operation}`, ...fault.match };
    const outcomes = await runWith({ operation, ...sketchOf(operation) }, { ...fault, match });
    expect(countOutcomes(outcomes).unknown).toBe(0);
    const isHopeless = fault.match?.times === 100;
    const written = operation === 'update' ? 'updated' : 'created';
    expect(countOutcomes(outcomes)[isHopeless ? 'not-sent' : written]).toBe(60);
  });
});

describe('create of companies, which have no key to read', () => {
  const companies = Array.from({ length: 40 }, (_, index) => ({ name: `Lost company ${String(index)}` }));
  const job: Job = { operation: 'create', objectType: 'companies', keyProperty: null, rows: companies };

  it.each([
    ['after the write', 'after-write', 40],
    ['before the write', 'before-write', 0],
    ['after half of the write', 'half-written', 20],
  ] as const)('says unknown when the answer is lost %s, and makes none twice', async (_, when, madeCount) => {
    const outcomes = await runWith(job, { kind: 'reset', when, match: { path: 'companies/batch/create' } });
    expect(countOutcomes(outcomes).unknown).toBe(40);
    const made = portal.emulator
      .records('companies')
      .filter(({ properties }) => properties['name']?.startsWith('Lost company'));
    expect(made).toHaveLength(madeCount);
  });

  it('gives an omitted row no outcome it cannot prove', async () => {
    const outcomes = await runWith(job, {
      kind: 'omit-row',
      rows: 2,
      match: { path: 'companies/batch/create' },
    });
    expect(countOutcomes(outcomes)).toMatchObject({ created: 38, unknown: 2 });
  });
});

describe('create of deals without trace ids in the results', () => {
  const deals = Array.from({ length: 30 }, (_, index) => ({
    dealname: `Deal ${String(index % 25)}`,
    dealstage: 'appointmentscheduled',
    pipeline: 'default',
    amount: String(1000 + (index % 25)),
  }));

  it.each(['2026-03', '2026-09'] as const)('matches them by their values (%s)', async (apiVersion) => {
    const job: Job = { operation: 'create', objectType: 'deals', keyProperty: null, rows: deals, apiVersion };
    const outcomes = await runWith(job, { kind: 'strip-trace-ids', match: { path: 'deals/batch/create' } });
    const evidence = outcomes.map((outcome) =>
      outcome.kind === 'created' ? outcome.evidence.matchedBy : outcome.kind,
    );
    expect(evidence).toEqual(deals.map(() => 'values'));
    const ids = outcomes.map((outcome) => (outcome.kind === 'created' ? outcome.recordId : ''));
    expect(new Set(ids).size).toBe(30);
    expect(outcomes.map(({ slot }) => writesOf(slot, portal.emulator).length)).toEqual(deals.map(() => 1));
  });
});
