import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_OUTCOMES } from '../outcomes/count-outcomes.ts';
import { makePlan } from '../plan/make-plan.ts';
import { MODEL_TARGET } from '../testing/model-plan.ts';
import { ModelWindow } from '../testing/model-window.ts';
import { PacedWorld, type WorldTimes } from '../testing/paced-world.ts';
import { draft } from '../testing/plans.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import type { RunProgress } from './ports.ts';
import { LEAST_MS_BETWEEN_REPORTS, ReportThrottle } from './report-throttle.ts';
import { runPlan } from './run-plan.ts';
import { DEFAULT_RUN_SETTINGS } from './settings.ts';

interface Told {
  readonly atMs: number;
  readonly progress: RunProgress;
}

function progressAt(settledCount: number): RunProgress {
  const nothing = { counts: NO_OUTCOMES, elapsedMs: 0, wait: null, company: null } as const;
  return { ...nothing, phase: 'writing', settledCount, totalCount: 1000 };
}

/** The most reports that any one second holds. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}

function timesOf(told: readonly Told[]): readonly number[] {
  return told.map(({ atMs }) => atMs);
}

/** News that come after these pauses, and the end of the run after another one. */
async function tellAll(pausesMs: readonly number[], lastPauseMs: number) {
  const time = new VirtualTime();
  const told: Told[] = [];
  const throttle = new ReportThrottle({
    now: () => time.now(),
    sleep: (delayMs) => time.sleep(delayMs),
    report: (progress) => {
      told.push({ atMs: time.now(), progress });
    },
  });
  const news: Told[] = [];
  const course = async (): Promise<void> => {
    for (const [index, pauseMs] of pausesMs.entries()) {
      await time.sleep(pauseMs);
      const progress = progressAt(index + 1);
      news.push({ atMs: time.now(), progress });
      throttle.report(progress);
    }
    await time.sleep(lastPauseMs);
    throttle.end();
  };
  await time.pass(course());
  const toldUntilEnd = told.length;
  throttle.report(progressAt(1000));
  await time.pass(time.sleep(5000));
  return { news, told, toldUntilEnd };
}

const pauses = fc.array(fc.oneof(fc.nat(50), fc.nat(1500)), { maxLength: 60 });

describe('the reports of a run', () => {
  it('are at most four in any second, in their order, and tell the last news when it ends and nothing later', async () => {
    await fc.assert(
      fc.asyncProperty(pauses, fc.nat(1500), async (pausesMs, lastPauseMs) => {
        const { news, told, toldUntilEnd } = await tellAll(pausesMs, lastPauseMs);
        expect(mostInASecond(timesOf(told))).toBeLessThanOrEqual(4);
        const counts = told.map(({ progress }) => progress.settledCount);
        expect(counts).toEqual([...new Set(counts)].sort((one, other) => one - other));
        expect(told.at(-1)?.progress).toEqual(news.at(-1)?.progress);
        expect(told).toHaveLength(toldUntilEnd);
      }),
    );
  });

  it('keep no news back for longer than a third of a second, whether or not newer ones come', async () => {
    await fc.assert(
      fc.asyncProperty(pauses, fc.nat(1500), async (pausesMs, lastPauseMs) => {
        const { news, told } = await tellAll(pausesMs, lastPauseMs);
        const late = news.filter(
          ({ atMs, progress }) =>
            !told.some(
              (each) =>
                each.progress.settledCount >= progress.settledCount &&
                each.atMs <= atMs + LEAST_MS_BETWEEN_REPORTS,
            ),
        );
        expect(late).toEqual([]);
      }),
    );
  });
});

const TIMES: WorldTimes = {
  inboundMs: [0, 400],
  pathMs: [0, 50],
  answerMs: [10, 400],
  outboundMs: [0, 80],
  coldStartMs: [0, 300],
};

/** Reports of a plan whose first records go alone, which is read back, and whose rest goes in one part. */
async function reportsOfPlan(seed: number, rowCount: number) {
  const time = new VirtualTime();
  const random = seededRandom(seed);
  const world = new PacedWorld({ time, window: new ModelWindow(), times: TIMES, random });
  const told: Told[] = [];
  const ports = world.ports({
    skewMs: 0,
    report: (progress) => {
      told.push({ atMs: time.now(), progress });
    },
  });
  const keys = Array.from({ length: rowCount }, (_, slot) => `row${String(slot)}@example.org`);
  const drafts = keys.map((key, slot) => draft(slot, key));
  const plan = makePlan(drafts, {
    target: MODEL_TARGET,
    choices: { columns: [], duplicates: { otherwise: 'merge', byGroup: new Map() }, associations: [] },
    readings: new Map(keys.map((key) => [key, { kind: 'missing' }])),
    readAt: time.now(),
  });
  const settings = { ...DEFAULT_RUN_SETTINGS, maxInputsPerBatch: 2 };
  const ran = await time.pass(
    runPlan(
      plan,
      {
        ...ports,
        associateRecords: () => Promise.resolve({ kind: 'no-reply', message: 'not asked here' }),
        confirmCanary: () => Promise.resolve(true),
      },
      { runId: 'run', settings, isStopWanted: () => false, confirmedDigest: plan.digest },
    ),
  );
  return { ran, told };
}

describe('the reports of a plan of several parts', () => {
  it('are at most four in any second, and the last one counts every row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 201, max: 320 }), async (seed, rowCount) => {
        const { ran, told } = await reportsOfPlan(seed, rowCount);
        expect(ran.kind).toBe('ran');
        expect(mostInASecond(timesOf(told))).toBeLessThanOrEqual(4);
        expect(told.at(-1)?.progress).toMatchObject({ settledCount: rowCount, totalCount: rowCount });
      }),
      { numRuns: 25 },
    );
  });
});
