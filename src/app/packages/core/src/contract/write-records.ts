import * as v from 'valibot';
import { apiVersionSchema } from './api-version.ts';
import { batchAnswerSchema } from './batch-answer.ts';
import { failureSchema } from './function-error.ts';
import { notAList } from './json.ts';
import { MAX_BATCHES_PER_CALL, MAX_INPUTS_PER_BATCH, MAX_VALUE_LENGTH, MAX_WORK_MS } from './limits.ts';
import { objectTypeSchema, propertyNameSchema } from './object-type.ts';
import { operationSchema } from './operation.ts';

export const WRITE_RECORDS = 'write_records';

const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const traceIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,100}$/, 'expected a trace id'));
export const recordIdSchema = v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'expected a record id'));

export const associationTypesSchema = v.pipe(
  v.array(
    v.strictObject({
      associationCategory: v.picklist(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED']),
      associationTypeId: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
  ),
  v.minLength(1),
  v.maxLength(10),
);

export const associationSchema = v.strictObject({
  to: v.strictObject({ id: recordIdSchema }),
  types: associationTypesSchema,
});

const writeInputSchema = v.strictObject({
  /** Unique in the whole run: HubSpot's answer is matched by it, and it makes HubSpot write partially. */
  objectWriteTraceId: traceIdSchema,
  /** Record id, or the value of `idProperty`. Absent for create. */
  id: v.optional(idSchema),
  idProperty: v.optional(propertyNameSchema),
  properties: v.optional(
    v.pipe(notAList, v.record(propertyNameSchema, v.pipe(v.string(), v.maxLength(MAX_VALUE_LENGTH)))),
    {},
  ),
  associations: v.optional(v.pipe(v.array(associationSchema), v.maxLength(100))),
});

const batchSchema = v.strictObject({
  batchId: traceIdSchema,
  inputs: v.pipe(v.array(writeInputSchema), v.minLength(1), v.maxLength(MAX_INPUTS_PER_BATCH)),
});

export const writeRecordsRequestSchema = v.strictObject({
  operation: operationSchema,
  objectType: objectTypeSchema,
  apiVersion: apiVersionSchema,
  /** Milliseconds of work after which batches not yet sent come back as `not-sent`. */
  workMs: v.pipe(v.number(), v.minValue(100), v.maxValue(MAX_WORK_MS)),
  /** The call's allowance of HubSpot requests: a batch beyond it comes back as `not-sent`. */
  maxRequests: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_BATCHES_PER_CALL)),
  batches: v.pipe(v.array(batchSchema), v.minLength(1), v.maxLength(MAX_BATCHES_PER_CALL)),
});

export const writeRecordsReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    /** One answer for every batch of the request, in the request's order. */
    batches: v.array(v.object({ batchId: v.string(), answer: batchAnswerSchema })),
  }),
  failureSchema,
]);

export type AssociationType = v.InferOutput<typeof associationTypesSchema>[number];
export type Association = v.InferOutput<typeof associationSchema>;
export type WriteInput = v.InferOutput<typeof writeInputSchema>;
export type WriteRecordsRequest = v.InferOutput<typeof writeRecordsRequestSchema>;
export type WriteRecordsReply = v.InferOutput<typeof writeRecordsReplySchema>;
