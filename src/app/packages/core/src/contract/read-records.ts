import * as v from 'valibot';
import { apiVersionSchema } from './api-version.ts';
import { resultRecordSchema } from './batch-body.ts';
import { failureSchema } from './function-error.ts';
import { MAX_BATCHES_PER_CALL, MAX_IDS_PER_READ, MAX_WORK_MS } from './limits.ts';
import { objectTypeSchema, propertyNameSchema } from './object-type.ts';
import { requestReportSchema } from './batch-answer.ts';

export const READ_RECORDS = 'read_records';

const MAX_PROPERTIES = 500;

export const readRecordsRequestSchema = v.pipe(
  v.strictObject({
    objectType: objectTypeSchema,
    apiVersion: apiVersionSchema,
    /** Absent: `ids` are record ids. */
    idProperty: v.optional(propertyNameSchema),
    /** `idProperty` is not unique: records are searched for, and several may answer to one id. Search lags by seconds. */
    bySearch: v.optional(v.boolean()),
    ids: v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))),
      v.minLength(1),
      v.maxLength(MAX_IDS_PER_READ),
    ),
    properties: v.pipe(v.array(propertyNameSchema), v.maxLength(MAX_PROPERTIES)),
    propertiesWithHistory: v.optional(v.pipe(v.array(propertyNameSchema), v.maxLength(MAX_PROPERTIES))),
    /** True reads archived records only, false live ones only. */
    archived: v.boolean(),
    workMs: v.pipe(v.number(), v.minValue(100), v.maxValue(MAX_WORK_MS)),
    /** The call's allowance of HubSpot requests: ids it does not reach come back as `unreadIds`. */
    maxRequests: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_BATCHES_PER_CALL)),
  }),
  v.check(
    ({ bySearch = false, idProperty, archived }) => !bySearch || (idProperty !== undefined && !archived),
    'expected a property to search by, and records that are not archived',
  ),
);

export const readRecordsReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    records: v.array(resultRecordSchema),
    /** Ids HubSpot named as not found. Positive evidence of absence. */
    missingIds: v.array(v.string()),
    /** Ids nothing is known of: not asked in time, refused, no answer, or passed over in silence. */
    unreadIds: v.array(v.string()),
    /** Every request that was made, for the pace of the next ones. */
    requests: v.optional(v.array(requestReportSchema), []),
  }),
  failureSchema,
]);

export type ReadRecordsRequest = v.InferOutput<typeof readRecordsRequestSchema>;
/** What is to be read; how many requests that may take is for the pacer to say. */
export type ReadRecordsQuestion = Omit<ReadRecordsRequest, 'maxRequests'>;
/** How search compares texts: blanks around and case make no difference. */
export function foldName(name: string): string {
  return name.trim().toLowerCase();
}

export type ReadRecordsReply = v.InferOutput<typeof readRecordsReplySchema>;
