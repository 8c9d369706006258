import { describe, expect, it } from 'vitest';

import type { CallReport } from '../pace/pacer.ts';
import { countSilentCalls, NO_SILENT_CALLS, type SilentCalls } from './silent-calls.ts';

const SILENT: CallReport = { kind: 'silent' };
const TOLD: CallReport = { kind: 'told', requests: [], unknownRequests: 1 };

function after(
  ...calls: readonly (readonly [sinceMs: number, nowMs: number, report: CallReport])[]
): SilentCalls {
  return calls.reduce(
    (before, [since, nowMs, report]) =>
      countSilentCalls(before, { report, permit: { id: 1, requests: 1, since }, nowMs }),
    NO_SILENT_CALLS,
  );
}

describe('silent calls', () => {
  it('are counted one after the other', () => {
    expect(after([0, 10, SILENT], [20, 30, SILENT]).count).toBe(2);
  });

  it('are one when they were open together', () => {
    expect(after([0, 10, SILENT], [5, 12, SILENT], [9, 14, SILENT]).count).toBe(1);
  });

  it('are forgotten with the first call that did something', () => {
    expect(after([0, 10, SILENT], [20, 30, TOLD]).count).toBe(0);
    expect(after([0, 10, SILENT], [20, 30, TOLD], [5, 40, SILENT]).count).toBe(1);
  });
});
