import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW_PROPERTY_NAME } from '../../contract/row-property.ts';
import type { WriteRecordsRequest } from '../../contract/write-records.ts';
import { countOutcomes, sumCounts } from '../../outcomes/count-outcomes.ts';
import type { Outcome } from '../../outcomes/outcome.ts';
import { makePlan } from '../../plan/make-plan.ts';
import type { Plan, PlanTarget } from '../../plan/plan.ts';
import { readCurrent } from '../../plan/read-current.ts';
import {
  KEPT_RUN_ID,
  optionsOfRun,
  portsOfRun,
  untilClosed,
  type Crash,
} from '../../testing/journaled-run.ts';
import { MemoryJournal } from '../../testing/memory-journal.ts';
import { MODEL_PROPERTIES } from '../../testing/model-plan.ts';
import { ModelPortal } from '../../testing/model-portal.ts';
import { propertiesOf } from '../../testing/model-store.ts';
import { makeProperty } from '../../testing/properties.ts';
import { draft } from '../../testing/plans.ts';
import type { JournalFailure, RunKeeper } from './journal-ports.ts';
import { LEASE_MS } from './lease.ts';
import { loadHead } from './load-run.ts';
import { resumeRun } from './resume-run.ts';
import { runWithJournal, type JournaledRunOptions, type JournaledRunPorts } from './run-with-journal.ts';
import { takeUpRun } from './take-up-run.ts';

const target = (operation: PlanTarget['operation'], keyProperty: string | null): PlanTarget => ({
  operation,
  objectType: 'contacts',
  apiVersion: '2026-03',
  keyProperty,
  properties: MODEL_PROPERTIES,
});

const WITH_ROW_PROPERTY: PlanTarget['properties'] = new Map([
  ...MODEL_PROPERTIES,
  [ROW_PROPERTY_NAME, makeProperty(ROW_PROPERTY_NAME, { hasUniqueValue: true })],
]);

const address = (index: number): string => `row${String(index)}@example.org`;

/** Rows of which the even ones exist already. */
async function open(count: number, of: PlanTarget = target('upsert', 'email')) {
  const portal = new ModelPortal({});
  for (let index = 0; index < count; index += 2) {
    if (of.keyProperty !== null)
      portal.store.seed({ email: address(index), name: 'before' }, { id: String(index + 1) });
  }
  const drafts = Array.from({ length: count }, (_, index) =>
    draft(index, of.keyProperty === null ? null : address(index), { name: `Ada ${String(index)}` }),
  );
  const { readings } = await readCurrent(drafts, of, { ports: portal, options: { workMs: 8000 } });
  const choices = {
    columns: [],
    duplicates: { otherwise: 'merge', byGroup: new Map() },
    associations: [],
  } as const;
  const plan = makePlan(drafts, { target: of, choices, readings, readAt: portal.now() });
  return { portal, plan, journal: new MemoryJournal() };
}

type Opened = Awaited<ReturnType<typeof open>>;

function optionsOf({
  plan,
  ...wish
}: Partial<JournaledRunOptions> & { readonly plan: Plan }): JournaledRunOptions {
  return { ...optionsOfRun(plan), ...wish };
}

function portsOf({ portal, journal }: Opened, reported: (JournalFailure | null)[] = []): JournaledRunPorts {
  return { ...portsOfRun(portal, journal), reportJournal: (failure) => reported.push(failure) };
}

/** Runs until the tab is closed: from then on nothing comes back, and nothing is noted any more. */
async function runUntilClosed(opened: Opened, crash: Crash): Promise<void> {
  const { plan } = opened;
  await untilClosed(portsOf(opened), crash, (ports) => runWithJournal(plan, ports, optionsOf({ plan })));
}

/** Another tab takes the run up once the lease is over. */
async function takeUp(opened: Opened, properties = MODEL_PROPERTIES): Promise<readonly Outcome[]> {
  opened.journal.holders.clear();
  const went = await goOn(opened, properties);
  if (went === null) throw new Error('not taken up');
  return went;
}

/** Null where somebody else has the run. */
async function goOn(
  opened: Opened,
  properties = MODEL_PROPERTIES,
  ports = portsOf(opened),
): Promise<readonly Outcome[] | null> {
  const taken = await takeUpRun(KEPT_RUN_ID, properties, ports);
  if (taken.kind === 'held') return null;
  if (taken.kind !== 'taken') throw new Error(taken.kind);
  const { outcomes } = await resumeRun(taken, { ports, options: optionsOfRun(taken.run.plan) });
  return outcomes;
}

describe('law 8, nothing is lost: a tab that is closed at any moment', () => {
  const crashes = fc.record({
    atCall: fc.nat({ max: 5 }),
    isDelivered: fc.boolean(),
    count: fc.integer({ min: 1, max: 24 }),
  });

  it('costs no row and writes none twice, wherever records have a key', async () => {
    await fc.assert(
      fc.asyncProperty(crashes, async ({ count, ...crash }) => {
        const opened = await open(count);
        await runUntilClosed(opened, crash);
        const outcomes = await takeUp(opened);
        const counts = countOutcomes(outcomes);
        expect(sumCounts(counts)).toBe(count);
        expect(counts.created + counts.updated + counts.unchanged).toBe(count);
        const held = [...opened.portal.store.records.values()].map((record) => propertiesOf(record)['name']);
        expect(held.sort()).toEqual(
          Array.from({ length: count }, (_, index) => `Ada ${String(index)}`).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('doubles no create without a key; what may have been sent is unknown', async () => {
    await fc.assert(
      fc.asyncProperty(crashes, async ({ count, ...crash }) => {
        const opened = await open(count, target('create', null));
        await runUntilClosed(opened, crash);
        const outcomes = await takeUp(opened);
        expect(sumCounts(countOutcomes(outcomes))).toBe(count);
        const names = [...opened.portal.store.records.values()].map((record) => propertiesOf(record)['name']);
        expect(new Set(names).size).toBe(names.length);
        for (const { kind, slot } of outcomes) {
          if (kind === 'created') expect(names).toContain(`Ada ${String(slot)}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('costs no create without a key, once the portal has the row property', async () => {
    const of = { ...target('create', null), properties: WITH_ROW_PROPERTY };
    await fc.assert(
      fc.asyncProperty(crashes, async ({ count, ...crash }) => {
        const opened = await open(count, of);
        await runUntilClosed(opened, crash);
        const outcomes = await takeUp(opened, WITH_ROW_PROPERTY);
        expect(countOutcomes(outcomes).created).toBe(count);
        expect(outcomes.every(({ key }) => key === null)).toBe(true);
        const names = [...opened.portal.store.records.values()].map((record) => propertiesOf(record)['name']);
        expect(names.sort()).toEqual(
          Array.from({ length: count }, (_, index) => `Ada ${String(index)}`).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('loses no edit a colleague makes while the run lies there', async () => {
    await fc.assert(
      fc.asyncProperty(crashes, fc.nat({ max: 11 }), async ({ count, ...crash }, place) => {
        const opened = await open(count);
        await runUntilClosed(opened, crash);
        const record = opened.portal.store.find('email', address((place * 2) % Math.max(count, 2)));
        record?.versions.push({ ...propertiesOf(record), name: 'a colleague' });
        await takeUp(opened);
        if (record) expect(propertiesOf(record)['name']).toBe('a colleague');
      }),
      { numRuns: 150 },
    );
  });

  it('costs no create without a key that was announced and then surely not sent, however often it is tried', async () => {
    await fc.assert(
      fc.asyncProperty(crashes, fc.nat({ max: 8 }), async ({ count, ...crash }, stopAfter) => {
        const opened = await open(count, target('create', null));
        let asked = 0;
        const isStopWanted = (): boolean => (asked += 1) > stopAfter;
        await runWithJournal(opened.plan, portsOf(opened), optionsOf({ plan: opened.plan, isStopWanted }));
        await untilClosed(portsOf(opened), crash, (ports) => goOn(opened, MODEL_PROPERTIES, ports));
        const outcomes = await takeUp(opened);
        const names = [...opened.portal.store.records.values()].map((record) => propertiesOf(record)['name']);
        expect(new Set(names).size).toBe(names.length);
        const { created, unknown } = countOutcomes(outcomes);
        expect(created + unknown).toBe(count);
        // The second session came to its end as well.
        if (crash.atCall >= Math.ceil(count / 3)) expect(created).toBe(count);
      }),
      { numRuns: 150 },
    );
  });

  it('is not needed to close a run: stopped and taken up, it ends as if it had not been', async () => {
    const opened = await open(24);
    let asked = 0;
    const isStopWanted = (): boolean => (asked += 1) > 4;
    const stopped = await runWithJournal(
      opened.plan,
      portsOf(opened),
      optionsOf({ plan: opened.plan, isStopWanted }),
    );
    expect(stopped.kind === 'ran' && countOutcomes(stopped.outcomes)['not-sent']).toBeGreaterThan(0);
    expect((await loadHead(KEPT_RUN_ID, opened.journal)).kind === 'head').toBe(true);
    expect(countOutcomes(await takeUp(opened))).toMatchObject({ created: 12, updated: 12 });
    expect(await loadHead(KEPT_RUN_ID, opened.journal)).toMatchObject({ head: { state: 'finished' } });
  });
});

describe('law 8, one session at a time: a run that two tabs want', () => {
  const KEYLESS = target('create', null);

  const namesIn = ({ portal }: Opened) =>
    [...portal.store.records.values()].map((record) => propertiesOf(record)['name']);

  it('is taken up by one of them, and no create is doubled', async () => {
    const story = fc.record({
      atCall: fc.nat({ max: 3 }),
      isDelivered: fc.boolean(),
      count: fc.integer({ min: 4, max: 24 }),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ count, ...crash }) => {
        const opened = await open(count, KEYLESS);
        await runUntilClosed(opened, crash);
        opened.journal.holders.clear();
        const ports = portsOf(opened);
        const tabs = [0.1, 0.9].map((lot) => goOn(opened, MODEL_PROPERTIES, { ...ports, random: () => lot }));
        const went = await Promise.all(tabs);
        expect(went.filter((outcomes) => outcomes !== null).length).toBe(1);
        const names = namesIn(opened);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is read only once it is ours: what another session did while we claimed it is not done again', async () => {
    const opened = await open(24, KEYLESS);
    let asked = 0;
    const isStopWanted = (): boolean => (asked += 1) > 4;
    const ports = portsOf(opened);
    await runWithJournal(opened.plan, ports, optionsOf({ plan: opened.plan, isStopWanted }));
    const { journal } = opened;
    const keeper: RunKeeper = {
      store: (...piece) => journal.store(...piece),
      fetch: (...piece) => journal.fetch(...piece),
      enlist: (run) => journal.enlist(run),
      release: (digest) => journal.release(digest),
      claim: async (digest, holder) => {
        await goOn(opened, MODEL_PROPERTIES, { ...ports, random: () => 0.1 });
        return journal.claim(digest, holder);
      },
    };
    const outcomes = await goOn(opened, MODEL_PROPERTIES, { ...ports, keeper });
    expect(namesIn(opened)).toHaveLength(24);
    expect(outcomes?.filter(({ kind }) => kind === 'created')).toHaveLength(24);
  });

  /** A tab that sleeps before its second call, for longer than its lease, while another goes on with its run. */
  async function sleepThrough(opened: Opened) {
    const ports = portsOf(opened);
    const others: (readonly Outcome[] | null)[] = [];
    let nowMs = 0;
    let reads = 0;
    const readRecords: JournaledRunPorts['readRecords'] = async (request) => {
      reads += 1;
      if (reads === 2) {
        nowMs += LEASE_MS + 1;
        opened.journal.holders.clear();
        others.push(await goOn(opened, MODEL_PROPERTIES, ports));
      }
      return ports.readRecords(request);
    };
    const sleepy = { ...ports, readRecords, now: () => ports.now() + nowMs };
    const settings = {
      ...optionsOfRun(opened.plan).settings,
      recheckAfterMs: 0,
      callsInFlight: 1,
      batchesPerCall: 1,
    };
    const ran = await runWithJournal(opened.plan, sleepy, optionsOf({ plan: opened.plan, settings }));
    return { ran, others };
  }

  it('is left by the one that slept: it sends nothing more, says so, and overwrites nothing', async () => {
    const opened = await open(24);
    const { ran, others } = await sleepThrough(opened);
    expect(others).toHaveLength(1);
    if (ran.kind !== 'ran') throw new Error(ran.kind);
    const left = ran.outcomes.flatMap((outcome) => (outcome.kind === 'not-sent' ? [outcome.reason] : []));
    expect([...new Set(left)]).toEqual(['taken-over']);
    expect(namesIn(opened)).toHaveLength(24);
    expect(await loadHead(KEPT_RUN_ID, opened.journal)).toMatchObject({ head: { state: 'finished' } });
    expect(opened.journal.runs.get(KEPT_RUN_ID)?.state).toBe('finished');
  });
});

describe('runWithJournal', () => {
  it('has stored the plan before the first write', async () => {
    const opened = await open(4);
    const storedAtFirstWrite: string[] = [];
    const writeRecords = (request: WriteRecordsRequest) => {
      if (storedAtFirstWrite.length === 0) storedAtFirstWrite.push(...opened.journal.stored);
      return opened.portal.writeRecords(request);
    };
    await runWithJournal(opened.plan, { ...portsOf(opened), writeRecords }, optionsOf({ plan: opened.plan }));
    expect(storedAtFirstWrite.slice(0, 3)).toEqual([
      `${KEPT_RUN_ID}/plan-1`,
      KEPT_RUN_ID,
      `${KEPT_RUN_ID}/rows-1`,
    ]);
  });

  it('writes nothing while somebody else runs the plan', async () => {
    const opened = await open(4);
    await opened.journal.claim(opened.plan.digest, 'another12345');
    const ran = await runWithJournal(opened.plan, portsOf(opened), optionsOf({ plan: opened.plan }));
    expect(ran).toEqual({ kind: 'held', untilMs: 9 });
    expect(opened.portal.writeRequests).toEqual([]);
  });

  it('runs all the same where no journal can be kept, and says so', async () => {
    const opened = await open(4);
    opened.journal.isDown = true;
    const reported: (JournalFailure | null)[] = [];
    const ran = await runWithJournal(
      opened.plan,
      portsOf(opened, reported),
      optionsOf({ plan: opened.plan }),
    );
    expect(ran.kind === 'ran' && countOutcomes(ran.outcomes)).toMatchObject({ created: 2, updated: 2 });
    expect(reported).toEqual([{ kind: 'silent', message: 'down' }]);
  });

  it('gives the plan free when it is done', async () => {
    const opened = await open(4);
    await runWithJournal(opened.plan, portsOf(opened), optionsOf({ plan: opened.plan }));
    expect(opened.journal.holders.size).toBe(0);
    expect([...opened.journal.runs.values()]).toMatchObject([
      { runId: KEPT_RUN_ID, state: 'finished', startedBy: 'ada', counts: { created: 2, updated: 2 } },
    ]);
  });
});
