import { MAX_WRITE_BYTES, WRITE_RECORDS, writeRecordsRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { refuseOperation } from './refuse-object-type.ts';
import { answerWrite } from './writing/answer-write.ts';
import { findWriteProblems } from './writing/find-write-problems.ts';

export const main = defineFunction({
  uid: WRITE_RECORDS,
  request: writeRecordsRequestSchema,
  maxBytes: MAX_WRITE_BYTES,
  findProblems: findWriteProblems,
  refuse: (request) => refuseOperation(request.objectType, request.operation),
  answer: answerWrite,
});
