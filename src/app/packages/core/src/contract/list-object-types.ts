import * as v from 'valibot';
import { failureSchema } from './function-error.ts';
import { objectTypeSchema } from './object-type.ts';
import { operationSchema } from './operation.ts';

export const LIST_OBJECT_TYPES = 'list_object_types';

export const listObjectTypesRequestSchema = v.strictObject({});

const offeredObjectTypeSchema = v.object({
  /** How paths name it: `contacts`, or the type id of a custom object. */
  objectType: objectTypeSchema,
  objectTypeId: v.string(),
  singularLabel: v.string(),
  pluralLabel: v.string(),
  operations: v.array(operationSchema),
});

export const listObjectTypesReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    objectTypes: v.array(offeredObjectTypeSchema),
    /** Said to the admin when a part of the list could not be had, e.g. custom objects without their scope. */
    notes: v.optional(v.array(v.object({ code: v.string(), scopes: v.array(v.string()) })), []),
  }),
  failureSchema,
]);

export type OfferedObjectType = v.InferOutput<typeof offeredObjectTypeSchema>;
export type ListObjectTypesReply = v.InferOutput<typeof listObjectTypesReplySchema>;
