import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import { retryRows, type RetriedRun, type RunToRetry } from '../run/journal/retry-rows.ts';
import { optionsOfRun, portsOfRun } from '../testing/journaled-run.ts';
import { MODEL_PROPERTIES } from '../testing/model-plan.ts';
import { BAD_VALUE, propertiesOf } from '../testing/model-store.ts';
import { draft, planOf } from '../testing/plans.ts';
import {
  anyRetryWeather,
  findLies,
  kindsOf,
  liesAfterClosing,
  lookAt,
  phoneOf,
  ranOf,
  runOnce,
  type EndedRun,
  type RetryIn,
  type RetryWeather,
} from '../testing/run-to-retry.ts';
import { groupLeftOut } from './left-out-rows.ts';
import { mendRows } from './mend-rows.ts';
import { planMended } from './plan-mended.ts';
import { repairRows } from './repair-rows.ts';
import { groupRefusals } from './group-refusals.ts';

/** What keeps a row from being written until it is fixed: HubSpot, a cell or its key, which nobody could read; or nothing. */
type Fate = 'good' | 'refused' | 'wrong-cell' | 'no-key';

interface Story extends RetryWeather {
  readonly operation: 'upsert' | 'create';
  readonly fates: readonly Fate[];
}

const keyOf = (slot: number): string => `row${String(slot)}@example.org`;

function planFor({ operation, fates }: Pick<Story, 'operation' | 'fates'>): Plan {
  const expected = { kind: 'visible-text' } as const;
  const told = { property: 'name', columnIndex: 1, raw: 'odd', found: 'odd', expected, candidates: [] };
  const drafts = fates.map((fate, slot) => {
    const isLeftOut = fate === 'wrong-cell' || fate === 'no-key';
    const key = fate === 'no-key' ? null : keyOf(slot);
    const email = operation === 'create' && key !== null ? { email: key } : {};
    const name = isLeftOut ? {} : { name: fate === 'refused' ? BAD_VALUE : 'Ada' };
    const issues = [
      ...(fate === 'no-key' ? [{ code: 'key-missing', property: 'email' } as const] : []),
      ...(isLeftOut ? [{ code: 'damaged-characters', ...told } as const] : []),
    ];
    return { ...draft(slot, key, { ...email, ...name, phone: phoneOf(slot) }), issues };
  });
  const readings = Object.fromEntries(fates.map((_, slot) => [keyOf(slot), { kind: 'missing' } as const]));
  return planOf(drafts, readings, {
    target: { operation, keyProperty: 'email', properties: MODEL_PROPERTIES },
  });
}

function runStory(story: Story): Promise<EndedRun> {
  return runOnce(planFor(story), story.forecast);
}

/** Every fault with a fix. The records of rows that were left out are not there: nobody else makes any. */
function everythingOf(run: RunToRetry): readonly PlannedRow[] {
  const fixes = new Map<string, { kind: 'text'; text: string }>();
  for (const { id } of groupRefusals(run)) fixes.set(id, { kind: 'text', text: 'Fixed' });
  for (const { id, property, slots } of groupLeftOut(run.plan)) {
    fixes.set(id, { kind: 'text', text: property === 'email' ? keyOf(slots[0] ?? 0) : 'Mended' });
  }
  const drafts = mendRows(run.plan, { fixes, timeZone: null });
  const readings = new Map(drafts.map(({ key }) => [key ?? '', { kind: 'missing' } as const]));
  const mended = planMended(run, drafts, { readings, named: new Map(), readAt: 0 });
  return [...repairRows(run, fixes, null), ...mended];
}

const retryIn: RetryIn = (run, ports) => {
  const unknown = new Set(run.outcomes.filter(({ kind }) => kind === 'unknown').map(({ slot }) => slot));
  return retryRows(run, { amended: everythingOf(run), unknown }, { ports, options: optionsOfRun(run.plan) });
};

function retry({ portal, journal }: EndedRun, run: RunToRetry): Promise<RetriedRun> {
  return retryIn(run, portsOfRun(portal, journal));
}

const stories: fc.Arbitrary<Story> = fc.record({
  ...anyRetryWeather,
  operation: fc.constantFrom('upsert', 'create'),
  fates: fc.array(fc.constantFrom<Fate>('good', 'refused', 'wrong-cell', 'no-key'), {
    minLength: 1,
    maxLength: 8,
  }),
});

const RUNS = { numRuns: 100 };

describe('rows left out before a run, in any weather', () => {
  it('1 totality: every row has exactly one outcome, before they are fixed and after', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const opened = await runStory(story);
        expect(findLies(opened, opened.run)).toEqual([]);
        const retried = ranOf(await retry(opened, opened.run));
        expect(findLies(opened, retried)).toEqual([]);
        expect(kindsOf(retried.outcomes)).not.toContain('skipped');
      }),
      RUNS,
    );
  });

  it('4 no create is doubled, wherever a tab is closed and however often others go on', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const opened = await runStory(story);
        expect(await liesAfterClosing(opened, retryIn, story)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('8 nothing is lost: another tab mends them just as the first one would', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const opened = await runStory(story);
        const seen = await lookAt(opened);
        expect(groupLeftOut(seen.plan)).toEqual(groupLeftOut(opened.run.plan));
        expect(everythingOf(seen)).toEqual(everythingOf({ ...opened.run, outcomes: seen.outcomes }));
        const retried = ranOf(await retry(opened, seen));
        const again = await lookAt(opened);
        expect(kindsOf(again.outcomes)).toEqual(kindsOf(retried.outcomes));
        expect(again.plan.digest).toBe(retried.plan.digest);
      }),
      RUNS,
    );
  });
});

describe('a row that was left out', () => {
  const story: Story = {
    operation: 'upsert',
    fates: ['good', 'refused', 'wrong-cell', 'no-key'],
    forecast: {},
    crash: { atCall: 0, isDelivered: true },
  };

  it('is written by the retry along with the refused ones, and no other row is sent again', async () => {
    const opened = await runStory(story);
    const sentBefore = opened.portal.writeRequests.length;
    const retried = ranOf(await retry(opened, opened.run));
    expect(kindsOf(opened.run.outcomes)).toEqual(['created', 'rejected', 'skipped', 'skipped']);
    expect(kindsOf(retried.outcomes)).toEqual(['created', 'created', 'created', 'created']);
    const sent = opened.portal.writeRequests.slice(sentBefore).flatMap(({ batches }) => batches);
    expect(sent.flatMap(({ inputs }) => inputs.map(({ id }) => id))).toEqual([keyOf(1), keyOf(2), keyOf(3)]);
  });

  it('makes a plan with a digest of its own, which the journal then bears', async () => {
    const opened = await runStory(story);
    const retried = ranOf(await retry(opened, opened.run));
    expect(retried.plan.digest).not.toBe(opened.run.plan.digest);
    expect((await lookAt(opened)).plan.digest).toBe(retried.plan.digest);
  });

  it('is fixed from the journal alone', async () => {
    const opened = await runStory(story);
    await retry(opened, await lookAt(opened));
    const names = [...opened.portal.store.records.values()].map((record) => propertiesOf(record)['name']);
    expect(names).toEqual(['Ada', 'Fixed', 'Mended', 'Mended']);
  });
});
