import { READ_RECORDS, readRecordsRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { answerRead } from './reading/answer-read.ts';
import { refuseObjectType } from './refuse-object-type.ts';

export const main = defineFunction({
  uid: READ_RECORDS,
  request: readRecordsRequestSchema,
  refuse: (request) => refuseObjectType(request.objectType),
  answer: answerRead,
});
