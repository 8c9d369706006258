import { describe, expect, it } from 'vitest';
import type { Claimed } from '../run/journal/journal-ports.ts';
import { resumeRun } from '../run/journal/resume-run.ts';
import { runWithJournal } from '../run/journal/run-with-journal.ts';
import { takeUpRun } from '../run/journal/take-up-run.ts';
import { KEPT_RUN_ID, optionsOfRun, portsOfRun, untilClosed } from '../testing/journaled-run.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { ModelPortal } from '../testing/model-portal.ts';
import { draft, planOf } from '../testing/plans.ts';
import { takeUpChunk } from './take-up-chunk.ts';

const DRAFTS = Array.from({ length: 12 }, (_, slot) => draft(slot, `p${String(slot)}@example.org`));
const PLAN = planOf(DRAFTS, Object.fromEntries(DRAFTS.map(({ key }) => [key ?? '', { kind: 'missing' }])));

/** Whoever asks is told until when the lease holds. */
class LeasedJournal extends MemoryJournal {
  untilMs = 0;
  claims = 0;

  override async claim(digest: string, holder: string): Promise<Claimed> {
    this.claims += 1;
    const claimed = await super.claim(digest, holder);
    return claimed.kind === 'held' ? { kind: 'held', untilMs: this.untilMs } : claimed;
  }
}

/** A run that another session had begun when its tab was closed; `everySecond` is what happens meanwhile. */
async function makeWorld(everySecond: (world: { journal: LeasedJournal; atMs: number }) => Promise<void>) {
  const portal = new ModelPortal({});
  const journal = new LeasedJournal();
  const ports = portsOfRun(portal, journal);
  await untilClosed(ports, { atCall: 1, isDelivered: true }, (closing) =>
    runWithJournal(PLAN, closing, optionsOfRun(PLAN)),
  );
  journal.untilMs = portal.now() + 30_000;
  const told: number[] = [];
  let isStopWanted = false;
  const take = () =>
    takeUpChunk(KEPT_RUN_ID, PLAN.properties, {
      ports: {
        ...ports,
        sleep: async (delayMs) => {
          await portal.sleep(delayMs);
          await everySecond({ journal, atMs: portal.now() });
        },
      },
      isStopWanted: () => isStopWanted,
      onHeld: (untilMs) => told.push(untilMs),
    });
  return { portal, journal, ports, told, take, stop: () => (isStopWanted = true) };
}

function never(): Promise<void> {
  return Promise.resolve();
}

describe('takeUpChunk', () => {
  it('waits for the lease of a tab that was closed, and takes its run up then, with one more request for it', async () => {
    const world = await makeWorld(({ journal, atMs }) => {
      if (atMs > journal.untilMs) journal.holders.clear();
      return Promise.resolve();
    });
    const { journal, portal } = world;
    journal.claims = 0;
    const { untilMs } = journal;
    expect(await world.take()).toMatchObject({ kind: 'taken' });
    expect(world.told).toEqual([untilMs]);
    expect(portal.now()).toBeGreaterThan(untilMs);
    expect(portal.now()).toBeLessThan(untilMs + 4000);
    expect(journal.claims).toBe(2);
  });

  it('leaves a run to a session that renews its lease', async () => {
    const world = await makeWorld(({ journal, atMs }) => {
      journal.untilMs = Math.max(journal.untilMs, atMs + 30_000);
      return Promise.resolve();
    });
    expect(await world.take()).toMatchObject({ kind: 'held' });
    expect(world.told).toHaveLength(1);
  });

  it('does not go on after a session that has finished the run meanwhile: what comes after is that one’s', async () => {
    let hasEnded = false;
    const world = await makeWorld(async ({ journal }) => {
      if (hasEnded) return;
      hasEnded = true;
      journal.holders.clear();
      const other = await takeUpRun(KEPT_RUN_ID, PLAN.properties, world.ports);
      if (other.kind !== 'taken') throw new Error('nobody has it');
      await resumeRun(other, { ports: world.ports, options: optionsOfRun(PLAN) });
      journal.holders.clear();
    });
    expect(await world.take()).toEqual({ kind: 'gone-on' });
    expect(world.journal.holders.size).toBe(0);
  });

  it('gives up where a lease that is never renewed does not end', async () => {
    const world = await makeWorld(never);
    expect(await world.take()).toMatchObject({ kind: 'held' });
    expect(world.portal.now()).toBeLessThan(world.journal.untilMs + 90_000);
  });

  it('stops waiting when it is stopped', async () => {
    const world = await makeWorld(() => {
      world.stop();
      return Promise.resolve();
    });
    expect(await world.take()).toEqual({ kind: 'stopped' });
  });
});
