import type { Belonging } from './labelled/labelled-sheet.ts';

/** What a mapper said about a column: the property's name, or null where it left the column out. */
export interface MappedName {
  readonly belonging: Belonging;
  readonly mapped: string | null;
}

/**
 * `right` and `wrong` count mapped columns, `missed` those left out although they belong to a property. A column
 * mapped to the wrong property is `wrong` and also not found. Columns where nothing is as right count only when
 * they are mapped to something else.
 */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Columns that belong to a property. */
  readonly findable: number;
}

export const NO_SCORE: Score = { right: 0, wrong: 0, missed: 0, findable: 0 };

export function scoreMapping(names: readonly MappedName[]): Score {
  return names.map(scoreOne).reduce(addScores, NO_SCORE);
}

export function addScores(a: Score, b: Score): Score {
  return {
    right: a.right + b.right,
    wrong: a.wrong + b.wrong,
    missed: a.missed + b.missed,
    findable: a.findable + b.findable,
  };
}

/** Of the mapped columns the share that is right, 0 to 1; undefined where none was mapped. */
export function precisionOf({ right, wrong }: Score): number | undefined {
  return right + wrong === 0 ? undefined : right / (right + wrong);
}

/** Of the columns that belong to a property the share that was found, 0 to 1; undefined where none does. */
export function recallOf({ right, findable }: Score): number | undefined {
  return findable === 0 ? undefined : right / findable;
}

function scoreOne({ belonging, mapped }: MappedName): Score {
  switch (belonging.kind) {
    case 'property': {
      if (mapped === null) return { ...NO_SCORE, missed: 1, findable: 1 };
      const isRight = mapped === belonging.property;
      return isRight ? { ...NO_SCORE, right: 1, findable: 1 } : { ...NO_SCORE, wrong: 1, findable: 1 };
    }
    case 'nothing':
      return mapped === null ? NO_SCORE : { ...NO_SCORE, wrong: 1 };
    case 'either':
      return mapped === null || mapped === belonging.property ? NO_SCORE : { ...NO_SCORE, wrong: 1 };
  }
}
