import { type OutcomeKind, type ReportWords } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import type { RunWords } from './row-words.ts';

export function reportWords(words: RunWords): ReportWords {
  return {
    ...words,
    headers: {
      row: say('csv.row'),
      key: say('csv.key'),
      outcome: say('csv.outcome'),
      recordId: say('csv.recordId'),
      recordLink: say('csv.recordLink'),
      reason: say('csv.reason'),
      made: say('csv.associationsMade'),
      held: say('csv.associationsHeld'),
      open: say('csv.associationsOpen'),
    },
    nameOf: (kind: OutcomeKind) => say(`outcome.${kind}`),
  };
}
