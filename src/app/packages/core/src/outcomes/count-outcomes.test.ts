import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneOfEach } from '../testing/outcomes.ts';
import { countOutcomes, NO_OUTCOMES, sumCounts } from './count-outcomes.ts';
import { hasFailed, OUTCOME_KINDS } from './outcome.ts';

describe('countOutcomes', () => {
  it('counts every kind', () => {
    expect(Object.values(countOutcomes(oneOfEach()))).toEqual(OUTCOME_KINDS.map(() => 1));
  });

  it('adds up to the number of outcomes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...oneOfEach())), (outcomes) => {
        expect(sumCounts(countOutcomes(outcomes))).toBe(outcomes.length);
      }),
    );
  });

  it('counts nothing in nothing', () => {
    expect(countOutcomes([])).toEqual(NO_OUTCOMES);
  });
});

describe('hasFailed', () => {
  it('holds for everything that was not written, and for what nobody knows', () => {
    const failed = oneOfEach()
      .filter(hasFailed)
      .map(({ kind }) => kind);
    expect(failed).toEqual(['rejected', 'conflict', 'skipped', 'not-sent', 'unknown']);
  });
});
