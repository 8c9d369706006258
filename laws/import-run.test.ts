import type {
  ImportPort,
  Importing,
  JournaledRunOptions,
  JournaledRunPorts,
  Outcome,
  Plan,
  PlannedAssociation,
  Property,
} from '@bulk-records/core';
import {
  countOutcomes,
  DEFAULT_JOURNAL_SETTINGS,
  DEFAULT_RUN_SETTINGS,
  resumeRun,
  runWithJournal,
  sumCounts,
  takeUpRun,
} from '@bulk-records/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../emulator/index.ts';
import { MemoryJournal } from '../src/app/packages/core/src/testing/memory-journal.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { describeContacts, LAW_RUN_ID, planContacts, runConfirmed, seedContacts } from './plan-portal.ts';

/** Options the plan knows and HubSpot does not any more. */
const GONE = 'gone_since';

const ROWS_PER_FILE = 5;

const HEADERS = ['email', 'firstname', 'membership_level'];

interface Row {
  readonly exists: boolean;
  readonly firstname: string;
  readonly level: string;
  /** HubSpot takes no address of this kind, and our own checks do. */
  readonly isRefused: boolean;
}

const emailOf = ({ isRefused }: Row, index: number): string =>
  isRefused ? `row${String(index)}@example.badtld` : `row${String(index)}@example.org`;

const rows = fc.array(
  fc.record({
    exists: fc.boolean(),
    firstname: fc.constantFrom('Ada', 'Bo, "the" Second', 'Zoë\nLine', '007'),
    level: fc.constantFrom('gold', 'silver', GONE),
    isRefused: fc.boolean(),
  }),
  { minLength: 1, maxLength: 24 },
);

/** An upload is tried three times. */
const lostUploads: fc.Arbitrary<readonly Fault[]> = fc.array(
  fc.record({
    kind: fc.constant('reset' as const),
    when: fc.constantFrom('before-write' as const, 'after-write' as const),
    match: fc.record({
      path: fc.constant('imports/2026-03$'),
      method: fc.constant('POST'),
      nth: fc.integer({ min: 1, max: 4 }),
    }),
  }),
  { maxLength: 2 },
);

const lostQuestions: fc.Arbitrary<readonly Fault[]> = fc.array(
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(500, 502, 429),
    match: fc.record({ path: fc.constant('imports/2026-03/\\d+'), nth: fc.integer({ min: 1, max: 6 }) }),
  }),
  { maxLength: 3 },
);

const weathers = fc.tuple(lostUploads, lostQuestions).map((parts) => parts.flat());

/** Properties as they were when the plan was made. */
async function describeEarlier(): Promise<ReadonlyMap<string, Property>> {
  const properties = new Map(await describeContacts());
  const level = properties.get('membership_level');
  if (level === undefined) throw new Error('no membership_level');
  const option = { label: 'Gone', value: GONE, hidden: false };
  properties.set('membership_level', { ...level, options: [...level.options, option] });
  return properties;
}

async function planOf(table: readonly Row[], portal: OpenPortal): Promise<Plan> {
  const existing = table.flatMap((row, index) =>
    row.exists && !row.isRefused ? [{ email: emailOf(row, index), firstname: 'Before' }] : [],
  );
  await seedContacts(portal, existing);
  return planContacts(portal, await describeEarlier(), {
    operation: 'upsert',
    keyProperty: 'email',
    headers: HEADERS,
    rows: table.map((row, index) => [emailOf(row, index), row.firstname, row.level]),
    associations: [withFirstCompany(portal)],
  });
}

function withFirstCompany({ emulator }: OpenPortal): PlannedAssociation {
  const company = emulator.records('companies').find(({ archived, mergedInto }) => !archived && !mergedInto);
  const types = [{ associationCategory: 'HUBSPOT_DEFINED' as const, associationTypeId: 279 }];
  return { toObjectType: 'companies', toId: company?.id ?? '', types };
}

/** What is wrong with the association of a record that is there; a row without a record has none. */
function lieOfAssociation(
  { associations: told = [] }: Outcome,
  recordId: string | null,
  { emulator }: OpenPortal,
): string | null {
  if (recordId === null) return told.length === 0 ? null : 'associated without a record';
  const [only] = told;
  if (told.length !== 1 || only?.kind === 'unresolved') return 'not one association';
  const isThere = emulator
    .associations()
    .some(({ fromId, toId, typeId }) => fromId === recordId && toId === only?.toId && typeId === 279);
  const saysThere = only?.kind === 'made' || only?.kind === 'already-there';
  return saysThere === isThere || only?.kind === 'unknown' ? null : `association ${only?.kind ?? ''}`;
}

function importingWith(importRecords: ImportPort): Importing {
  return {
    importRecords,
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    turn: () => Promise.resolve(),
    takenUp: [],
    limits: { maxBytes: 1_000_000, maxPackedBytes: 1_000_000, maxRecords: ROWS_PER_FILE },
  };
}

async function runOf(table: readonly Row[], portal: OpenPortal, stopAfterAsking = Infinity) {
  const plan = await planOf(table, portal);
  let asked = 0;
  const outcomes = await runConfirmed(portal, plan, {
    settings: { canaryAboveWrites: null },
    isStopWanted: () => (asked += 1) > stopAfterAsking,
    importing: importingWith(portal.importRecords),
  });
  return { plan, outcomes };
}

/** Files that went up. */
function importedNames({ emulator }: OpenPortal): readonly string[] {
  return emulator.requestLog.flatMap(({ method, path }) =>
    method === 'POST' && path.endsWith('imports/2026-03') ? [path] : [],
  );
}

/** Names of the imports HubSpot took. */
function takenFiles({ emulator }: OpenPortal): readonly string[] {
  return emulator.imports().map(({ name }) => name);
}

/** What an outcome says that the portal does not bear out. */
function liesOf(plan: Plan, outcomes: readonly Outcome[], portal: OpenPortal): readonly string[] {
  const records = new Map(
    portal.emulator.records('contacts').map((record) => [record.properties['email'], record]),
  );
  return outcomes.flatMap((outcome) => {
    const partlyId = outcome.kind === 'rejected' ? (outcome.partly?.recordId ?? null) : null;
    const recordId = outcome.kind === 'created' || outcome.kind === 'updated' ? outcome.recordId : partlyId;
    const lieOfTie = lieOfAssociation(outcome, recordId, portal);
    if (lieOfTie !== null) return [`${String(outcome.rowNumber)} ${outcome.kind}: ${lieOfTie}`];
    const planned = plan.rows[outcome.slot];
    const sent = planned !== undefined && 'properties' in planned ? planned.properties : {};
    const key = planned?.key ?? '';
    const record = records.get(key);
    const held = Object.entries(sent).filter(([name, value]) => record?.properties[name] === value);
    const lie = (text: string) => [`${String(outcome.rowNumber)} ${outcome.kind}: ${text}`];
    switch (outcome.kind) {
      case 'created':
      case 'updated':
        if (record?.id !== outcome.recordId) return lie('another record');
        return held.length === Object.keys(sent).length ? [] : lie('values are missing');
      case 'rejected': {
        const { partly } = outcome;
        if (partly === undefined)
          return record === undefined || planned?.kind === 'update' ? [] : lie('it is there');
        return record?.id === partly.recordId && record.properties['membership_level'] !== GONE
          ? []
          : lie('not partly written');
      }
      case 'not-sent':
        return planned?.kind === 'create' && record !== undefined ? lie('it was written') : [];
      case 'unchanged':
      case 'archived':
      case 'conflict':
      case 'skipped':
      case 'unknown':
        return [];
    }
  });
}

describe('a run by imports, in any weather', () => {
  it('gives every row one outcome, and none that the portal does not bear out', async () => {
    await fc.assert(
      fc.asyncProperty(rows, weathers, async (table, weather) => {
        const portal = await openPortal();
        try {
          for (const fault of weather) portal.emulator.addFault(fault);
          const { plan, outcomes } = await runOf(table, portal);
          expect(sumCounts(countOutcomes(outcomes))).toBe(table.length);
          expect(liesOf(plan, outcomes, portal)).toEqual([]);
          expect(countOutcomes(outcomes).unknown).toBe(0);
          expect(new Set(takenFiles(portal)).size).toBe(takenFiles(portal).length);
          expect(importedNames(portal).length).toBeGreaterThanOrEqual(
            Math.ceil(table.length / ROWS_PER_FILE / 2),
          );
          const good = table.flatMap((row, slot) => (row.isRefused || row.level === GONE ? [] : [slot]));
          const kinds = good.map((slot) => outcomes[slot]?.kind);
          expect(kinds.filter((kind) => kind !== 'created' && kind !== 'updated')).toEqual([]);
        } finally {
          await portal.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('that is stopped cancels its imports, and says of every row whether it was written', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 0, max: 8 }), async (table, stopAfterAsking) => {
        const portal = await openPortal();
        try {
          const { plan, outcomes } = await runOf(table, portal, stopAfterAsking);
          expect(sumCounts(countOutcomes(outcomes))).toBe(table.length);
          expect(liesOf(plan, outcomes, portal)).toEqual([]);
        } finally {
          await portal.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('whose tab is closed at any call is taken up: its imports are found, and none goes up twice', async () => {
    const closings = fc.record({ atCall: fc.integer({ min: 0, max: 8 }), isDelivered: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(rows, closings, async (table, { atCall, isDelivered }) => {
        const portal = await openPortal();
        try {
          const plan = await planOf(table, portal);
          const session = sessionOf(portal, plan);
          let calls = 0;
          await untilClosed((close) =>
            runWithJournal(plan, session.ports, {
              ...session.options,
              importing: importingWith(async (request) => {
                calls += 1;
                if (calls - 1 < atCall) return portal.importRecords(request);
                if (calls - 1 === atCall && isDelivered) await portal.importRecords(request);
                return close();
              }),
            }),
          );
          session.journal.holders.clear();
          const taken = await takeUpRun(LAW_RUN_ID, plan.properties, session.ports);
          if (taken.kind !== 'taken') throw new Error(taken.kind);
          const { outcomes } = await resumeRun(taken, {
            ports: session.ports,
            options: { ...session.options, importing: importingWith(portal.importRecords) },
          });
          expect(sumCounts(countOutcomes(outcomes))).toBe(table.length);
          expect(liesOf(plan, outcomes, portal)).toEqual([]);
          expect(new Set(takenFiles(portal)).size).toBe(takenFiles(portal).length);
        } finally {
          await portal.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});

function sessionOf(portal: OpenPortal, plan: Plan) {
  const journal = new MemoryJournal();
  const ports: JournaledRunPorts = {
    ...portal.ports,
    confirmCanary: () => Promise.resolve(true),
    keeper: journal,
    turn: () => Promise.resolve(),
    reportJournal: () => undefined,
  };
  const options: Omit<JournaledRunOptions, 'importing'> = {
    runId: LAW_RUN_ID,
    settings: { ...DEFAULT_RUN_SETTINGS, canaryAboveWrites: null },
    isStopWanted: () => false,
    confirmedDigest: plan.digest,
    journalSettings: { ...DEFAULT_JOURNAL_SETTINGS, maxOpenLines: 1 },
    startedBy: 'ada',
    undoes: null,
  };
  return { journal, ports, options };
}

/** Does something until its tab is closed, from when on nothing comes back. */
async function untilClosed(act: (close: () => Promise<never>) => Promise<unknown>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const close = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    act(close).then(() => {
      resolve();
    }, reject);
  });
}
