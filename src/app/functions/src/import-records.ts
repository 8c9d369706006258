import { IMPORT_RECORDS, importRecordsRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { answerImport } from './importing/answer-import.ts';
import { findImportProblems } from './importing/find-import-problems.ts';
import { refuseOperation } from './refuse-object-type.ts';

export const main = defineFunction({
  uid: IMPORT_RECORDS,
  request: importRecordsRequestSchema,
  findProblems: findImportProblems,
  refuse: (request) =>
    request.task === 'start' ? refuseOperation(request.objectType, request.operation) : undefined,
  answer: answerImport,
});
