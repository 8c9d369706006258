import type { Outcome, Plan } from '@bulk-records/core';
import { describeAssociationsOf } from '../copy/association-words.ts';
import { describeOutcome, type RowWords } from '../copy/outcome-words.ts';
import { makeRecordFinder, type RecordFinder } from './record-link.ts';

/** What the screens and files say about the rows of one run. */
export interface RunWords {
  readonly reasonOf: (outcome: Outcome) => string;
  readonly recordOf: RecordFinder;
}

export function wordsForRun(
  plan: Plan,
  outcomes: readonly Outcome[],
  portal: Parameters<typeof makeRecordFinder>[1],
): RunWords {
  const words = rowWords(plan);
  return {
    reasonOf: (outcome) =>
      [describeOutcome(outcome, words), describeAssociationsOf(outcome)]
        .filter((said) => said !== '')
        .join(' '),
    recordOf: makeRecordFinder(outcomes, portal),
  };
}

/** Sentences name properties by label and cells by what was sent. */
export function rowWords(plan: Plan): RowWords {
  const plannedBySlot = new Map(plan.rows.map((row) => [row.slot, row]));
  return {
    labelOf: (property) => plan.properties.get(property)?.label ?? property,
    valueOf: (slot, property) => {
      const planned = plannedBySlot.get(slot);
      const sent =
        planned !== undefined && 'properties' in planned ? planned.properties[property] : undefined;
      return sent ?? (property === plan.keyProperty ? (planned?.key ?? null) : null);
    },
    plannedOf: (slot) => plannedBySlot.get(slot),
  };
}
