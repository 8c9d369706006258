import { RUN_JOURNAL, runJournalRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { answerJournal } from './journaling/answer-journal.ts';

export const main = defineFunction({
  uid: RUN_JOURNAL,
  request: runJournalRequestSchema,
  answer: answerJournal,
});
