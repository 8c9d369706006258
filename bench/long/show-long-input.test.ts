import { expect, it } from 'vitest';
import { msPerStep } from './show-long-input.ts';

const marksOf = (marks: readonly (readonly [number, number])[]) => ({
  stage: 'checking' as const,
  marks: marks.map(([rowCount, ms]) => ({ rowCount, ms })),
});

it('tells the time of steps of equal length from marks that stand elsewhere', () => {
  // A row takes one millisecond, from the sixty-first on two; the stage began at 100.
  const stage = marksOf([
    [30, 130],
    [60, 160],
    [90, 220],
    [120, 280],
  ]);
  expect(msPerStep(stage, 60)).toEqual([60, 120]);
  expect(msPerStep(stage, 40)).toEqual([40, 60, 80]);
  expect(msPerStep(stage, 50)).toEqual([50, 90]);
});
