import { DEFAULT_RUN_SETTINGS, ReportThrottle, runPart, type RunProgress } from '@bulk-records/core';
import { planRows } from '../../src/app/packages/core/src/testing/model-plan.ts';
import { ModelWindow } from '../../src/app/packages/core/src/testing/model-window.ts';
import { PacedWorld, type WorldTimes } from '../../src/app/packages/core/src/testing/paced-world.ts';
import { seededRandom } from '../../src/app/packages/core/src/testing/seeded-random.ts';
import { VirtualTime } from '../../src/app/packages/core/src/testing/virtual-time.ts';

/** The world of the measurement: what HubSpot and its functions take, by the figures the goals are set for. */
export const USUAL_TIMES: WorldTimes = {
  inboundMs: [200, 400],
  pathMs: [0, 50],
  answerMs: [150, 400],
  outboundMs: [20, 80],
  coldStartMs: [0, 0],
};

export interface Scenario {
  readonly name: string;
  readonly recordsPerAdmin: number;
  readonly admins?: number;
  /** Each admin starts so long after the one before. */
  readonly staggerMs?: number;
  readonly maxPerWindow?: number;
  readonly times?: Partial<WorldTimes>;
  readonly maxInstances?: number;
  /** Another integration of the same app. */
  readonly neighbour?: { readonly perSecond: number; readonly beginsMsBefore: number };
}

export interface Measured {
  readonly seconds: number;
  /** Of what a sender who knows everything could do: full windows from the first moment on. */
  readonly ofCeiling: number;
  /** Requests per second against what the window allows in the long run. */
  readonly ofRate: number;
  readonly refusedShare: number;
  readonly executionSeconds: number;
  readonly calls: number;
  readonly longestCallMs: number;
  /** How much less the slowest admin wrote than the fastest, while all were at it; and after 15 s of company. */
  readonly unfairness: number;
  readonly unfairnessLater: number;
  readonly neighbourLoses: number;
  readonly reportsPerSecond: number;
}

const SETTLING_MS = 15_000;

/** Runs one scenario in virtual time, with the product's own engine for every admin. Equal seeds measure equally. */
export async function runScenario(scenario: Scenario, seed: number): Promise<Measured> {
  const { admins = 1, recordsPerAdmin, staggerMs = 0, maxPerWindow = 190, neighbour } = scenario;
  const time = new VirtualTime();
  const window = new ModelWindow(maxPerWindow);
  const random = seededRandom(seed);
  const times = { ...USUAL_TIMES, ...scenario.times };
  const { maxInstances = Infinity } = scenario;
  const world = new PacedWorld({ time, window, times, random, maxInstances });
  const batches = Math.ceil(recordsPerAdmin / 100);
  const lead = neighbour?.beginsMsBefore ?? 0;
  const startedAt = time.now() + lead;
  const runs = Array.from(
    { length: admins },
    (_, index) => new AdminRun(world, startedAt + index * staggerMs),
  );
  const others = new Neighbour(world, startedAt);
  const all = async (): Promise<void> => {
    const isOver = { now: false };
    const beside = neighbour ? others.sendUntil(isOver, neighbour.perSecond) : Promise.resolve();
    await Promise.all(runs.map((run) => run.write(recordsPerAdmin)));
    isOver.now = true;
    await beside;
  };
  await time.pass(all());
  const seconds = (Math.max(...runs.map(({ endedAt }) => endedAt)) - startedAt) / 1000;
  const total = admins * batches;
  const sent = window.admitted + window.refused - others.sent - others.before;
  return {
    seconds,
    ofCeiling: ceilingSeconds(total, maxPerWindow, times) / seconds,
    ofRate: total / (seconds * (maxPerWindow / 10)),
    refusedShare: (window.refused - others.lost) / sent,
    executionSeconds: world.executionMs / 1000,
    calls: world.calls.length,
    longestCallMs: Math.max(...world.calls.map(({ workMs }) => workMs)),
    unfairness: unfairnessOf(runs, 0),
    unfairnessLater: unfairnessOf(runs, SETTLING_MS),
    neighbourLoses: others.sent === 0 ? 0 : others.lost / others.sent,
    reportsPerSecond: Math.max(...runs.map(({ mostReportsPerSecond }) => mostReportsPerSecond)),
  };
}

/** Full windows from the first moment on, and what the last request takes at least. */
function ceilingSeconds(requests: number, maxPerWindow: number, times: WorldTimes): number {
  const middle = ([from, to]: readonly [number, number]): number => (from + to) / 2;
  const onceMs = middle(times.inboundMs) + middle(times.answerMs) + middle(times.outboundMs);
  return Math.floor((requests - 1) / maxPerWindow) * 10 + onceMs / 1000;
}

class AdminRun {
  endedAt = 0;
  mostReportsPerSecond = 0;
  /** Moments at which the settled count rose, and by how much. */
  readonly steps: { readonly atMs: number; readonly settled: number }[] = [];
  private readonly reportTimes: number[] = [];

  constructor(
    private readonly world: PacedWorld,
    readonly startsAt: number,
  ) {}

  async write(count: number): Promise<void> {
    const { time, random } = this.world.options;
    await time.sleep(this.startsAt - time.now());
    const rows = Array.from({ length: count }, (_, index) => ({
      key: `row${String(index)}@example.org`,
      properties: { name: 'Ada' },
    }));
    const plan = planRows(rows, { operation: 'create', keyProperty: 'email' });
    const ports = this.world.ports({
      skewMs: Math.round((random() - 0.5) * 10_000),
      report: (progress) => {
        this.note(progress);
      },
    });
    const settings = DEFAULT_RUN_SETTINGS;
    const options = { runId: 'bench', settings, isStopWanted: () => false };
    const throttle = new ReportThrottle(ports);
    const report = throttle.report.bind(throttle);
    const { outcomes } = await runPart(plan, { ...ports, report }, options);
    throttle.end();
    const created = outcomes.filter(({ kind }) => kind === 'created').length;
    if (created !== count) throw new Error(`${created} of ${count} records were created`);
    this.endedAt = time.now();
  }

  settledBetween(fromMs: number, untilMs: number): number {
    const at = (momentMs: number): number =>
      this.steps.filter(({ atMs }) => atMs <= momentMs).at(-1)?.settled ?? 0;
    return at(untilMs) - at(fromMs);
  }

  private note({ settledCount }: RunProgress): void {
    const nowMs = this.world.options.time.now();
    this.steps.push({ atMs: nowMs, settled: settledCount });
    this.reportTimes.push(nowMs);
    const lastSecond = this.reportTimes.filter((atMs) => atMs > nowMs - 1000).length;
    this.mostReportsPerSecond = Math.max(this.mostReportsPerSecond, lastSecond);
  }
}

function unfairnessOf(runs: readonly AdminRun[], afterMs: number): number {
  const from = Math.max(...runs.map(({ startsAt }) => startsAt)) + afterMs;
  const until = Math.min(...runs.map(({ endedAt }) => endedAt));
  if (runs.length < 2 || until <= from) return 0;
  const shares = runs.map((run) => run.settledBetween(from, until));
  return 1 - Math.min(...shares) / Math.max(...shares);
}

/** Sends steadily through the same app, and counts what it loses while the runs go on. */
class Neighbour {
  before = 0;
  sent = 0;
  lost = 0;

  constructor(
    private readonly world: PacedWorld,
    private readonly countsFrom: number,
  ) {}

  async sendUntil(isOver: { readonly now: boolean }, perSecond: number): Promise<void> {
    const { time, window } = this.world.options;
    while (!isOver.now) {
      await time.sleep(this.world.within([100, 1900]) / perSecond);
      const { isAdmitted } = window.arrive(time.now());
      if (time.now() < this.countsFrom) this.before += 1;
      else {
        this.sent += 1;
        if (!isAdmitted) this.lost += 1;
      }
    }
  }
}
