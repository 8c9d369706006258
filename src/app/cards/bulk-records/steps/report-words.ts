import type { ReportWords } from '@bulk-records/core';
import { WORDS } from '../copy/flow-words.ts';
import { OUTCOME_NAMES } from '../copy/outcome-words.ts';
import type { RunWords } from './row-words.ts';

export function reportWords(words: RunWords): ReportWords {
  return { ...words, headers: WORDS.csvHeaders, outcomeNames: OUTCOME_NAMES };
}
