import { describe, expect, it } from 'vitest';
import type { Belonging } from './labelled/labelled-sheet.ts';
import { addScores, NO_SCORE, precisionOf, recallOf, scoreMapping } from './score-mapping.ts';
import type { MappedName, Score } from './score-mapping.ts';

const city: Belonging = { kind: 'property', property: 'city' };
const nothing: Belonging = { kind: 'nothing' };
const maybeCity: Belonging = { kind: 'either', property: 'city' };

describe('scoreMapping', () => {
  it.each<readonly [string, MappedName, Partial<Score>]>([
    ['the right property is right and found', { belonging: city, mapped: 'city' }, { right: 1, findable: 1 }],
    [
      'another property is wrong and not found',
      { belonging: city, mapped: 'state' },
      { wrong: 1, findable: 1 },
    ],
    ['nothing for a property is missed', { belonging: city, mapped: null }, { missed: 1, findable: 1 }],
    ['nothing for nothing does not count', { belonging: nothing, mapped: null }, {}],
    ['a property for nothing is wrong', { belonging: nothing, mapped: 'city' }, { wrong: 1 }],
    ['the property of an either does not count', { belonging: maybeCity, mapped: 'city' }, {}],
    ['nothing for an either does not count', { belonging: maybeCity, mapped: null }, {}],
    ['another property for an either is wrong', { belonging: maybeCity, mapped: 'state' }, { wrong: 1 }],
  ])('%s', (_, name, expected) => {
    expect(scoreMapping([name])).toEqual({ ...NO_SCORE, ...expected });
  });

  it('adds up columns', () => {
    const names = [
      { belonging: city, mapped: 'city' },
      { belonging: nothing, mapped: 'state' },
    ];
    expect(scoreMapping(names)).toEqual({ right: 1, wrong: 1, missed: 0, findable: 1 });
  });
});

describe('precision and recall', () => {
  const score: Score = { right: 6, wrong: 2, missed: 4, findable: 12 };

  it('take the right ones from the mapped and from the findable', () => {
    expect(precisionOf(score)).toBe(0.75);
    expect(recallOf(score)).toBe(0.5);
  });

  it('do not exist where nothing was mapped or nothing could be found', () => {
    expect(precisionOf(NO_SCORE)).toBeUndefined();
    expect(recallOf(NO_SCORE)).toBeUndefined();
  });

  it('come from sums, so that a large source weighs more', () => {
    expect(addScores(score, { right: 2, wrong: 0, missed: 0, findable: 2 })).toEqual({
      right: 8,
      wrong: 2,
      missed: 4,
      findable: 14,
    });
  });
});
