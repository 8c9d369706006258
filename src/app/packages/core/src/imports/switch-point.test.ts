import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SWITCH_SETTINGS, estimateWays } from './switch-point.ts';

const pace = { requestsPerSecond: 10, requestsLeftToday: 100_000 };

function estimate(rows: number, change: Partial<typeof pace> = {}) {
  const bytes = rows * 120;
  return estimateWays(
    { rows, bytes, files: Math.max(1, Math.ceil(bytes / 6_000_000)) },
    { ...pace, ...change },
  );
}

describe('the two ways to write a job', () => {
  it('cost requests and seconds', () => {
    expect(estimate(100_000)).toEqual({
      batches: { requests: 1000, seconds: 100 },
      imports: {
        // Two files: 12 MB up in 12 s, 400 rows a second, 25 looks at two imports, errors once each, all read back.
        requests: 2 + 50 + 2 + 1000,
        seconds: 12 + 250 + 100,
        uploadSeconds: 12,
        settleSeconds: 100,
      },
      proposed: 'imports',
    });
  });

  it.each([
    [DEFAULT_SWITCH_SETTINGS.importAboveRows, 'batches'],
    [DEFAULT_SWITCH_SETTINGS.importAboveRows + 1, 'imports'],
  ])('change at the switch point: %i rows by %s', (rows, proposed) => {
    expect(estimate(rows).proposed).toBe(proposed);
  });

  it('propose imports where batches are more than the day has left', () => {
    expect(estimate(10_000, { requestsLeftToday: 99 }).proposed).toBe('imports');
    expect(estimate(10_000, { requestsLeftToday: 100 }).proposed).toBe('batches');
  });

  it('never say less for more rows', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (one, other) => {
        const [less, more] = [estimate(Math.min(one, other)), estimate(Math.max(one, other))];
        expect(more.batches.seconds).toBeGreaterThanOrEqual(less.batches.seconds);
        expect(more.imports.uploadSeconds).toBeGreaterThanOrEqual(less.imports.uploadSeconds);
        expect(more.imports.settleSeconds).toBeGreaterThanOrEqual(less.imports.settleSeconds);
        expect(Number.isFinite(more.imports.seconds)).toBe(true);
      }),
    );
  });
});
