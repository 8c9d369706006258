import { describe, expect, it } from 'vitest';
import { countOutcomes, sumCounts } from '../outcomes/count-outcomes.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import type { Plan } from '../plan/plan.ts';
import { readCurrent } from '../plan/read-current.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { DraftRecord } from '../records/draft-record.ts';
import { MODEL_TARGET } from '../testing/model-plan.ts';
import { ModelPortal } from '../testing/model-portal.ts';
import { BAD_VALUE, propertiesOf } from '../testing/model-store.ts';
import { draft } from '../testing/plans.ts';
import type { CanaryReport } from './canary.ts';
import type { ResumedRun } from './resumed-run.ts';
import { runPlan, type RunJournal } from './run-plan.ts';
import { DEFAULT_RUN_SETTINGS, type RunSettings } from './settings.ts';

const ADA = 'ada@example.org';
async function planFor(portal: ModelPortal, drafts: readonly DraftRecord[]): Promise<Plan> {
  const options = { ports: portal, options: { workMs: 8000 } };
  const { readings } = await readCurrent(drafts, MODEL_TARGET, options);
  const choices = {
    columns: [],
    duplicates: { otherwise: 'merge', byGroup: new Map() },
    associations: [],
  } as const;
  return makePlan(drafts, { target: MODEL_TARGET, choices, readings, readAt: portal.now() });
}

interface Wish {
  readonly settings?: Partial<RunSettings>;
  readonly digest?: string;
  readonly goOn?: boolean;
  readonly isStopWanted?: () => boolean;
  readonly journal?: RunJournal;
  readonly resumed?: ResumedRun;
}

async function run(portal: ModelPortal, plan: Plan, { settings, digest, goOn = true, ...wish }: Wish = {}) {
  const canaries: CanaryReport[] = [];
  const ports = {
    writeRecords: portal.writeRecords.bind(portal),
    readRecords: portal.readRecords.bind(portal),
    associateRecords: () => Promise.resolve({ kind: 'no-reply' as const, message: 'not asked here' }),
    sleep: portal.sleep.bind(portal),
    now: portal.now.bind(portal),
    random: portal.random.bind(portal),
    report: portal.report.bind(portal),
    confirmCanary: (report: CanaryReport) => {
      canaries.push(report);
      return Promise.resolve(goOn);
    },
  };
  const ran = await runPlan(plan, ports, {
    runId: 'run',
    settings: { ...DEFAULT_RUN_SETTINGS, ...settings },
    isStopWanted: wish.isStopWanted ?? (() => false),
    confirmedDigest: digest ?? plan.digest,
    ...(wish.journal === undefined ? {} : { journal: wish.journal }),
    ...(wish.resumed === undefined ? {} : { resumed: wish.resumed }),
  });
  const outcomes = ran.kind === 'ran' ? ran.outcomes : [];
  return { ran, outcomes, canaries, counts: countOutcomes(outcomes) };
}

const address = (index: number): string => `row${String(index)}@example.org`;

describe('runPlan', () => {
  it('refuses another plan than the one that was confirmed, and writes nothing', async () => {
    const portal = new ModelPortal({});
    const plan = await planFor(portal, [draft(0, ADA)]);
    const { ran } = await run(portal, plan, { digest: 'another' });
    expect(ran).toEqual({ kind: 'refused', digest: plan.digest });
    expect(portal.writeRequests).toEqual([]);
  });

  it('refuses a plan in which a value was exchanged after it was confirmed', async () => {
    const portal = new ModelPortal({});
    const plan = await planFor(portal, [draft(0, ADA)]);
    const rows = plan.rows.map((row) =>
      row.kind === 'create' ? { ...row, properties: { name: 'Eve' } } : row,
    );
    expect((await run(portal, { ...plan, rows })).ran.kind).toBe('refused');
  });

  it('creates by upsert and updates by record id, and names rows by their own key', async () => {
    const portal = new ModelPortal({});
    portal.store.seed({ email: ADA, name: 'before' }, { id: '7' });
    const plan = await planFor(portal, [draft(0, ADA), draft(1, 'new@example.org')]);
    const { outcomes } = await run(portal, plan);
    expect(outcomes).toMatchObject([
      { kind: 'updated', key: ADA, recordId: '7' },
      { kind: 'created', key: 'new@example.org' },
    ]);
    const sent = portal.writeRequests.map(({ operation, batches }) => [operation, batches[0]?.inputs[0]?.id]);
    expect(sent).toEqual([
      ['upsert', 'new@example.org'],
      ['update', '7'],
    ]);
  });

  it('writes nothing for the same rows again', async () => {
    const portal = new ModelPortal({});
    const drafts = [draft(0, ADA), draft(1, 'new@example.org')];
    await run(portal, await planFor(portal, drafts));
    const writesBefore = portal.writeRequests.length;
    const { counts } = await run(portal, await planFor(portal, drafts));
    expect(counts.unchanged).toBe(2);
    expect(portal.writeRequests.length).toBe(writesBefore);
  });

  it('gives every row one outcome when the token fails half-way', async () => {
    const portal = new ModelPortal({ batches: [{ kind: 'refused', status: 401 }] });
    portal.store.seed({ email: ADA, name: 'before' }, { id: '7' });
    const plan = await planFor(portal, [draft(0, ADA), draft(1, address(1)), draft(2, address(2))]);
    const { counts, outcomes } = await run(portal, plan);
    expect(counts['not-sent']).toBe(3);
    expect(sumCounts(counts)).toBe(plan.rows.length);
    expect(outcomes.map(({ slot }) => slot)).toEqual([0, 1, 2]);
  });
});

describe('a record changed in HubSpot after the plan', () => {
  const always = { recheckAfterMs: 0 };

  it('keeps the changed cell and gets the others, and its row says so', async () => {
    const portal = new ModelPortal({});
    const record = portal.store.seed({ email: ADA, name: 'before', phone: '1' }, { id: '7' });
    const plan = await planFor(portal, [draft(0, ADA, { name: 'Ada', phone: '2' })]);
    record.versions.push({ email: ADA, name: 'a colleague', phone: '1' });
    const { outcomes } = await run(portal, plan, { settings: always });
    expect(outcomes).toMatchObject([{ kind: 'updated', changedSince: ['name'] }]);
    expect(propertiesOf(record)).toMatchObject({ name: 'a colleague', phone: '2' });
  });

  it('is not written at all when every cell was changed', async () => {
    const portal = new ModelPortal({});
    const record = portal.store.seed({ email: ADA, name: 'before' }, { id: '7' });
    const plan = await planFor(portal, [draft(0, ADA)]);
    record.versions.push({ email: ADA, name: 'a colleague' });
    const { outcomes } = await run(portal, plan, { settings: always });
    expect(outcomes).toMatchObject([
      { kind: 'skipped', issues: [{ code: 'changed-since', properties: ['name'] }] },
    ]);
    expect(portal.writeRequests).toEqual([]);
  });

  it('is unchanged when somebody wrote just what the row wants', async () => {
    const portal = new ModelPortal({});
    const record = portal.store.seed({ email: ADA, name: 'before' }, { id: '7' });
    const plan = await planFor(portal, [draft(0, ADA)]);
    record.versions.push({ email: ADA, name: 'Ada' });
    expect((await run(portal, plan, { settings: always })).outcomes).toMatchObject([{ kind: 'unchanged' }]);
  });

  it('is not overwritten when it was made after the plan', async () => {
    const portal = new ModelPortal({});
    const plan = await planFor(portal, [draft(0, ADA)]);
    const record = portal.store.seed({ email: ADA, name: 'a colleague' }, { id: '7' });
    const { outcomes } = await run(portal, plan, { settings: always });
    expect(outcomes).toMatchObject([{ kind: 'conflict', existingId: '7' }]);
    expect(propertiesOf(record)).toMatchObject({ name: 'a colleague' });
  });

  it.each([
    ['a young plan', 60_000, 0],
    ['an old plan', 0, 1],
    ['any plan where that is switched off', null, 0],
  ] as const)('costs a read for %s', async (_, recheckAfterMs, reads) => {
    const portal = new ModelPortal({});
    const plan = await planFor(portal, [draft(0, ADA)]);
    const before = portal.readCalls;
    await run(portal, plan, { settings: { recheckAfterMs } });
    expect(portal.readCalls - before).toBe(reads);
  });
});

describe('the canary', () => {
  const settings = { canaryAboveWrites: 20, canaryRecords: 5, maxInputsPerBatch: 100 };
  const manyRows = (name: (index: number) => string, count = 30) =>
    Array.from({ length: count }, (_, index) => draft(index, address(index), { name: name(index) }));

  it('goes first and alone, and the run goes on without asking when it came out as planned', async () => {
    const portal = new ModelPortal({});
    const { counts, canaries } = await run(
      portal,
      await planFor(
        portal,
        manyRows(() => 'Ada'),
      ),
      { settings },
    );
    expect(portal.writeRequests.map(({ batches }) => batches[0]?.inputs.length)).toEqual([5, 25]);
    expect(canaries).toEqual([]);
    expect(counts.created).toBe(30);
  });

  it('stays at home in a small run', async () => {
    const portal = new ModelPortal({});
    await run(
      portal,
      await planFor(
        portal,
        manyRows(() => 'Ada', 20),
      ),
      { settings },
    );
    expect(portal.writeRequests.length).toBe(1);
  });

  it.each([
    ['goes on', true, { created: 28, rejected: 2 }],
    ['stops', false, { created: 3, rejected: 2, 'not-sent': 25 }],
  ] as const)('asks when too many fail, and %s as the admin says', async (_, goOn, expected) => {
    const portal = new ModelPortal({});
    const plan = await planFor(
      portal,
      manyRows((index) => (index < 2 ? BAD_VALUE : 'Ada')),
    );
    const { counts, canaries } = await run(portal, plan, { settings, goOn });
    expect(canaries).toMatchObject([{ failedCount: 2, restCount: 25, surprises: [] }]);
    expect(counts).toMatchObject(expected);
  });

  it('shows what HubSpot stored otherwise than planned', async () => {
    const portal = new ModelPortal({});
    const drafts = manyRows(() => 'Ada').map((row) => ({ ...row, properties: { phone: '1 2' } }));
    const { canaries, counts } = await run(portal, await planFor(portal, drafts), { settings, goOn: false });
    expect(canaries[0]?.surprises[0]).toMatchObject({
      rowNumber: 2,
      differences: [{ property: 'phone', sent: '1 2', stored: '12' }],
    });
    expect(counts['not-sent']).toBe(25);
  });
});

describe('a run that is taken up again', () => {
  const rows = Array.from({ length: 30 }, (_, index) => draft(index, address(index)));
  const small = { maxInputsPerBatch: 5, batchesPerCall: 1, callsInFlight: 1, recheckAfterMs: null };

  /** Everything a journal would hold of a run that stopped after so many calls. */
  async function runHalf(portal: ModelPortal, plan: Plan, calls: number) {
    const outcomes = new Map<number, Outcome>();
    const announced = new Set<number>();
    const startedAt = portal.now();
    const journal = {
      announce: (slots: readonly number[]) => {
        for (const slot of slots) announced.add(slot);
        return Promise.resolve();
      },
      announceImport: () => Promise.resolve(),
      noteImport: () => Promise.resolve(),
      noteOutcomes: (noted: readonly Outcome[]) => {
        for (const outcome of noted) outcomes.set(outcome.slot, outcome);
      },
    };
    const before = portal.writeRequests.length;
    const isStopWanted = () => portal.writeRequests.length - before >= calls;
    await run(portal, plan, { settings: small, isStopWanted, journal });
    return { outcomes, announced, startedAt };
  }

  it('announces every row before it is sent', async () => {
    const portal = new ModelPortal({});
    const { announced } = await runHalf(portal, await planFor(portal, rows), 3);
    const sent = portal.writeRequests.flatMap(({ batches }) =>
      batches.flatMap(({ inputs }) =>
        inputs.map(({ objectWriteTraceId }) => Number(objectWriteTraceId.split('-')[1])),
      ),
    );
    expect(sent.filter((slot) => !announced.has(slot))).toEqual([]);
  });

  it('writes the rest, and tells of every row what it told before', async () => {
    const portal = new ModelPortal({});
    const plan = await planFor(portal, rows);
    const half = await runHalf(portal, plan, 3);
    const { outcomes, counts } = await run(portal, plan, { settings: small, resumed: half });
    expect(counts.created).toBe(30);
    expect(outcomes.map(({ slot }) => slot)).toEqual(rows.map(({ slot }) => slot));
    expect(portal.store.ledger.length).toBe(30);
  });

  it('finds what was written and never noted, and writes nothing twice', async () => {
    const portal = new ModelPortal({});
    const plan = await planFor(portal, rows);
    const half = await runHalf(portal, plan, 3);
    const forgotten = { ...half, outcomes: new Map<number, Outcome>() };
    const { counts } = await run(portal, plan, { settings: small, resumed: forgotten });
    expect(counts.created).toBe(30);
    expect(portal.store.ledger.filter(({ effect }) => effect === 'created').length).toBe(30);
  });

  it('leaves alone what a colleague changed while it lay there', async () => {
    const portal = new ModelPortal({});
    const record = portal.store.seed({ email: ADA, name: 'before' }, { id: '7' });
    const plan = await planFor(portal, [draft(0, ADA)]);
    const half = { outcomes: new Map<number, Outcome>(), announced: new Set([0]), startedAt: portal.now() };
    record.versions.push({ email: ADA, name: 'a colleague' });
    const { outcomes } = await run(portal, plan, { settings: small, resumed: half });
    expect(outcomes).toMatchObject([{ kind: 'skipped', issues: [{ code: 'changed-since' }] }]);
    expect(propertiesOf(record)).toMatchObject({ name: 'a colleague' });
  });
});
