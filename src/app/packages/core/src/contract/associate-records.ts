import * as v from 'valibot';
import { apiVersionSchema } from './api-version.ts';
import { requestReportSchema } from './batch-answer.ts';
import { failureSchema } from './function-error.ts';
import { MAX_PAIRS_PER_CALL, MAX_WORK_MS } from './limits.ts';
import { objectTypeSchema } from './object-type.ts';
import { associationTypesSchema, recordIdSchema } from './write-records.ts';

export const ASSOCIATE_RECORDS = 'associate_records';

const between = {
  apiVersion: apiVersionSchema,
  fromObjectType: objectTypeSchema,
  toObjectType: objectTypeSchema,
  workMs: v.pipe(v.number(), v.minValue(100), v.maxValue(MAX_WORK_MS)),
};

const pairSchema = v.strictObject({
  fromId: recordIdSchema,
  toId: recordIdSchema,
  types: associationTypesSchema,
});

/** Each call makes one request. */
export const associateRecordsRequestSchema = v.variant('operation', [
  /** The ways in which records of the two types can be associated. */
  v.strictObject({ operation: v.literal('list-types'), ...between }),
  v.strictObject({
    operation: v.literal('read'),
    ...between,
    fromIds: v.pipe(v.array(recordIdSchema), v.minLength(1), v.maxLength(MAX_PAIRS_PER_CALL)),
  }),
  /** Safe to repeat: what is there already stays as it is. */
  v.strictObject({
    operation: v.literal('create'),
    ...between,
    pairs: v.pipe(v.array(pairSchema), v.minLength(1), v.maxLength(MAX_PAIRS_PER_CALL)),
  }),
]);

const typeSchema = v.object({
  associationCategory: v.picklist(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED']),
  associationTypeId: v.number(),
});

const requests = v.optional(v.array(requestReportSchema), []);

export const associateRecordsReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    result: v.variant('kind', [
      v.object({
        kind: v.literal('types'),
        /** `label` null: the plain association, without a label. */
        types: v.array(v.object({ ...typeSchema.entries, label: v.nullable(v.string()) })),
        requests,
      }),
      v.object({
        kind: v.literal('read'),
        /** Records that are not here could not be read. `isComplete` false: there are more than these. */
        records: v.array(
          v.object({
            fromId: v.string(),
            isComplete: v.boolean(),
            to: v.array(v.object({ toId: v.string(), types: v.array(typeSchema) })),
          }),
        ),
        requests,
      }),
      v.object({
        kind: v.literal('created'),
        /** Pairs HubSpot named as made; the order means nothing. */
        made: v.array(v.object({ fromId: v.string(), toId: v.string() })),
        /** HubSpot often names the record in the message only, or not at all. */
        errors: v.array(v.object({ message: v.string(), ids: v.array(v.string()) })),
        requests,
      }),
    ]),
  }),
  failureSchema,
]);

/** One association a record is to have. */
export const plannedAssociationSchema = v.object({
  toObjectType: objectTypeSchema,
  toId: recordIdSchema,
  types: associationTypesSchema,
  /** What a cell called the record by, where that is not its id. */
  name: v.exactOptional(v.string()),
});

export type AssociateRecordsRequest = v.InferOutput<typeof associateRecordsRequestSchema>;
export type AssociateRecordsReply = v.InferOutput<typeof associateRecordsReplySchema>;
export type AssociationResult = Extract<AssociateRecordsReply, { ok: true }>['result'];
export type AssociationPair = v.InferOutput<typeof pairSchema>;
export type LabelledType = Extract<AssociationResult, { kind: 'types' }>['types'][number];
export type PlannedAssociation = v.InferOutput<typeof plannedAssociationSchema>;
