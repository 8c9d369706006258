import { countOutcomes, type Outcome } from '@bulk-records/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLies } from './find-lies.ts';
import { openPortal, planJob, runJob, type OpenPortal, type PlannedJob } from './open-portal.ts';

const ROW_COUNT = 1000;

type Cells = Readonly<Record<string, string>>;

/** What is wrong with every fiftieth row, and how HubSpot will call it. */
const TROUBLES: readonly (readonly [string, Cells, Outcome['kind'], string | null])[] = [
  ['a top-level domain nobody knows', { email: 'ada@example.badtld' }, 'rejected', 'INVALID_EMAIL'],
  ['a label instead of an option', { membership_level: 'Platinum' }, 'rejected', 'INVALID_OPTION'],
  ['an option of many nobody knows', { interests: 'solar;moonshine' }, 'rejected', 'INVALID_OPTION'],
  ['a word for a number', { loyalty_points: 'many' }, 'rejected', null],
  ['a word for a date', { first_purchase_date: 'yesterday' }, 'rejected', 'INVALID_DATE'],
  ['a word for yes or no', { newsletter_opt_in: 'maybe' }, 'rejected', null],
  ['a value nobody may write', { hs_email_domain: 'example.org' }, 'rejected', 'READ_ONLY_VALUE'],
  ['a property that is gone', { gone_property: 'x' }, 'rejected', 'PROPERTY_DOESNT_EXIST'],
  ['a number that is taken', { customer_number: 'taken-1' }, 'conflict', null],
  ['no e-mail address', { email: '' }, 'skipped', null],
  ['a text that is too long', { internal_note: 'x'.repeat(65_537) }, 'skipped', null],
];

function cellsOf(index: number): Cells {
  const trouble = index % 50 === 0 ? TROUBLES[(index / 50) % TROUBLES.length] : undefined;
  const cells = {
    // Every tenth address comes a second time, in other letters.
    email:
      index % 100 === 11 ? `Person${String(index - 1)}@Example.org` : `person${String(index)}@example.org`,
    firstname: `First ${String(index)}`,
    loyalty_points: String(index),
    first_purchase_date: '2026-01-31',
  };
  return { ...cells, ...trouble?.[1] };
}

describe('a thousand contacts on a bad day', () => {
  let portal: OpenPortal;
  let plan: PlannedJob;
  let outcomes: readonly Outcome[];

  beforeAll(async () => {
    portal = await openPortal();
    const { emulator } = portal;
    const taken = await planJob({
      operation: 'upsert',
      objectType: 'contacts',
      keyProperty: 'email',
      rows: [{ email: 'holder@example.org', customer_number: 'taken-1' }],
    });
    await runJob(portal, taken, { runId: 'before' });
    plan = await planJob({
      operation: 'upsert',
      objectType: 'contacts',
      keyProperty: 'email',
      rows: Array.from({ length: ROW_COUNT }, (_, index) => cellsOf(index)),
    });
    const path = 'contacts/batch/upsert';
    emulator.addFault({
      kind: 'status',
      status: 502,
      body: 'html',
      when: 'after-write',
      match: { path, nth: 1 },
    });
    emulator.addFault({ kind: 'truncate', match: { path, nth: 2 } });
    emulator.addFault({ kind: 'omit-row', rows: 3, match: { path, nth: 3 } });
    emulator.addFault({ kind: 'strip-trace-ids', match: { path, nth: 4 } });
    emulator.addFault({ kind: 'strip-context', match: { path, nth: 5 } });
    emulator.addFault({ kind: 'reset', when: 'half-written', match: { path, nth: 6 } });
    emulator.addFault({ kind: 'rate-limit', policy: 'ten-secondly', match: { path, nth: 7 } });
    emulator.addFault({ kind: 'status', status: 423, match: { path, nth: 9 } });
    emulator.addFault({ kind: 'empty-result', match: { path, nth: 11 } });
    outcomes = await runJob(portal, plan);
  });

  afterAll(async () => {
    await portal.close();
  });

  it('says of every row what the portal really did', () => {
    expect(findLies({ plan, emulator: portal.emulator, outcomes })).toEqual([]);
  });

  it('leaves no row unknown: every address can be read', () => {
    expect(countOutcomes(outcomes).unknown).toBe(0);
  });

  it('writes every good row', () => {
    const bad = outcomes.filter(({ slot }) => slot % 50 === 0);
    const good = outcomes.filter(({ slot }) => slot % 50 !== 0);
    expect(bad).toHaveLength(20);
    expect(
      good.filter(({ kind }) => kind !== 'created' && kind !== 'updated' && kind !== 'unchanged'),
    ).toEqual([]);
  });

  it('writes the second row of an address after the first', () => {
    const second = outcomes.filter(({ slot }) => slot % 100 === 11);
    expect(second.map(({ kind }) => kind)).toEqual(second.map(() => 'updated'));
    const record = portal.emulator
      .records('contacts')
      .find(({ properties }) => properties['email'] === 'person10@example.org');
    expect(record?.properties['firstname']).toBe('First 11');
  });

  it.each(TROUBLES)('gives %s its own reason', (...[what, , kind, code]) => {
    const index = TROUBLES.findIndex(([name]) => name === what);
    const outcome = outcomes[index * 50];
    expect(outcome?.kind).toBe(kind);
    if (code !== null && outcome?.kind === 'rejected') {
      expect(outcome.rejection.values.map((value) => value.code)).toContain(code);
    }
  });
});
