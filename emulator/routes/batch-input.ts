import * as v from 'valibot';
import type { Behaviour } from '../behaviour.ts';
import { decodeBody, notArray } from '../http/decode-body.ts';
import type { Decoded, JavaTypes } from '../http/decode-body.ts';
import type { RowInput } from '../writes/row.ts';
import type { WriteOperation } from '../writes/write-batch.ts';

/** HubSpot's reader turns any scalar into a text; ids arrive as numbers in recorded traffic. */
const scalar = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const properties = v.pipe(notArray, v.record(v.string(), v.nullable(scalar)));
const traceId = v.nullish(scalar);
const idProperty = v.nullish(v.string());
const associationType = v.object({ associationCategory: v.string(), associationTypeId: v.number() });
const association = v.object({ to: v.object({ id: scalar }), types: v.array(associationType) });

const createInput = v.pipe(
  notArray,
  v.object({ properties, objectWriteTraceId: traceId, associations: v.nullish(v.array(association)) }),
);
const keyedInput = v.pipe(
  notArray,
  v.object({ id: scalar, properties, idProperty, objectWriteTraceId: traceId }),
);
const archiveInput = v.pipe(notArray, v.object({ id: scalar }));
function batchOf<T>(input: v.GenericSchema<unknown, T>) {
  return v.pipe(notArray, v.object({ inputs: v.array(input) }));
}

const readBody = v.pipe(
  notArray,
  v.object({
    inputs: v.array(archiveInput),
    properties: v.nullish(v.array(v.string())),
    propertiesWithHistory: v.nullish(v.array(v.string())),
    idProperty,
  }),
);

const javaPackage = 'com.hubspot.inbounddb.publicobject.core.v2';

function javaTypes(shape: string): JavaTypes {
  return { body: `${javaPackage}.${shape}BatchInput$Json`, input: `${javaPackage}.${shape}Input$Json` };
}

type RawProperties = v.InferOutput<typeof properties>;

function presentProperties(
  raw: RawProperties,
  nullValue: Behaviour['nullValue'],
): Readonly<Record<string, string>> {
  const entries = Object.entries(raw).flatMap(([name, value]) => {
    if (value !== null) return [[name, value] as const];
    return nullValue === 'clears' ? [[name, ''] as const] : [];
  });
  return Object.fromEntries(entries);
}

function identity(input: {
  objectWriteTraceId?: string | null | undefined;
  idProperty?: string | null | undefined;
}): {
  readonly traceId?: string;
  readonly idProperty?: string;
} {
  return {
    ...(typeof input.objectWriteTraceId === 'string' ? { traceId: input.objectWriteTraceId } : {}),
    ...(typeof input.idProperty === 'string' ? { idProperty: input.idProperty } : {}),
  };
}

function createRow(input: v.InferOutput<typeof createInput>, nullValue: Behaviour['nullValue']): RowInput {
  const associations = (input.associations ?? []).map(({ to, types }) => ({
    toId: to.id,
    types: types.map((type) => ({ category: type.associationCategory, typeId: type.associationTypeId })),
  }));
  return { ...identity(input), properties: presentProperties(input.properties, nullValue), associations };
}

function mapDecoded<T, U>(decoded: Decoded<T>, map: (value: T) => U): Decoded<U> {
  return decoded.kind === 'decoded' ? { kind: 'decoded', value: map(decoded.value) } : decoded;
}

export function decodeCreateInput(text: string, behaviour: Behaviour): Decoded<RowInput> {
  const types = { body: `${javaPackage}.SimplePublicObjectInput$Json`, input: 'java.lang.String' };
  return mapDecoded(decodeBody(text, createInput, types), (input) => createRow(input, behaviour.nullValue));
}

/** The body of a single-object PATCH. */
export function decodePatchProperties(text: string, behaviour: Behaviour): Decoded<RowInput['properties']> {
  const types = { body: `${javaPackage}.SimplePublicObjectInput$Json`, input: 'java.lang.String' };
  const decoded = decodeBody(text, v.pipe(notArray, v.object({ properties })), types);
  return mapDecoded(decoded, (input) => presentProperties(input.properties, behaviour.nullValue));
}

/** The inputs of a batch write in the order they were sent. */
export function decodeWriteInputs(
  operation: WriteOperation,
  text: string,
  { nullValue }: Behaviour,
): Decoded<readonly RowInput[]> {
  if (operation === 'create') {
    const decoded = decodeBody(text, batchOf(createInput), javaTypes('SimplePublicObject'));
    return mapDecoded(decoded, ({ inputs }) => inputs.map((input) => createRow(input, nullValue)));
  }
  const decoded = decodeBody(text, batchOf(keyedInput), javaTypes('SimplePublicObject'));
  return mapDecoded(decoded, ({ inputs }) =>
    inputs.map((input) => ({
      ...identity(input),
      id: input.id,
      properties: presentProperties(input.properties, nullValue),
      associations: [],
    })),
  );
}

export function decodeArchiveIds(text: string): Decoded<readonly string[]> {
  const decoded = decodeBody(text, batchOf(archiveInput), javaTypes('SimplePublicObjectId'));
  return mapDecoded(decoded, ({ inputs }) => inputs.map(({ id }) => id));
}

export interface ReadInput {
  readonly ids: readonly string[];
  readonly idProperty: string | undefined;
  readonly properties: readonly string[];
  readonly propertiesWithHistory: readonly string[];
}

export function decodeReadInput(text: string): Decoded<ReadInput> {
  return mapDecoded(decodeBody(text, readBody, javaTypes('SimplePublicObjectId')), (body) => ({
    ids: body.inputs.map(({ id }) => id),
    idProperty: body.idProperty ?? undefined,
    properties: body.properties ?? [],
    propertiesWithHistory: body.propertiesWithHistory ?? [],
  }));
}
