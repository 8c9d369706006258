import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUploadStep, SETTLES_AFTER_MS } from './next-upload-step.ts';

const LOST = 1_000_000;

function stepAfter(looks: readonly (readonly [afterMs: number, ...importIds: string[]])[], hasKeys = true) {
  return nextUploadStep({
    lostAt: LOST,
    hasKeys,
    looks: looks.map(([afterMs, ...importIds]) => ({ atMs: LOST + afterMs, importIds })),
  });
}

describe('a slice whose upload got no answer', () => {
  it('is looked for at once, and again in a while', () => {
    expect(stepAfter([])).toEqual({ kind: 'look-again', atMs: LOST });
    expect(stepAfter([[500]])).toEqual({ kind: 'look-again', atMs: LOST + 20_500 });
  });

  it('is followed as soon as it shows', () => {
    expect(stepAfter([[500], [20_500, '7']])).toEqual({ kind: 'follow', importIds: ['7'] });
  });

  it('is followed twice where it arrived twice', () => {
    expect(
      stepAfter([
        [500, '7', '8'],
        [20_500, '7'],
      ]),
    ).toEqual({ kind: 'follow', importIds: ['7', '8'] });
  });

  it('is sent again once it had the time to show', () => {
    expect(stepAfter([[500], [SETTLES_AFTER_MS]])).toEqual({ kind: 'send-again' });
  });

  it('is not sent again where that could double records', () => {
    expect(stepAfter([[SETTLES_AFTER_MS]], false)).toEqual({ kind: 'give-up' });
  });

  it('is never sent again on the word of an early list, and always comes to an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(SETTLES_AFTER_MS - 1), { maxLength: 9 }),
        fc.boolean(),
        (early, hasKeys) => {
          const looks = early.map((afterMs): readonly [number] => [afterMs]);
          const step = stepAfter(looks, hasKeys);
          if (step.kind !== 'look-again') throw new Error(step.kind);
          expect(step.atMs).toBeGreaterThanOrEqual(LOST);
          expect(step.atMs).toBeLessThanOrEqual(LOST + SETTLES_AFTER_MS);
          const latest = Math.max(0, ...early);
          if (early.length > 0) expect(step.atMs).toBeGreaterThan(LOST + latest);
        },
      ),
    );
  });
});
