import { describe, expect, it } from 'vitest';
import { runScenario } from './run-scenario.ts';

describe('a scenario of the pacing bench', () => {
  it('measures the same with the same seed', async () => {
    const scenario = { name: 'small', recordsPerAdmin: 3000, admins: 2 };
    expect(await runScenario(scenario, 3)).toEqual(await runScenario(scenario, 3));
  });

  it('measures against full windows from the first moment on', async () => {
    const measured = await runScenario({ name: 'small', recordsPerAdmin: 5000, maxPerWindow: 20 }, 3);
    // 50 requests of 20 per window: none but the third window's can come after 20 s.
    expect(measured.seconds).toBeGreaterThan(20);
    expect(measured.ofCeiling).toBeCloseTo(20.625 / measured.seconds, 5);
    expect(measured.refusedShare).toBe(0);
  });

  it('counts what a neighbour loses while the runs go on', async () => {
    const neighbour = { perSecond: 5, beginsMsBefore: 12_000 };
    const crowded = { name: 'small', recordsPerAdmin: 1000, maxPerWindow: 40, neighbour };
    expect((await runScenario(crowded, 3)).neighbourLoses).toBeGreaterThan(0.1);
    expect((await runScenario({ ...crowded, maxPerWindow: 190 }, 3)).neighbourLoses).toBe(0);
  });
});
