import type { Outcome, Plan, Property } from '@bulk-records/core';
import { countOutcomes, sumCounts } from '@bulk-records/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../emulator/index.ts';
import { openPortal, type OpenPortal } from './open-portal.ts';
import { describeContacts, planContacts, runConfirmed, seedContacts } from './plan-portal.ts';

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
  properties.set('membership_level', { ...level, options: [...(level.options ?? []), option] });
  return properties;
}

async function runOf(
  table: readonly Row[],
  { portal, stopAfterAsking = Infinity }: { readonly portal: OpenPortal; readonly stopAfterAsking?: number },
) {
  const existing = table.flatMap((row, index) =>
    row.exists && !row.isRefused ? [{ email: emailOf(row, index), firstname: 'Before' }] : [],
  );
  await seedContacts(portal, existing);
  const plan = await planContacts(portal, await describeEarlier(), {
    operation: 'upsert',
    keyProperty: 'email',
    headers: HEADERS,
    rows: table.map((row, index) => [emailOf(row, index), row.firstname, row.level]),
  });
  let asked = 0;
  const outcomes = await runConfirmed(
    portal,
    plan,
    { canaryAboveWrites: null },
    {
      isStopWanted: () => (asked += 1) > stopAfterAsking,
      importing: {
        importRecords: portal.importRecords,
        toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
        turn: () => Promise.resolve(),
        takenUp: [],
        limits: { maxBytes: 1_000_000, maxPackedBytes: 1_000_000, maxRecords: ROWS_PER_FILE },
      },
    },
  );
  return { plan, outcomes };
}

/** Files that went up. */
function importedNames({ emulator }: OpenPortal): readonly string[] {
  return emulator.requestLog.flatMap(({ method, path }) =>
    method === 'POST' && path.endsWith('imports/2026-03') ? [path] : [],
  );
}

/** What an outcome says that the portal does not bear out. */
function liesOf(plan: Plan, outcomes: readonly Outcome[], { emulator }: OpenPortal): readonly string[] {
  const records = new Map(emulator.records('contacts').map((record) => [record.properties['email'], record]));
  return outcomes.flatMap((outcome) => {
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
          const { plan, outcomes } = await runOf(table, { portal });
          expect(sumCounts(countOutcomes(outcomes))).toBe(table.length);
          expect(liesOf(plan, outcomes, portal)).toEqual([]);
          expect(countOutcomes(outcomes).unknown).toBe(0);
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
});
