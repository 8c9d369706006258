import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../../outcomes/association-outcome.ts';
import { digestPlan } from '../../plan/digest-plan.ts';
import type { Plan, PlannedRow, PlanTarget } from '../../plan/plan.ts';
import { KEPT_RUN_ID, optionsOfRun, portsOfRun, untilClosed } from '../../testing/journaled-run.ts';
import { MemoryJournal } from '../../testing/memory-journal.ts';
import { MODEL_PROPERTIES } from '../../testing/model-plan.ts';
import { ModelPortal } from '../../testing/model-portal.ts';
import { BAD_VALUE, propertiesOf } from '../../testing/model-store.ts';
import { draft, planOf } from '../../testing/plans.ts';
import {
  anyRetryWeather,
  findLies,
  kindsOf,
  liesAfterClosing,
  lookAt,
  madeFor,
  phoneOf,
  ranOf,
  runOnce,
  type EndedRun,
  type RetryIn,
  type RetryWeather,
} from '../../testing/run-to-retry.ts';
import { retryRows, type RetriedRun, type RowsToRetry, type RunToRetry } from './retry-rows.ts';
import { runWithJournal } from './run-with-journal.ts';

const KINDS = [
  { operation: 'upsert', keyProperty: 'email' },
  { operation: 'create', keyProperty: 'email' },
  { operation: 'create', keyProperty: null },
] as const satisfies readonly Pick<PlanTarget, 'operation' | 'keyProperty'>[];

interface Story extends RetryWeather {
  readonly kind: (typeof KINDS)[number];
  /** One per row: whether HubSpot refuses it until it is fixed. */
  readonly bad: readonly boolean[];
}

function planFor({ kind, bad }: Pick<Story, 'kind' | 'bad'>): Plan {
  const keys = bad.map((_, slot) => (kind.keyProperty === null ? null : `row${String(slot)}@example.org`));
  const drafts = bad.map((isBad, slot) => {
    const key = keys[slot] ?? null;
    const email = kind.operation === 'create' && key !== null ? { email: key } : {};
    return draft(slot, key, { ...email, phone: phoneOf(slot), name: isBad ? BAD_VALUE : 'Ada' });
  });
  const readings = Object.fromEntries(keys.map((key) => [key ?? '', { kind: 'missing' } as const]));
  return planOf(drafts, readings, { target: { ...kind, properties: MODEL_PROPERTIES } });
}

function runStory(story: Story): Promise<EndedRun> {
  return runOnce(planFor(story), story.forecast);
}

/** Every refused row with a good name, every unknown one to be read again. */
function everythingOf({ plan, outcomes }: Pick<RunToRetry, 'plan' | 'outcomes'>): RowsToRetry {
  const refused = new Set(outcomes.filter(({ kind }) => kind === 'rejected').map(({ slot }) => slot));
  const unknown = new Set(outcomes.filter(({ kind }) => kind === 'unknown').map(({ slot }) => slot));
  const amended = plan.rows.flatMap((row): readonly PlannedRow[] =>
    row.kind === 'create' && refused.has(row.slot)
      ? [{ ...row, properties: { ...row.properties, name: 'Fixed' } }]
      : [],
  );
  return { amended, unknown };
}

const retryIn: RetryIn = (run, ports) =>
  retryRows(run, everythingOf(run), { ports, options: optionsOfRun(run.plan) });

function retry({ portal, journal }: EndedRun, run: RunToRetry): Promise<RetriedRun> {
  return retryIn(run, portsOfRun(portal, journal));
}

const stories: fc.Arbitrary<Story> = fc.record({
  ...anyRetryWeather,
  kind: fc.constantFrom(...KINDS),
  bad: fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
});

const RUNS = { numRuns: 120 };

function forAll(holds: (story: Story) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(stories, holds), RUNS);
}

describe('the laws of a retry, in any weather', () => {
  it('1 totality: every row has exactly one outcome, and a row that was not retried keeps its own', async () => {
    await forAll(async (story) => {
      const opened = await runStory(story);
      const { amended, unknown } = everythingOf(opened.run);
      const retried = ranOf(await retry(opened, opened.run));
      expect(findLies(opened, retried)).toEqual([]);
      const chosen = new Set([...amended.map(({ slot }) => slot), ...unknown]);
      const others = (run: RunToRetry) => run.outcomes.filter(({ slot }) => !chosen.has(slot));
      expect(others(retried)).toEqual(others(opened.run));
    });
  });

  it('4 no create is doubled, wherever a tab is closed and however often others go on', async () => {
    await forAll(async (story) => {
      const opened = await runStory(story);
      expect(await liesAfterClosing(opened, retryIn, story)).toEqual([]);
    });
  });

  it('4 no create is doubled where the journal fails after the rows were noted, however the run goes on', async () => {
    const holds = async (story: Story, storesLeft: number): Promise<void> => {
      const opened = await runStory(story);
      opened.journal.storesLeft = storesLeft;
      expect(await liesAfterClosing(opened, retryIn, story)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(stories, fc.nat({ max: 6 }), holds), RUNS);
  });

  it('8 nothing is lost: another tab sees the outcomes of the retry', async () => {
    await forAll(async (story) => {
      const opened = await runStory(story);
      const retried = ranOf(await retry(opened, opened.run));
      const seen = await lookAt(opened);
      expect(kindsOf(seen.outcomes)).toEqual(kindsOf(retried.outcomes));
      expect(seen.plan.digest).toBe(retried.plan.digest);
    });
  });

  it('of two tabs that retry the same rows one writes them', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const opened = await runStory({ ...story, forecast: {} });
        const ports = portsOfRun(opened.portal, opened.journal);
        const tabs = [0.1, 0.9].map((lot) => retryIn(opened.run, { ...ports, random: () => lot }));
        const both = await Promise.all(tabs);
        expect(findLies(opened, await lookAt(opened))).toEqual([]);
        if (story.bad.includes(true)) expect(both.map(({ kind }) => kind).sort()).toEqual(['held', 'ran']);
      }),
      { numRuns: 100 },
    );
  });
});

const STORY: Story = {
  kind: { operation: 'create', keyProperty: null },
  bad: [false, true, true],
  forecast: {},
  crash: { atCall: 0, isDelivered: true },
};

describe('retryRows', () => {
  it('sends the fixed rows and nothing else', async () => {
    const opened = await runStory(STORY);
    const sentBefore = opened.portal.writeRequests.length;
    const retried = ranOf(await retry(opened, opened.run));
    expect(kindsOf(retried.outcomes)).toEqual(['created', 'created', 'created']);
    const sent = opened.portal.writeRequests.slice(sentBefore).flatMap(({ batches }) => batches);
    expect(sent.flatMap(({ inputs }) => inputs.map(({ properties }) => properties['name']))).toEqual([
      'Fixed',
      'Fixed',
    ]);
  });

  it('has noted the rows before it sends them', async () => {
    const opened = await runStory(STORY);
    await untilClosed(portsOfRun(opened.portal, opened.journal), { atCall: 0, isDelivered: false }, (ports) =>
      retryIn(opened.run, ports),
    );
    const seen = await lookAt(opened);
    expect(kindsOf(seen.outcomes)).toEqual(['created', 'unknown', 'unknown']);
    expect(seen.plan.rows[1]).toMatchObject({ properties: { name: 'Fixed' } });
  });

  it('sends nothing where the rows cannot be noted', async () => {
    const opened = await runStory(STORY);
    const sentBefore = opened.portal.writeRequests.length;
    opened.journal.storesLeft = 0;
    const retried = await retry(opened, opened.run);
    expect(retried).toMatchObject({ kind: 'not-noted', problem: { kind: 'failed' } });
    expect(opened.portal.writeRequests.length).toBe(sentBefore);
    expect(opened.journal.holders.size).toBe(0);
  });

  it('shows how the run stands where somebody else has gone on with it', async () => {
    const opened = await runStory(STORY);
    await retry(opened, opened.run);
    const late = await retry(opened, opened.run);
    expect(late.kind === 'changed' && kindsOf(late.outcomes)).toEqual(['created', 'created', 'created']);
    expect(madeFor(opened, 1)).toBe(1);
  });

  it('trusts no journal of which a piece is missing', async () => {
    const opened = await runStory(STORY);
    const rows = opened.journal.stored.filter((name) => name.includes('rows'));
    opened.journal.pieces.delete(rows[0] ?? '');
    const retried = await retry(opened, opened.run);
    expect(retried).toMatchObject({ kind: 'changed' });
    expect(retried.kind === 'changed' && kindsOf(retried.outcomes)).not.toContain('rejected');
  });

  it('runs without a journal where none was kept', async () => {
    const opened = await runStory(STORY);
    opened.journal.isDown = true;
    const retried = ranOf(await retry(opened, { ...opened.run, journal: 'none' }));
    expect(kindsOf(retried.outcomes)).toEqual(['created', 'created', 'created']);
    expect(retried.journal).toBe('none');
  });

  it('associates the records of its own rows and of no others', async () => {
    const portal = new ModelPortal({});
    const journal = new MemoryJournal();
    const ports = portsOfRun(portal, journal);
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 }] as const;
    const all = { ...planFor(STORY), operation: 'upsert', keyProperty: 'email' } as const;
    const rows = all.rows.map((row) => ({ ...row, key: `row${String(row.slot)}@example.org` }));
    const said = {
      ...all,
      rows,
      associations: [{ toObjectType: 'companies', toId: '9', types: [...types] }],
    };
    const plan = { ...said, digest: digestPlan(said) };
    const ran = await runWithJournal(plan, ports, optionsOfRun(plan));
    if (ran.kind !== 'ran') throw new Error(ran.kind);
    expect(ran.outcomes[0]?.associations?.every(isOpen)).toBe(true);
    const asked: string[] = [];
    const associateRecords: typeof ports.associateRecords = (request) => {
      asked.push(JSON.stringify(request));
      return ports.associateRecords(request);
    };
    const run = { runId: KEPT_RUN_ID, plan, outcomes: ran.outcomes, journal: ran.journal };
    const first = ran.outcomes[0];
    const firstId = first !== undefined && 'recordId' in first ? (first.recordId ?? '') : '';
    const retried = ranOf(await retryIn(run, { ...ports, associateRecords }));
    expect(kindsOf(retried.outcomes)).toEqual(['created', 'created', 'created']);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((request) => request.includes(`"${firstId}"`))).toEqual([]);
  });

  it('takes the identity of an amended row for its outcome', async () => {
    const opened = await runStory({ ...STORY, kind: KINDS[0] });
    const wrong = opened.run.plan.rows[1];
    if (wrong?.kind !== 'create') throw new Error('no create');
    const properties = { ...wrong.properties, name: 'Fixed' };
    const amended = [{ ...wrong, key: 'right@example.org', properties }];
    const { portal, journal, run } = opened;
    const told = { ports: portsOfRun(portal, journal), options: optionsOfRun(run.plan) };
    const retried = ranOf(await retryRows(run, { amended, unknown: new Set() }, told));
    expect(retried.outcomes[1]).toMatchObject({ kind: 'created', key: 'right@example.org', rowNumber: 3 });
    expect([...portal.store.records.values()].map((record) => propertiesOf(record)['email'])).toContain(
      'right@example.org',
    );
  });
});
