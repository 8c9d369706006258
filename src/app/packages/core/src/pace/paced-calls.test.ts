import { describe, expect, it } from 'vitest';
import { VirtualTime } from '../testing/virtual-time.ts';
import { Pacer, type CallReport, type Pause, type Permit } from './pacer.ts';
import { makePacedCalls, type PacedWork } from './paced-calls.ts';
import { DEFAULT_RUN_SETTINGS } from '../run/settings.ts';

const MADE = { sentAt: 0, receivedAt: 100, status: 200, rate: {} };

/** So many requests to be made, in calls of half a second. */
class CountedWork implements PacedWork {
  readonly made: number[] = [];
  readonly waits: (Pause | null)[] = [];
  mostOpen = 0;
  private openCount = 0;

  constructor(
    private left: number,
    private readonly time: VirtualTime,
    private readonly stopsAtMs = Infinity,
  ) {}

  wanted(mostPerCall: number): number {
    return Math.min(mostPerCall, this.left);
  }

  nextWanted(): Pause | null {
    return null;
  }

  preparing(): readonly Promise<void>[] {
    return [];
  }

  isStopped(): boolean {
    return this.time.now() >= this.stopsAtMs;
  }

  onTurn(wait: Pause | null): void {
    this.waits.push(wait);
  }

  async call({ requests }: Permit): Promise<CallReport> {
    this.left -= requests;
    this.openCount += 1;
    this.mostOpen = Math.max(this.mostOpen, this.openCount);
    await this.time.sleep(500);
    this.openCount -= 1;
    this.made.push(requests);
    return { kind: 'told', requests: Array.from({ length: requests }, () => MADE), unknownRequests: 0 };
  }
}

function toolsOf(time: VirtualTime) {
  const ports = { now: () => time.now(), random: () => 0, sleep: (delayMs: number) => time.sleep(delayMs) };
  return { ports, pacer: new Pacer(ports, DEFAULT_RUN_SETTINGS) };
}

describe('paced calls', () => {
  it('make all requests that are wanted, several calls at once', async () => {
    const time = new VirtualTime();
    const work = new CountedWork(63, time);
    await time.pass(makePacedCalls(work, toolsOf(time)));
    expect(work.made.reduce((sum, count) => sum + count, 0)).toBe(63);
    expect(work.mostOpen).toBeGreaterThan(3);
  });

  it('end at once when nothing is wanted', async () => {
    const time = new VirtualTime();
    const work = new CountedWork(0, time);
    await time.pass(makePacedCalls(work, toolsOf(time)));
    expect([work.made, work.waits]).toEqual([[], []]);
  });

  it('end after the open calls when they are stopped, also in the middle of a wait', async () => {
    const time = new VirtualTime();
    const startedAt = time.now();
    const work = new CountedWork(1000, time, startedAt + 6000);
    await time.pass(makePacedCalls(work, toolsOf(time)));
    expect(work.made.reduce((sum, count) => sum + count, 0)).toBe(90);
    expect(time.now() - startedAt).toBeLessThanOrEqual(6250);
  });

  it('share one pacer: two users end although each waits for the other’s calls', async () => {
    const time = new VirtualTime();
    const tools = toolsOf(time);
    const works = [new CountedWork(200, time), new CountedWork(200, time)];
    await time.pass(Promise.all(works.map((work) => makePacedCalls(work, tools))));
    expect(works.map(({ made }) => made.reduce((sum, count) => sum + count, 0))).toEqual([200, 200]);
  });

  it('look up once a second at most through a long pause', async () => {
    const time = new VirtualTime();
    const tools = toolsOf(time);
    tools.pacer.pauseFor('daily-limit', 3_600_000);
    const work = new CountedWork(1, time);
    await time.pass(makePacedCalls(work, tools));
    expect(work.waits.length).toBeLessThan(4000);
    expect(work.waits[0]?.reason).toBe('daily-limit');
    expect(work.made).toEqual([1]);
  });
});
