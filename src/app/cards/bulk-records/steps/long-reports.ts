import { listFailures, writeFailuresCsv, writeOutcomesCsv, type RanChunk } from '@bulk-records/core';
import type { LongTask } from '../state/long-actions.ts';
import { reportWords } from './report-words.ts';
import { wordsForRun } from './row-words.ts';

/** What of a part is filed: all outcomes, and the rows that failed in their own columns. */
export function reportsOfChunks(portal: Parameters<typeof wordsForRun>[2]): LongTask['reportsOf'] {
  return ({ plan, outcomes, table }: RanChunk) => {
    const words = reportWords(wordsForRun(plan, outcomes, portal));
    const all = { report: 'outcomes', text: writeOutcomesCsv(outcomes, words) } as const;
    const failures = listFailures(outcomes);
    if (failures.length === 0) return [all];
    return [all, { report: 'failures', text: writeFailuresCsv(table, failures, words) }];
  };
}
