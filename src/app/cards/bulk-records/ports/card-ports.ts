import {
  ASSOCIATE_RECORDS,
  associateRecordsReplySchema,
  CARD_WORDS,
  cardWordsReplySchema,
  DESCRIBE_OBJECT_TYPE,
  describeObjectTypeReplySchema,
  IMPORT_RECORDS,
  importRecordsReplySchema,
  LIST_OBJECT_TYPES,
  listObjectTypesReplySchema,
  MAPPING_MEMORY,
  mappingMemoryReplySchema,
  READ_RECORDS,
  ROW_PROPERTY,
  rowPropertyReplySchema,
  readRecordsReplySchema,
  WRITE_RECORDS,
  writeRecordsReplySchema,
  type ApiVersion,
  type AssociateRecordsReply,
  type AssociateRecordsRequest,
  type CardWordsReply,
  type CardWordsRequest,
  type DescribeObjectTypeReply,
  type FunctionAnswer,
  type ImportPort,
  type ListObjectTypesReply,
  type MappingMemoryReply,
  type MappingMemoryRequest,
  type RowPropertyReply,
  type RowPropertyRequest,
  type RunPorts,
  type SlicePorts,
} from '@bulk-records/core';
import { callFunction } from './call-function.ts';

/** Everything the card needs of HubSpot, one function call each. */
export interface CardPorts extends Omit<RunPorts, 'report'>, SlicePorts {
  cardWords(request: CardWordsRequest): Promise<FunctionAnswer<CardWordsReply>>;
  readonly listObjectTypes: () => Promise<FunctionAnswer<ListObjectTypesReply>>;
  describeObjectType(
    objectType: string,
    apiVersion: ApiVersion,
  ): Promise<FunctionAnswer<DescribeObjectTypeReply>>;
  associateRecords(request: AssociateRecordsRequest): Promise<FunctionAnswer<AssociateRecordsReply>>;
  readonly importRecords: ImportPort;
  mappingMemory(request: MappingMemoryRequest): Promise<FunctionAnswer<MappingMemoryReply>>;
  rowProperty(request: RowPropertyRequest): Promise<FunctionAnswer<RowPropertyReply>>;
  /** Letters and digits, unique per run. */
  readonly newRunId: () => string;
}

export const cardPorts: CardPorts = {
  cardWords: (request) => callFunction(CARD_WORDS, request, cardWordsReplySchema),
  listObjectTypes: () => callFunction(LIST_OBJECT_TYPES, {}, listObjectTypesReplySchema),
  describeObjectType: (objectType, apiVersion) =>
    callFunction(DESCRIBE_OBJECT_TYPE, { objectType, apiVersion }, describeObjectTypeReplySchema),
  associateRecords: (request) => callFunction(ASSOCIATE_RECORDS, request, associateRecordsReplySchema),
  importRecords: (request) => callFunction(IMPORT_RECORDS, request, importRecordsReplySchema),
  mappingMemory: (request) => callFunction(MAPPING_MEMORY, request, mappingMemoryReplySchema),
  rowProperty: (request) => callFunction(ROW_PROPERTY, request, rowPropertyReplySchema),
  writeRecords: (request) => callFunction(WRITE_RECORDS, request, writeRecordsReplySchema),
  readRecords: (request) => callFunction(READ_RECORDS, request, readRecordsReplySchema),
  sleep: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
  nextTurn: (resume) => {
    setTimeout(resume, 0);
  },
  now: () => Date.now(),
  random: () => Math.random(),
  newRunId: () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`,
};
