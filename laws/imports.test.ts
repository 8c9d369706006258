import type { Outcome, PlanPart, RecordToWrite } from '@bulk-records/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../emulator/index.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { describeContacts, seedContacts } from './plan-portal.ts';
import { runImports, type ImportJob } from './run-imports.ts';

type Operation = 'create' | 'upsert' | 'update';

/** Rows of a table, and what HubSpot will find of each. */
const sketches = fc.array(
  fc.record({
    exists: fc.boolean(),
    // A number that is none: HubSpot leaves the cell out.
    hasBadCell: fc.boolean(),
    hasLineBreak: fc.boolean(),
  }),
  { minLength: 1, maxLength: 9 },
);

const uploadFaults: readonly (Fault | null)[] = [
  null,
  null,
  { kind: 'reset', when: 'before-write' },
  { kind: 'reset', when: 'after-write' },
  { kind: 'status', status: 502, body: 'html', when: 'after-write' },
  { kind: 'status', status: 503, when: 'before-write' },
  { kind: 'truncate' },
];

const fates = ['none', 'none', 'fails', 'canceled', 'reverted'] as const;

const jobs = fc.record({
  operation: fc.constantFrom<Operation>('create', 'upsert', 'update'),
  rows: sketches,
  recordsPerSlice: fc.integer({ min: 1, max: 5 }),
  faults: fc.array(fc.constantFrom(...uploadFaults), { maxLength: 4 }),
  fate: fc.constantFrom(...fates),
  at: fc.nat(4),
  behaviour: fc.record({
    importLineNumbers: fc.constantFrom('records', 'lines', 'records-without-header'),
    importBadCell: fc.constantFrom('left-out', 'row-rejected'),
    importListOrder: fc.constantFrom('newest-first', 'oldest-first'),
    importListDelayMaxMs: fc.constantFrom(0, 60_000),
    importRowsPerSecond: fc.constantFrom(1, 100),
    importsAtOnce: fc.constantFrom(1, 3),
  }),
});

type Job = typeof jobs extends fc.Arbitrary<infer T> ? T : never;

const address = (slot: number): string => `import${String(slot)}@example.org`;

async function planPart(portal: OpenPortal, { operation, rows }: Job): Promise<PlanPart> {
  const ids = await seedContacts(
    portal,
    rows.flatMap(({ exists }, slot) => (exists ? [{ email: address(slot), city: 'Bonn' }] : [])),
  );
  const idByEmail = new Map(
    portal.emulator.records('contacts').map(({ id, properties }) => [properties.email, id]),
  );
  expect(ids.length).toBe(idByEmail.size);
  portal.clock.advance(60_000);
  const isById = operation === 'update';
  const toWrite = rows.map((row, slot): RecordToWrite => {
    const email = address(slot);
    const key = isById ? (idByEmail.get(email) ?? `9990000${String(slot)}`) : email;
    const firstname = `Name ${String(slot)}${row.hasLineBreak ? '\nJr.' : ''}`;
    const points = row.hasBadCell ? { loyalty_points: 'many' } : { loyalty_points: '7' };
    return { slot, rowNumber: slot + 2, key, properties: { firstname, ...points }, associations: [] };
  });
  return {
    ...{ operation, objectType: 'contacts', apiVersion: '2026-03', toWrite },
    keyProperty: isById ? 'hs_object_id' : 'email',
    properties: await describeContacts(),
  };
}

/** What an outcome says that the portal does not bear out. */
function findLie(outcome: Outcome, part: PlanPart, { emulator }: OpenPortal): string | null {
  const record = part.toWrite.find(({ slot }) => slot === outcome.slot);
  const stored = emulator
    .records('contacts')
    .find(({ id, properties, archived }) =>
      part.operation === 'update' ? id === record?.key : properties.email === record?.key && !archived,
    );
  const { firstname = '', loyalty_points: points = '' } = record?.properties ?? {};
  const hasName = stored?.properties.firstname === firstname;
  const hasPoints = stored?.properties.loyalty_points === points;
  const wasThere = stored?.properties.city !== undefined;
  const told = outcome.kind === 'rejected' ? (outcome.partly?.kind ?? 'rejected') : outcome.kind;
  const isPartly = outcome.kind === 'rejected' && outcome.partly !== undefined;
  const lie = `row ${String(outcome.rowNumber)}: ${told}${isPartly ? ' partly' : ''}`;
  switch (told) {
    case 'created':
    case 'updated': {
      const isTrue = hasName && hasPoints !== isPartly;
      return isTrue && wasThere === (told === 'updated') ? null : lie;
    }
    case 'rejected':
    case 'conflict':
    case 'not-sent':
      return hasName || hasPoints ? lie : null;
    case 'unchanged':
    case 'archived':
    case 'skipped':
    case 'unknown':
      return `${lie}: nothing hindered writing or reading it`;
  }
}

function hooksOf({ fate, at }: Job, { emulator, clock }: OpenPortal): Partial<ImportJob> {
  switch (fate) {
    case 'none':
      return {};
    case 'fails':
      emulator.failNextImport(at);
      return {};
    case 'canceled':
      return {
        onUploaded: async ([id]) => {
          clock.advance(2000 + at * 1000);
          if (id !== undefined) await cancel(emulator, id);
        },
      };
    case 'reverted':
      return {
        onOver: ([id]) => {
          if (id !== undefined) emulator.revertImport(id);
        },
      };
  }
}

async function cancel(emulator: OpenPortal['emulator'], id: string): Promise<void> {
  const headers = { authorization: 'Bearer pat-emulator-0001' };
  await emulator.fetch(
    new Request(`http://emulator/crm/v3/imports/${id}/cancel`, { method: 'POST', headers }),
  );
}

async function withPortal<T>(
  job: Pick<Job, 'behaviour'>,
  work: (portal: OpenPortal) => Promise<T>,
): Promise<T> {
  const portal = await openPortal({ world: 'empty', behaviour: job.behaviour });
  try {
    return await work(portal);
  } finally {
    await portal.close();
  }
}

function planFaults(portal: OpenPortal, faults: readonly (Fault | null)[]): void {
  for (const [index, fault] of faults.entries()) {
    const match = { path: '/imports/2026-03$', method: 'POST', nth: index + 1 };
    if (fault !== null) portal.emulator.addFault({ ...fault, match });
  }
}

describe('imports of a run', () => {
  it('end in outcomes that equal the portal, every row in one', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, (job) =>
        withPortal(job, async (portal) => {
          const part = await planPart(portal, job);
          planFaults(portal, job.faults);
          const hooks = hooksOf(job, portal);
          const ran = await runImports(portal, { part, recordsPerSlice: job.recordsPerSlice, ...hooks });
          expect(ran.outcomes.map(({ slot }) => slot)).toEqual(part.toWrite.map(({ slot }) => slot));
          expect(ran.outcomes.map((outcome) => findLie(outcome, part, portal))).toEqual(
            ran.outcomes.map(() => null),
          );
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('are never taken twice, whatever became of an upload’s answer', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, (job) =>
        withPortal(job, async (portal) => {
          const part = await planPart(portal, job);
          planFaults(portal, job.faults);
          const { importsOfSlices } = await runImports(portal, {
            part,
            recordsPerSlice: job.recordsPerSlice,
          });
          const taken = portal.emulator.imports().map(({ id }) => id);
          expect([...importsOfSlices.flat()].sort()).toEqual([...taken].sort());
          expect(importsOfSlices.map(({ length }) => length)).toEqual(importsOfSlices.map(() => 1));
        }),
      ),
      { numRuns: 30 },
    );
  });

  it('of creates without a key are not sent again: such rows stay unknown, and none is doubled', async () => {
    const behaviour = { importListDelayMaxMs: 0 };
    const portal = await openPortal({ world: 'empty', behaviour });
    const toWrite = ['Ada', 'Bo', 'Cy'].map((firstname, slot): RecordToWrite => {
      return { slot, rowNumber: slot + 2, key: null, properties: { firstname }, associations: [] };
    });
    const part: PlanPart = {
      ...{ operation: 'create', objectType: 'contacts', apiVersion: '2026-03', keyProperty: null, toWrite },
      properties: await describeContacts(),
    };
    planFaults(portal, [
      { kind: 'reset', when: 'before-write' },
      { kind: 'reset', when: 'after-write' },
    ]);
    const { outcomes } = await runImports(portal, { part, recordsPerSlice: 1 });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown']);
    const names = portal.emulator.records('contacts').map(({ properties }) => properties.firstname);
    expect(names).toEqual(['Bo', 'Cy']);
    await portal.close();
  });
});
