import { describe, expect, it } from 'vitest';
import { compareTimes, summarise } from './measure.ts';

describe('summarise', () => {
  it('names the middle, the least and the most by number, not by text', () => {
    expect(summarise([9, 100, 10])).toEqual({ medianMs: 10, minMs: 9, maxMs: 100 });
  });

  it('refuses to summarise nothing', () => {
    expect(() => summarise([])).toThrow('Nothing was timed');
  });
});

describe('compareTimes', () => {
  it('lets each side go first in every other turn', () => {
    const calls: string[] = [];
    compareTimes(
      () => calls.push('ours'),
      () => calls.push('peer'),
    );
    expect(calls.slice(0, 4)).toEqual(['ours', 'peer', 'peer', 'ours']);
  });

  it('calls both sides equally often, at least six times warm', () => {
    const calls: string[] = [];
    compareTimes(
      () => calls.push('ours'),
      () => calls.push('peer'),
    );
    const count = calls.filter((side) => side === 'ours').length;
    expect(calls).toHaveLength(2 * count);
    expect(count).toBeGreaterThanOrEqual(8);
  });
});
