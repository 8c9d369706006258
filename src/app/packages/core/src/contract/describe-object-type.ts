import * as v from 'valibot';
import { apiVersionSchema } from './api-version.ts';
import { failureSchema } from './function-error.ts';
import { objectTypeSchema } from './object-type.ts';
import { operationSchema } from './operation.ts';

export const DESCRIBE_OBJECT_TYPE = 'describe_object_type';

export const describeObjectTypeRequestSchema = v.strictObject({
  objectType: objectTypeSchema,
  apiVersion: apiVersionSchema,
});

const optionSchema = v.object({
  label: v.string(),
  value: v.string(),
  hidden: v.optional(v.boolean(), false),
  /** Of a stage: the pipeline it belongs to. */
  pipeline: v.optional(v.string()),
});

const propertySchema = v.object({
  name: v.string(),
  label: v.string(),
  /** bool, date, datetime, enumeration, number, phone_number, string; HubSpot may add more. */
  type: v.string(),
  fieldType: v.string(),
  groupName: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  options: v.array(optionSchema),
  /** HubSpot checks values against a list it does not give here (owners, pipeline stages). */
  externalOptions: v.boolean(),
  referencedObjectType: v.optional(v.string()),
  /** From `modificationMetadata.readOnlyValue`, which alone decides; `calculated` is unreliable. */
  readOnly: v.boolean(),
  calculated: v.optional(v.boolean(), false),
  hidden: v.optional(v.boolean(), false),
  hasUniqueValue: v.boolean(),
  /** Headers that mean it in other systems, as far as they are known. */
  aliases: v.optional(v.array(v.string())),
  /** Of a phone property: how numbers are dialled in each country, as `withCallingPlans` writes it. */
  callingPlans: v.optional(v.string()),
});

const keySchema = v.object({
  property: v.string(),
  label: v.string(),
  /** Operations in which HubSpot accepts it as `idProperty`; `hs_object_id` stands for the record id. */
  operations: v.array(operationSchema),
});

export const objectTypeDescriptionSchema = v.object({
  objectType: objectTypeSchema,
  objectTypeId: v.string(),
  singularLabel: v.string(),
  pluralLabel: v.string(),
  properties: v.array(propertySchema),
  keys: v.array(keySchema),
  /** Properties people know a record by, not unique: search finds records by them, and often several. */
  names: v.optional(v.array(v.string())),
  requiredProperties: v.array(v.string()),
});

export const describeObjectTypeReplySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), description: objectTypeDescriptionSchema }),
  failureSchema,
]);

export type Property = v.InferOutput<typeof propertySchema>;
export type PropertyOption = v.InferOutput<typeof optionSchema>;
export type Key = v.InferOutput<typeof keySchema>;
export type ObjectTypeDescription = v.InferOutput<typeof objectTypeDescriptionSchema>;
export type DescribeObjectTypeReply = v.InferOutput<typeof describeObjectTypeReplySchema>;

/** The property that holds the record id, and this product's name for "matched by record id". */
export const RECORD_ID_PROPERTY = 'hs_object_id';
