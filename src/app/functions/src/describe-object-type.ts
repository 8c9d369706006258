import { DESCRIBE_OBJECT_TYPE, describeObjectTypeRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { answerDescribe } from './describing/answer-describe.ts';
import { refuseObjectType } from './refuse-object-type.ts';

export const main = defineFunction({
  uid: DESCRIBE_OBJECT_TYPE,
  request: describeObjectTypeRequestSchema,
  refuse: (request) => refuseObjectType(request.objectType),
  answer: answerDescribe,
});
