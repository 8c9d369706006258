import { describe, expect, it } from 'vitest';
import { planRows } from '../testing/model-plan.ts';
import { ModelWindow } from '../testing/model-window.ts';
import { PacedWorld, type WorldTimes } from '../testing/paced-world.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualTime } from '../testing/virtual-time.ts';
import { runPart } from '../run/run-part.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';
import { Pacer } from './pacer.ts';

/** The times the goals of pacing are set for. */
const TIMES: WorldTimes = {
  inboundMs: [200, 400],
  pathMs: [0, 50],
  answerMs: [150, 400],
  outboundMs: [20, 80],
  coldStartMs: [0, 0],
};

/** One record per request, so that few rows fill many windows. */
const SETTINGS = { ...DEFAULT_RUN_SETTINGS, maxInputsPerBatch: 1 };

const SEEDS = Array.from({ length: 30 }, (_, index) => 7919 * (index + 1));

interface Telling {
  readonly onSettled?: (count: number) => void;
  readonly pacer?: Pacer;
}

class Beginning {
  readonly time = new VirtualTime();
  readonly window = new ModelWindow(190);
  private readonly random: () => number;
  private readonly world: PacedWorld;

  constructor(seed: number) {
    const { time, window } = this;
    this.random = seededRandom(seed);
    this.world = new PacedWorld({ time, window, times: TIMES, random: this.random });
  }

  pacer(): Pacer {
    return new Pacer(this.world.ports({ skewMs: 0 }), SETTINGS);
  }

  /** A card that begins after so long and writes so many rows, one request each. */
  async write(afterMs: number, rowCount: number, { onSettled, ...told }: Telling = {}): Promise<void> {
    await this.time.sleep(afterMs);
    const rows = Array.from({ length: rowCount }, (_, index) => ({
      key: `row${String(index)}@example.org`,
      properties: { name: 'Ada' },
    }));
    const ports = this.world.ports({
      skewMs: this.within(-5000, 5000),
      report: ({ settledCount }) => {
        onSettled?.(settledCount);
      },
    });
    const plan = planRows(rows, { operation: 'create', keyProperty: 'email' });
    await runPart(plan, ports, { runId: 'run', settings: SETTINGS, isStopWanted: () => false, ...told });
  }

  within(least: number, most: number): number {
    return Math.round(least + this.random() * (most - least));
  }
}

/** How much less the slower of two cards has written when the faster one is done. */
async function differenceOf(seed: number, mostApartMs: number): Promise<number> {
  const rowCount = 400;
  const beginning = new Beginning(seed);
  const apartMs = beginning.within(0, mostApartMs);
  const settled = [0, 0];
  const card = (index: number): Promise<void> =>
    beginning.write(index * apartMs, rowCount, {
      onSettled: (count) => {
        settled[index] = count;
      },
    });
  const whenOneEnded = (cards: readonly Promise<void>[]): Promise<readonly number[]> =>
    Promise.race(cards).then(() => [...settled]);
  const cards = [card(0), card(1)];
  const [counts] = await beginning.time.pass(Promise.all([whenOneEnded(cards), ...cards]));
  return 1 - Math.min(...counts) / rowCount;
}

/** The part of its requests that another integration of the app loses while a run goes on beside it. */
async function lossBeside(seed: number, mostApartMs: number): Promise<number> {
  const beginning = new Beginning(seed);
  const { time, window } = beginning;
  const course = { isOver: false, sent: 0, lost: 0 };
  const other = async (): Promise<void> => {
    await time.sleep(beginning.within(0, mostApartMs));
    while (!course.isOver) {
      await time.sleep(beginning.within(20, 380));
      course.sent += 1;
      if (!window.arrive(time.now()).isAdmitted) course.lost += 1;
    }
  };
  const run = async (): Promise<void> => {
    await beginning.write(0, 500);
    course.isOver = true;
  };
  await time.pass(Promise.all([other(), run()]));
  return course.lost / course.sent;
}

async function worstOf(measure: (seed: number) => Promise<number>): Promise<number> {
  let worst = -Infinity;
  for (const seed of SEEDS) worst = Math.max(worst, await measure(seed));
  return worst;
}

/** Writes while a function stores the run's journal, and says when the card made way for somebody. */
async function madeWayFor(seed: number): Promise<readonly unknown[]> {
  const beginning = new Beginning(seed);
  const { time, window } = beginning;
  const pacer = beginning.pacer();
  const course = { isOver: false, company: new Set<unknown>() };
  const journal = async (): Promise<void> => {
    while (!course.isOver) {
      const end = pacer.beginAside(4);
      for (let requests = 0; requests < 2; requests += 1) {
        await time.sleep(beginning.within(50, 400));
        window.arrive(time.now());
      }
      await time.sleep(beginning.within(20, 80));
      end(2);
      await time.sleep(beginning.within(0, 1000));
      course.company.add(pacer.company);
    }
  };
  const run = async (): Promise<void> => {
    await beginning.write(500, 300, { pacer });
    course.isOver = true;
  };
  await time.pass(Promise.all([journal(), run()]));
  expect(window.refused).toBe(0);
  return [...course.company];
}

describe('12 politeness: who begins together', () => {
  it.each([
    ['in the same moment', 0],
    ['half a second apart at most', 500],
  ])('two cards %s end with shares within a fifth, whatever chance does', async (_, mostApartMs) => {
    expect(await worstOf((seed) => differenceOf(seed, mostApartMs))).toBeLessThanOrEqual(0.2);
  });

  it.each([
    ['in the same moment', 0],
    ['half a second later at most', 500],
  ])('another integration that begins %s loses a twentieth at most', async (_, mostApartMs) => {
    expect(await worstOf((seed) => lossBeside(seed, mostApartMs))).toBeLessThanOrEqual(0.05);
  });

  it('a card does not take its own journal for company', async () => {
    for (const seed of SEEDS) expect(await madeWayFor(seed)).toEqual([null]);
  });

  it('a card alone is no slower for it: 50,000 records at 82 % of the speed of full windows, none refused', async () => {
    const fullWindowsMs = 20_000 + 625;
    const slowest = await worstOf(async (seed) => {
      const beginning = new Beginning(seed);
      const { time, window } = beginning;
      const startedAt = time.now();
      await time.pass(beginning.write(0, 500));
      expect(window.refused).toBe(0);
      return time.now() - startedAt;
    });
    expect(fullWindowsMs / slowest).toBeGreaterThanOrEqual(0.82);
  });
});
