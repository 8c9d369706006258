import { ROW_PROPERTY, rowPropertyRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { refuseOperation } from './refuse-object-type.ts';
import { answerRowProperty } from './defining/answer-row-property.ts';

export const main = defineFunction({
  uid: ROW_PROPERTY,
  request: rowPropertyRequestSchema,
  refuse: ({ objectType }) => refuseOperation(objectType, 'create'),
  answer: answerRowProperty,
});
