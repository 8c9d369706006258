import { MAPPING_MEMORY, mappingMemoryRequestSchema } from '@bulk-records/core/contract';
import { defineFunction } from './define-function.ts';
import { refuseObjectType } from './refuse-object-type.ts';
import { answerMemory } from './remembering/answer-memory.ts';
import { subjectOf } from './remembering/mapping-path.ts';

export const main = defineFunction({
  uid: MAPPING_MEMORY,
  request: mappingMemoryRequestSchema,
  refuse: (request) => refuseObjectType(subjectOf(request).objectType),
  answer: answerMemory,
});
