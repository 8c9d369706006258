import {
  DESCRIBE_OBJECT_TYPE,
  headerSetOf,
  LIST_OBJECT_TYPES,
  MAPPING_MEMORY,
  mappingMemoryRequestSchema,
  READ_RECORDS,
  STANDARD_OBJECT_TYPES,
  WRITE_RECORDS,
  type ObjectTypeDescription,
  type MappingMemoryReply,
  type Property,
  type RememberedMapping,
  type WriteInput,
} from '@bulk-records/core';
import { decodeWith, writeRecordsRequestSchema } from '@bulk-records/core';

type FakeFunction = (parameters: unknown) => unknown;

export type FakeFunctions = Readonly<Record<string, FakeFunction>>;

/** Stands in for `self.serverless`: HubSpot's SDK calls it for every `hubspot.serverless`. */
export function serverlessOf(functions: FakeFunctions) {
  return async (uid: string, options: { readonly parameters?: unknown }): Promise<unknown> => {
    const called = functions[uid];
    await Promise.resolve();
    if (!called) throw new Error(`No function ${uid}`);
    return called(options.parameters);
  };
}

/** Functions of a portal in which `taken@…` exists, `bad@…` is refused and everything else is created. */
export function healthyFunctions(): FakeFunctions {
  return {
    [LIST_OBJECT_TYPES]: () => ({ ok: true, objectTypes: STANDARD_OBJECT_TYPES }),
    [DESCRIBE_OBJECT_TYPE]: () => ({ ok: true, description: contactDescription }),
    [WRITE_RECORDS]: answerWrites,
    [MAPPING_MEMORY]: rememberInMemory(),
    [READ_RECORDS]: () => ({ ok: true, records: [], missingIds: [], unreadIds: [] }),
  };
}

/** A portal's memory, as long as a test. */
function rememberInMemory(): FakeFunction {
  const mappings = new Map<string, RememberedMapping>();
  return (parameters): MappingMemoryReply => {
    const request = decodeWith(mappingMemoryRequestSchema, parameters);
    if (!request.ok) throw new Error(request.problems.join());
    const call = request.value;
    const { objectType, headers } =
      call.operation === 'keep'
        ? { ...call.mapping, headers: call.mapping.columns.map(({ header }) => header) }
        : call;
    const key = JSON.stringify([objectType, headerSetOf(headers)]);
    if (call.operation === 'keep') mappings.set(key, call.mapping);
    if (call.operation === 'forget') mappings.delete(key);
    const mapping = mappings.get(key);
    return { ok: true, memory: mapping ? { kind: 'mapping', mapping } : { kind: 'nothing' } };
  };
}

function answerWrites(parameters: unknown): unknown {
  const request = decodeWith(writeRecordsRequestSchema, parameters);
  if (!request.ok)
    return { ok: false, error: { code: 'bad-request', message: request.problems.join(), retryable: false } };
  return {
    ok: true,
    batches: request.value.batches.map(({ batchId, inputs }) => ({
      batchId,
      answer: { kind: 'answered', status: 207, sentAt: 0, receivedAt: 1, body: answerBody(inputs) },
    })),
  };
}

/** Backwards, because HubSpot's order is not ours. */
function answerBody(inputs: readonly WriteInput[]): unknown {
  const backwards = [...inputs].reverse();
  const isBad = ({ id }: WriteInput) => id?.startsWith('bad') === true;
  return {
    status: 'COMPLETE',
    results: backwards
      .filter((input) => !isBad(input))
      .map((input, index) => ({
        id: String(900 + index),
        new: input.id?.startsWith('taken') !== true,
        properties: { email: input.id ?? '', ...input.properties },
        objectWriteTraceId: input.objectWriteTraceId,
        url: `https://app.hubspot.com/contacts/1/record/0-1/${900 + index}`,
        archived: false,
      })),
    errors: backwards.filter(isBad).map((input) => ({
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: `Property values were not valid: [{"isValid":false,"message":"Email address ${input.id ?? ''} is invalid","error":"INVALID_EMAIL","name":"email"}]`,
      context: { objectWriteTraceId: [input.objectWriteTraceId] },
    })),
  };
}

function property(name: string, label: string, changes: Partial<Property> = {}): Property {
  return {
    name,
    label,
    type: 'string',
    fieldType: 'text',
    groupName: 'contactinformation',
    description: '',
    options: [],
    externalOptions: false,
    readOnly: false,
    calculated: false,
    hidden: false,
    hasUniqueValue: false,
    ...changes,
  };
}

export const contactDescription: ObjectTypeDescription = {
  objectType: 'contacts',
  objectTypeId: '0-1',
  singularLabel: 'Contact',
  pluralLabel: 'Contacts',
  properties: [
    property('email', 'Email'),
    property('firstname', 'First name'),
    property('lastname', 'Last name'),
    property('birthday', 'Birthday', { type: 'date', fieldType: 'date' }),
    property('level', 'Level', {
      type: 'enumeration',
      fieldType: 'select',
      options: [
        { label: 'Silver', value: 'lvl_2', hidden: false },
        { label: 'Gold', value: 'lvl_3', hidden: false },
      ],
    }),
    property('createdate', 'Create date', { type: 'datetime', fieldType: 'date', readOnly: true }),
    property('hs_object_id', 'Record ID', {
      type: 'number',
      fieldType: 'number',
      readOnly: true,
      hasUniqueValue: true,
    }),
  ],
  keys: [
    { property: 'email', label: 'Email', operations: ['upsert'] },
    { property: 'hs_object_id', label: 'Record ID', operations: ['update', 'archive'] },
  ],
  requiredProperties: [],
};
