import { describe, expect, test } from 'vitest';
import { finish } from './sliced.ts';
import type { Sliced, WorkProgress } from './sliced.ts';
import { startWork } from './start-work.ts';

/** Counts to `total`; every piece takes `pieceMs` on the clock it is given. */
function* countTo(total: number, clock: { ms: number }, pieceMs: number): Sliced<number> {
  for (let done = 1; done <= total; done += 1) {
    clock.ms += pieceMs;
    yield { stage: 'drafting', done, total };
  }
  return total;
}

/** A world whose event loop turns only when it is told to. */
function makeWorld(pieceMs: number) {
  const clock = { ms: 1000 };
  const waiting: (() => void)[] = [];
  const told: (number | string)[] = [];
  const ports = { now: () => clock.ms, nextTurn: (resume: () => void) => waiting.push(resume) };
  const listener = {
    onDone: (value: number) => told.push(`done ${value}`),
    onProgress: ({ done }: WorkProgress) => told.push(done),
  };
  const turn = () => {
    const resumes = waiting.splice(0);
    resumes.forEach((resume) => {
      resume();
    });
    return resumes.length > 0;
  };
  return {
    clock,
    told,
    turn,
    start: (total: number) => startWork(countTo(total, clock, pieceMs), ports, listener),
  };
}

describe('startWork', () => {
  test('does at once what one slice can do, and tells no progress', () => {
    const world = makeWorld(1);
    world.start(10);
    expect(world.told).toEqual(['done 10']);
    expect(world.turn()).toBe(false);
  });

  test('gives the event loop a turn after every slice', () => {
    const world = makeWorld(10);
    world.start(6);
    expect(world.told).toEqual([]);
    const turns = [world.turn(), world.turn(), world.turn(), world.turn()];
    expect(turns).toEqual([true, true, true, false]);
    expect(world.told).toEqual(['done 6']);
  });

  test('holds no slice longer than its time and one piece', () => {
    const world = makeWorld(7);
    world.start(1000);
    const lengths: number[] = [];
    for (let startMs = world.clock.ms; world.turn(); startMs = world.clock.ms)
      lengths.push(world.clock.ms - startMs);
    expect(lengths.length).toBeGreaterThan(300);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(20 + 7);
  });

  test('tells progress only of long work, and then a few times a second', () => {
    const world = makeWorld(20);
    world.start(60);
    while (world.turn());
    expect(world.told).toEqual([13, 23, 33, 43, 53, 'done 60']);
  });

  test('is not heard of again once it is stopped', () => {
    const world = makeWorld(20);
    const stop = world.start(60);
    for (let turns = 0; turns < 20; turns += 1) world.turn();
    stop();
    const before = [...world.told];
    while (world.turn());
    expect(world.told).toEqual(before);
  });

  test('may be stopped by what its progress leads to', () => {
    const world = makeWorld(20);
    const stop = world.start(60);
    const { told } = world;
    while (world.turn()) if (told.length > 0) stop();
    expect(told).toHaveLength(1);
  });

  test('gives a turn when the clock is set back', () => {
    const world = makeWorld(-1);
    world.start(3);
    expect(world.told).toEqual([]);
    expect(world.turn()).toBe(true);
  });
});

test('finish gives what all slices lead to', () => {
  expect(finish(countTo(5, { ms: 0 }, 1))).toBe(5);
});
