import { describe, expect, test } from 'vitest';
import type { Sliced } from './sliced.ts';
import { Turns } from './take-turns.ts';

/** A clock that somebody must move, and the times at which the event loop had its turn. */
function makeWorld() {
  const clock = { ms: 1000 };
  const turnsAt: number[] = [];
  const turn = () => {
    turnsAt.push(clock.ms);
    clock.ms += 500;
    return Promise.resolve();
  };
  return { clock, turnsAt, turns: new Turns({ now: () => clock.ms, turn }) };
}

describe('turns of the event loop', () => {
  test('are due after 20 milliseconds, and then 20 milliseconds after the last', async () => {
    const { clock, turns } = makeWorld();
    clock.ms = 1019;
    expect(turns.isDue()).toBe(false);
    clock.ms = 1020;
    expect(turns.isDue()).toBe(true);
    await turns.take();
    expect(turns.isDue()).toBe(false);
    clock.ms += 20;
    expect(turns.isDue()).toBe(true);
  });

  test('are due when the clock is set back', () => {
    const { clock, turns } = makeWorld();
    clock.ms = 0;
    expect(turns.isDue()).toBe(true);
  });

  test('come between the pieces of long work', async () => {
    const { clock, turnsAt, turns } = makeWorld();
    function* work(): Sliced<string> {
      for (let done = 1; done <= 5; done += 1) {
        clock.ms += 12;
        yield { stage: 'splitting', done, total: 5 };
      }
      return 'done';
    }
    expect(await turns.finish(work())).toBe('done');
    expect(turnsAt).toEqual([1024, 1548]);
  });
});
