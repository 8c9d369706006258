import { ASSOCIATE_RECORDS, associateRecordsRequestSchema } from '@bulk-records/core/contract';
import { answerAssociate } from './associating/answer-associate.ts';
import { defineFunction } from './define-function.ts';
import { refuseObjectType } from './refuse-object-type.ts';

export const main = defineFunction({
  uid: ASSOCIATE_RECORDS,
  request: associateRecordsRequestSchema,
  refuse: ({ fromObjectType, toObjectType }) =>
    refuseObjectType(fromObjectType) ?? refuseObjectType(toObjectType),
  answer: answerAssociate,
});
