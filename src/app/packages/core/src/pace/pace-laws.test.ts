import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRows } from '../testing/model-plan.ts';
import { ModelWindow } from '../testing/model-window.ts';
import { PacedWorld, type WorldTimes } from '../testing/paced-world.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import { runPart } from '../run/run-part.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import { Pacer } from './pacer.ts';
import { readPaced } from './read-paced.ts';

const TIMES: WorldTimes = {
  inboundMs: [200, 400],
  pathMs: [0, 50],
  answerMs: [150, 400],
  outboundMs: [20, 80],
  coldStartMs: [0, 800],
};

interface Course {
  readonly seed: number;
  readonly max: number;
  readonly rowCount: number;
  readonly skewMs: number;
  readonly times: WorldTimes;
}

function range(least: number, most: number): fc.Arbitrary<readonly [number, number]> {
  return fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
}

const courses: fc.Arbitrary<Course> = fc.record({
  seed: fc.integer(),
  max: fc.constantFrom(30, 100, 190, 250),
  rowCount: fc.integer({ min: 1, max: 700 }),
  skewMs: fc.integer({ min: -100_000, max: 100_000 }),
  times: fc.record({
    inboundMs: range(0, 2000),
    pathMs: range(0, 140),
    answerMs: range(20, 7000),
    outboundMs: range(0, 1000),
    coldStartMs: range(0, 2000),
  }),
});

/** Small batches, so that few rows make many requests. */
const SETTINGS = { ...DEFAULT_RUN_SETTINGS, maxInputsPerBatch: 1 };

function worldOf({ seed, max, times }: Pick<Course, 'seed' | 'max' | 'times'>, maxInstances = Infinity) {
  const time = new VirtualTime();
  const window = new ModelWindow(max);
  const world = new PacedWorld({ time, window, times, random: seededRandom(seed), maxInstances });
  return { time, window, world };
}

function rowsOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    key: `row${String(index)}@example.org`,
    properties: { name: 'Ada' },
  }));
}

async function write(world: PacedWorld, { rowCount, skewMs }: Pick<Course, 'rowCount' | 'skewMs'>) {
  const plan = planRows(rowsOf(rowCount), { operation: 'create', keyProperty: 'email' });
  const options = { runId: 'run', settings: SETTINGS, isStopWanted: () => false };
  const { outcomes } = await runPart(plan, world.ports({ skewMs }), options);
  return outcomes;
}

describe('12 politeness: a card alone', () => {
  it('is never refused, whatever the limit, the delays and the clocks', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const { time, window, world } = worldOf(course);
        const outcomes = await time.pass(write(world, course));
        expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'created'));
        expect(window.refused).toBe(0);
        expect(window.admitted).toBe(course.rowCount);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves headroom in every window', async () => {
    const { time, window, world } = worldOf({ seed: 5, max: 190, times: TIMES });
    await time.pass(write(world, { rowCount: 600, skewMs: 0 }));
    expect(window.fullest).toBeLessThanOrEqual(171);
    expect(window.fullest).toBeGreaterThan(160);
  });

  it('is never refused when it reads and writes through one pacer', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const { time, window, world } = worldOf(course);
        const ports = world.ports({ skewMs: course.skewMs });
        const pacer = new Pacer(ports, SETTINGS);
        const ids = Array.from({ length: course.rowCount * 40 }, (_, index) => String(index));
        const question = {
          objectType: 'contacts',
          apiVersion: '2026-03' as const,
          ids,
          properties: [],
          archived: false,
          workMs: 8000,
        };
        const plan = planRows(rowsOf(100), { operation: 'create', keyProperty: 'email' });
        const options = { runId: 'run', settings: SETTINGS, pacer, isStopWanted: () => false };
        const [reading] = await time.pass(
          Promise.all([readPaced(question, { pacer, ports }), runPart(plan, ports, options)]),
        );
        expect(reading).toMatchObject({ kind: 'reply', reply: { ok: true, unreadIds: [] } });
        expect(window.refused).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('12 politeness: in company', () => {
  it('two and three cards end, write every row once and are hardly ever refused', async () => {
    for (const cards of [2, 3]) {
      const { time, window, world } = worldOf({ seed: 11 * cards, max: 190, times: TIMES });
      const runs = Array.from({ length: cards }, (_, index) =>
        write(world, { rowCount: 500, skewMs: index * 777 }),
      );
      const outcomes = (await time.pass(Promise.all(runs))).flat();
      expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(500 * cards);
      expect(window.refused / (500 * cards)).toBeLessThan(0.02);
    }
  });

  it('another integration loses nothing that it was there for first', async () => {
    const { time, window, world } = worldOf({ seed: 3, max: 190, times: TIMES });
    const course = { isOver: false, lost: 0 };
    const neighbour = async (): Promise<void> => {
      while (!course.isOver) {
        await time.sleep(200);
        if (!window.arrive(time.now()).isAdmitted) course.lost += 1;
      }
    };
    const run = async (): Promise<void> => {
      await time.sleep(12_000);
      await write(world, { rowCount: 500, skewMs: 0 });
      course.isOver = true;
    };
    await time.pass(Promise.all([neighbour(), run()]));
    expect(course.lost).toBe(0);
  });

  it('a run ends although the window belongs to others for half a minute', async () => {
    const { time, window, world } = worldOf({ seed: 4, max: 100, times: TIMES });
    const crowd = async (): Promise<void> => {
      for (let turn = 0; turn < 300; turn += 1) {
        while (window.arrive(time.now()).isAdmitted);
        await time.sleep(100);
      }
    };
    const [outcomes] = await time.pass(Promise.all([write(world, { rowCount: 50, skewMs: 0 }), crowd()]));
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(50);
  });

  it('a run ends although only few of its functions are allowed at once', async () => {
    const { time, window, world } = worldOf({ seed: 6, max: 190, times: TIMES }, 3);
    const outcomes = await time.pass(write(world, { rowCount: 400, skewMs: 0 }));
    expect(outcomes).toHaveLength(400);
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(400);
    expect(window.admitted).toBeGreaterThanOrEqual(400);
  });
});
