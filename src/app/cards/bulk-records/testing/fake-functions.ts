import {
  ASSOCIATE_RECORDS,
  DESCRIBE_OBJECT_TYPE,
  headerSetOf,
  LIST_OBJECT_TYPES,
  MAPPING_MEMORY,
  mappingMemoryRequestSchema,
  READ_RECORDS,
  ROW_PROPERTY,
  RUN_JOURNAL,
  STANDARD_OBJECT_TYPES,
  withAliases,
  withCallingPlans,
  WRITE_RECORDS,
  type ObjectTypeDescription,
  type MappingMemoryReply,
  type Property,
  type RememberedMapping,
  type WriteInput,
} from '@bulk-records/core';
import { decodeWith, readRecordsRequestSchema, writeRecordsRequestSchema } from '@bulk-records/core';
import { answerAssociations } from './fake-associations.ts';
import { FakeJournal } from './fake-journal.ts';

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

/** A contact of the fake portal; it is found by its e-mail address and its id. */
export interface FakeRecord {
  readonly id: string;
  readonly properties: Record<string, string>;
}

/** What the fake portal holds when nobody says otherwise. */
export function usualRecords(): FakeRecord[] {
  return [{ id: '77', properties: { email: 'taken@example.org', firstname: 'Theo' } }];
}

/** Functions of a portal with these contacts; `bad@…` is refused, everything else is written. */
export function healthyFunctions(
  records: FakeRecord[] = usualRecords(),
  journal: FakeJournal = new FakeJournal(),
): FakeFunctions {
  return {
    [LIST_OBJECT_TYPES]: () => ({ ok: true, objectTypes: STANDARD_OBJECT_TYPES }),
    [DESCRIBE_OBJECT_TYPE]: () => ({ ok: true, description: contactDescription }),
    [WRITE_RECORDS]: (parameters) => answerWrites(parameters, records),
    [READ_RECORDS]: (parameters) => answerReads(parameters, records),
    [RUN_JOURNAL]: journal.answer,
    [MAPPING_MEMORY]: rememberInMemory(),
    [ASSOCIATE_RECORDS]: answerAssociations,
    [ROW_PROPERTY]: () => ({ ok: true, kind: 'made' }),
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

function answerReads(parameters: unknown, records: readonly FakeRecord[]): unknown {
  const request = decodeWith(readRecordsRequestSchema, parameters);
  if (!request.ok) return refusal(request.problems.join());
  const { ids, idProperty } = request.value;
  const find = (id: string) =>
    records.find((record) => (idProperty === undefined ? record.id : record.properties[idProperty]) === id);
  return {
    ok: true,
    records: ids.flatMap((id) => {
      const found = find(id);
      if (found === undefined) return [];
      const updatedAt = new Date(0).toISOString();
      return [{ id: found.id, properties: { ...found.properties }, archived: false, updatedAt }];
    }),
    missingIds: ids.filter((id) => find(id) === undefined),
    unreadIds: [],
    requests: [{ sentAt: 0, receivedAt: 1, status: 200 }],
  };
}

function refusal(message: string): unknown {
  return { ok: false, error: { code: 'bad-request', message, retryable: false } };
}

function answerWrites(parameters: unknown, records: FakeRecord[]): unknown {
  const request = decodeWith(writeRecordsRequestSchema, parameters);
  if (!request.ok) return refusal(request.problems.join());
  return {
    ok: true,
    batches: request.value.batches.map(({ batchId, inputs }) => ({
      batchId,
      answer: { kind: 'answered', status: 207, sentAt: 0, receivedAt: 1, body: answerBody(inputs, records) },
    })),
  };
}

/** Backwards, because HubSpot's order is not ours. */
function answerBody(inputs: readonly WriteInput[], records: FakeRecord[]): unknown {
  const backwards = [...inputs].reverse();
  const isBad = ({ id }: WriteInput) => id?.startsWith('bad') === true;
  return {
    status: 'COMPLETE',
    results: backwards.filter((input) => !isBad(input)).map((input) => write(input, records)),
    errors: backwards.filter(isBad).map((input) => ({
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: `Property values were not valid: [{"isValid":false,"message":"Email address ${input.id ?? ''} is invalid","error":"INVALID_EMAIL","name":"email"}]`,
      context: { objectWriteTraceId: [input.objectWriteTraceId] },
    })),
  };
}

/** An update names the record by its id, an upsert by its address. */
function write({ id, idProperty, properties, objectWriteTraceId }: WriteInput, records: FakeRecord[]) {
  const found = records.find((record) => record.id === id || record.properties['email'] === id);
  const record = found ?? { id: String(900 + records.length), properties: { email: id ?? '' } };
  if (found === undefined) records.push(record);
  Object.assign(record.properties, properties);
  return {
    id: record.id,
    ...(idProperty === undefined ? {} : { new: found === undefined }),
    properties: { ...record.properties },
    createdAt: new Date(0).toISOString(),
    updatedAt: new Date(0).toISOString(),
    objectWriteTraceId,
    url: `https://app.hubspot.com/contacts/1/record/0-1/${record.id}`,
    archived: false,
  };
}

/** A property of the fake portal's contacts: a text, unless told otherwise. */
export function property(name: string, label: string, changes: Partial<Property> = {}): Property {
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
  properties: contactProperties(),
  keys: [
    { property: 'email', label: 'Email', operations: ['upsert', 'update', 'archive'] },
    { property: 'hs_object_id', label: 'Record ID', operations: ['update', 'archive'] },
  ],
  requiredProperties: [],
};

function contactProperties(): Property[] {
  const properties = withAliases([
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
    property('lifecyclestage', 'Lifecycle stage', {
      type: 'enumeration',
      fieldType: 'radio',
      options: [
        { label: 'Lead', value: 'lead', hidden: false },
        { label: 'Customer', value: 'customer', hidden: false },
      ],
    }),
    property('hubspot_owner_id', 'Owner', {
      type: 'enumeration',
      fieldType: 'select',
      referencedObjectType: 'OWNER',
      options: [
        { label: 'Ann', value: '1', hidden: false },
        { label: 'Ben', value: '2', hidden: false },
      ],
    }),
    property('phone', 'Phone', { type: 'phone_number', fieldType: 'phonenumber' }),
    property('children', 'Children', { type: 'number', fieldType: 'number' }),
    property('interests', 'Interests', {
      type: 'enumeration',
      fieldType: 'checkbox',
      options: [
        { label: 'Solar power', value: 'solar', hidden: false },
        { label: 'Wind power', value: 'wind', hidden: false },
      ],
    }),
    property('createdate', 'Create date', { type: 'datetime', fieldType: 'date', readOnly: true }),
    property('hs_object_id', 'Record ID', {
      type: 'number',
      fieldType: 'number',
      readOnly: true,
      hasUniqueValue: true,
    }),
  ]);
  return withCallingPlans(properties);
}
