import type { Outcome, Plan } from '@bulk-records/core';
import { describeOutcome } from '../copy/outcome-words.ts';
import { makeRecordFinder, type RecordFinder } from './record-link.ts';

/** What the screens and files say about the rows of one run. */
export interface RunWords {
  readonly reasonOf: (outcome: Outcome) => string;
  readonly recordOf: RecordFinder;
}

/** Sentences name properties by label and cells by what was sent. */
export function wordsForRun(
  plan: Plan,
  outcomes: readonly Outcome[],
  portal: Parameters<typeof makeRecordFinder>[1],
): RunWords {
  const sentBySlot = new Map(plan.toWrite.map((record) => [record.slot, record]));
  const words = {
    labelOf: (property: string) => plan.properties.get(property)?.label ?? property,
    valueOf: (slot: number, property: string) => {
      const sent = sentBySlot.get(slot);
      return sent?.properties[property] ?? (property === plan.keyProperty ? (sent?.key ?? null) : null);
    },
  };
  return {
    reasonOf: (outcome) => describeOutcome(outcome, words),
    recordOf: makeRecordFinder(outcomes, portal),
  };
}
