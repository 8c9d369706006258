import { countOutcomes, MERGED_AWAY, type Outcome } from '@bulk-records/core';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultToken, type EmulatorOptions } from '../emulator/index.ts';
import { findLies } from './find-lies.ts';
import { openPortal, planJob, runJob, type Job, type OpenPortal } from './open-portal.ts';

let portal: OpenPortal | undefined;

afterEach(async () => {
  await portal?.close();
});

async function open(options: EmulatorOptions = {}): Promise<OpenPortal> {
  portal = await openPortal(options);
  return portal;
}

async function runHonestly(
  opened: OpenPortal,
  job: Job,
  settings: Parameters<typeof runJob>[2] = {},
): Promise<readonly Outcome[]> {
  const plan = await planJob(job);
  const outcomes = await runJob(opened, plan, settings);
  expect(findLies({ plan, emulator: opened.emulator, outcomes })).toEqual([]);
  return outcomes;
}

function contactIds({ emulator }: OpenPortal): readonly string[] {
  return emulator
    .records('contacts')
    .filter(({ archived, mergedInto }) => !archived && mergedInto === undefined)
    .map(({ id }) => id);
}

function upsertOf(count: number): Job {
  const rows = Array.from({ length: count }, (_, index) => ({
    email: `row${String(index)}@example.org`,
    firstname: 'Row',
  }));
  return { operation: 'upsert', objectType: 'contacts', keyProperty: 'email', rows };
}

describe('records in an awkward state', () => {
  it('an update of a merged-away record is rejected and names the winner', async () => {
    const opened = await open();
    const [winner = '', loser = '', other = ''] = contactIds(opened);
    opened.emulator.mergeRecords('contacts', winner, loser);
    const rows = [loser, other].map((id) => ({ hs_object_id: id, firstname: 'Merged' }));
    const job: Job = { operation: 'update', objectType: 'contacts', keyProperty: 'hs_object_id', rows };
    const outcomes = await runHonestly(opened, job);
    expect(outcomes).toMatchObject([
      { kind: 'rejected', recordId: winner, rejection: { category: MERGED_AWAY } },
      { kind: 'updated', recordId: other },
    ]);
  });

  it('an archive tells live, archived and unknown records apart', async () => {
    const opened = await open();
    const [live = ''] = contactIds(opened);
    const archived = opened.emulator.records('contacts').find((record) => record.archived)?.id ?? '';
    const rows = [live, archived, '999999999999'].map((id) => ({ hs_object_id: id }));
    const job: Job = { operation: 'archive', objectType: 'contacts', keyProperty: 'hs_object_id', rows };
    const outcomes = await runHonestly(opened, job);
    expect(outcomes).toMatchObject([
      { kind: 'archived', recordId: live },
      { kind: 'unchanged', recordId: archived },
      { kind: 'rejected', rejection: { category: 'OBJECT_NOT_FOUND' } },
    ]);
  });

  it.each(['before-write', 'after-write', 'half-written'] as const)(
    'an archive whose answer is lost %s is done once all the same',
    async (when) => {
      const opened = await open();
      const ids = contactIds(opened).slice(0, 10);
      opened.emulator.addFault({ kind: 'reset', when, match: { path: 'batch/archive' } });
      const rows = ids.map((id) => ({ hs_object_id: id }));
      const job: Job = { operation: 'archive', objectType: 'contacts', keyProperty: 'hs_object_id', rows };
      expect(countOutcomes(await runHonestly(opened, job)).archived).toBe(10);
    },
  );

  it('an upsert by a secondary e-mail address updates the contact that owns it', async () => {
    const opened = await open();
    const owner = opened.emulator
      .records('contacts')
      .find(
        ({ properties, archived, mergedInto }) =>
          (properties['hs_additional_emails'] ?? '') !== '' && !archived && mergedInto === undefined,
      );
    const alias = owner?.properties['hs_additional_emails']?.split(';')[0] ?? '';
    const job: Job = { ...upsertOf(0), rows: [{ email: alias, firstname: 'Alias' }] };
    expect(await runHonestly(opened, job)).toMatchObject([{ kind: 'updated', recordId: owner?.id }]);
  });
});

describe('a portal that refuses', () => {
  it('a token that expires during the run: the rest is not sent', async () => {
    const opened = await open();
    let calls = 0;
    const ports = {
      ...opened.ports,
      writeRecords: (request: Parameters<typeof opened.ports.writeRecords>[0]) => {
        calls += 1;
        if (calls === 3) opened.emulator.expireToken(defaultToken);
        return opened.ports.writeRecords(request);
      },
    };
    const outcomes = await runHonestly({ ...opened, ports }, upsertOf(500), {
      batchesPerCall: 1,
      callsInFlight: 1,
    });
    expect(countOutcomes(outcomes)).toMatchObject({ created: 200, 'not-sent': 300 });
    expect(outcomes[499]).toMatchObject({ reason: 'invalid-token' });
  });

  it('a missing scope: nothing is sent, and the scope is named', async () => {
    const opened = await open();
    const job = upsertOf(120);
    const plan = await planJob(job);
    opened.emulator.revokeScopes(defaultToken, ['crm.objects.contacts.write']);
    const outcomes = await runJob(opened, plan);
    expect(findLies({ plan, emulator: opened.emulator, outcomes })).toEqual([]);
    expect(countOutcomes(outcomes)['not-sent']).toBe(120);
    const details = outcomes.map((outcome) => (outcome.kind === 'not-sent' ? outcome.detail : ''));
    expect(outcomes[0]).toMatchObject({ reason: 'missing-scopes' });
    expect(details[0]).toContain('crm.objects.contacts.write');
  });

  it('a rate limit that is really hit: everything is written, later', async () => {
    const opened = await open({ limits: { tenSecondly: 8 } });
    const startedAt = opened.clock.nowMs();
    const outcomes = await runHonestly(opened, upsertOf(600), { maxInputsPerBatch: 25 });
    expect(countOutcomes(outcomes).created).toBe(600);
    expect(opened.emulator.requestLog.some(({ status }) => status === 429)).toBe(true);
    expect(opened.clock.nowMs() - startedAt).toBeGreaterThanOrEqual(10_000);
  });

  it('a small window: nothing is refused, because the ledger keeps below what the headers tell', async () => {
    const opened = await open({ limits: { tenSecondly: 40 } });
    const startedAt = opened.clock.nowMs();
    const outcomes = await runHonestly(opened, upsertOf(1000), { maxInputsPerBatch: 10 });
    expect(countOutcomes(outcomes).created).toBe(1000);
    expect(opened.emulator.requestLog.filter(({ status }) => status === 429)).toEqual([]);
    // 100 batches, at most 36 of the 40 slots: the third window has begun.
    expect(opened.clock.nowMs() - startedAt).toBeGreaterThanOrEqual(20_000);
  });

  it('a day that is used up: the run waits for midnight in the portal’s time zone and goes on', async () => {
    const opened = await open({ limits: { daily: 1000 } });
    opened.emulator.consumeRequests({ count: 979, by: 'other-app' });
    const outcomes = await runHonestly(opened, upsertOf(1000), {
      maxInputsPerBatch: 20,
      timeZone: 'Europe/Berlin',
    });
    expect(countOutcomes(outcomes).created).toBe(1000);
    expect(opened.emulator.requestLog.filter(({ status }) => status === 429)).toEqual([]);
    // The emulator's clock starts on 2026-11-02; Berlin is an hour ahead of UTC.
    expect(opened.clock.nowMs()).toBeGreaterThan(Date.UTC(2026, 10, 2, 23));
    expect(opened.clock.nowMs()).toBeLessThan(Date.UTC(2026, 10, 2, 23, 5));
  });

  it('a property that is no key: the run stops at once', async () => {
    const opened = await open();
    const rows = Array.from({ length: 150 }, (_, index) => ({
      firstname: `No key ${String(index)}`,
      lastname: 'x',
    }));
    const outcomes = await runHonestly(
      opened,
      { ...upsertOf(0), keyProperty: 'firstname', rows },
      { batchesPerCall: 1, callsInFlight: 1 },
    );
    expect(countOutcomes(outcomes)['not-sent']).toBe(150);
    expect(outcomes[0]).toMatchObject({ reason: 'key-not-accepted' });
    expect(opened.emulator.writeLog.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(1);
  });
});

describe('HubSpot’s other possible manners', () => {
  const MANNERS: readonly (readonly [string, EmulatorOptions['behaviour']])[] = [
    ['trace ids echoed', { echoesTraceId: { v3: true, '2025-09': true, '2026-03': true, '2026-09': true } }],
    ['updates refused as a whole', { tracedUpdateValidation: 'whole' }],
    ['missing ids told together', { tracedMissingIds: 'aggregated' }],
    ['400 when every row fails', { allRowsFailedStatus: 400 }],
    ['merged ids missing in reads', { readOfMergedId: 'missing' }],
    ['updates of merged ids refused', { updateOfMergedId: 'missing' }],
    ['cleared properties absent', { clearedPropertyInResults: 'absent' }],
    ['duplicates told by letter', { duplicateCheckFoldsEmailCase: false }],
  ];

  it.each(MANNERS)('the outcomes of an update are true with %s', async (_, behaviour) => {
    const opened = await open({ behaviour: behaviour ?? {} });
    const [winner = '', loser = '', ...others] = contactIds(opened);
    opened.emulator.mergeRecords('contacts', winner, loser);
    const rows = [
      { hs_object_id: loser, firstname: 'Loser' },
      { hs_object_id: '999999999999', firstname: 'Nobody' },
      ...others.slice(0, 30).map((id, index) => ({
        hs_object_id: id,
        firstname: `Other ${String(index)}`,
        loyalty_points: index % 7 === 3 ? 'many' : '5',
      })),
    ];
    const job: Job = { operation: 'update', objectType: 'contacts', keyProperty: 'hs_object_id', rows };
    const outcomes = await runHonestly(opened, job);
    expect(countOutcomes(outcomes)).toMatchObject({ updated: 26, rejected: 6 });
  });
});
