import { describe, expect, it } from 'vitest';
import { planRows } from '../testing/model-plan.ts';
import { Pacer, type Pause } from '../pace/pacer.ts';
import type { RunProgress } from './ports.ts';
import { RunReporter } from './run-reporter.ts';
import { startState } from './run-state.ts';
import { DEFAULT_RUN_SETTINGS } from './settings.ts';

function desk() {
  const clock = { nowMs: 1_000_000 };
  const reports: RunProgress[] = [];
  const ports = {
    now: () => clock.nowMs,
    random: () => 0,
    report: (told: RunProgress) => reports.push(told),
  };
  const pacer = new Pacer(ports, DEFAULT_RUN_SETTINGS);
  const plan = planRows([], { operation: 'upsert', keyProperty: 'email' });
  const reporter = new RunReporter({ plan, state: startState(() => undefined), pacer, ports });
  return { clock, reports, reporter };
}

describe('the reports of a run', () => {
  const waits: readonly (readonly [Pause['reason'], number, boolean])[] = [
    ['window-full', 900, false],
    ['window-shared', 900, false],
    ['window-full', 4000, true],
    ['rate-limit', 900, true],
    ['daily-limit', 30_000_000, true],
    ['rate-limit', -1, false],
  ];

  it.each(waits)('tell of a wait for %s of %i ms: %s', (reason, leftMs, isTold) => {
    const { clock, reports, reporter } = desk();
    const untilMs = clock.nowMs + leftMs;
    reporter.wait = { reason, untilMs };
    reporter.report();
    expect(reports[0]?.wait).toEqual(isTold ? { reason, leftMs, untilMs } : null);
  });
});
