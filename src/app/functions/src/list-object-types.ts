import { LIST_OBJECT_TYPES, listObjectTypesRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { answerList } from './listing/answer-list.ts';

export const main = defineFunction({
  uid: LIST_OBJECT_TYPES,
  request: listObjectTypesRequestSchema,
  answer: answerList,
});
