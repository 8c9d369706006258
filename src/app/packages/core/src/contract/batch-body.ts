import * as v from 'valibot';
import { entryErrorSchema } from './hubspot-error.ts';

const optionalText = v.fallback(v.optional(v.string()), undefined);

/** HubSpot writes values as text; numbers and booleans are read as the text they stand for. */
const valueSchema = v.union([
  v.null(),
  v.string(),
  v.pipe(v.union([v.number(), v.boolean()]), v.transform(String)),
]);

const historySchema = v.object({
  value: v.fallback(v.nullable(v.string()), null),
  timestamp: v.fallback(v.string(), ''),
  sourceType: optionalText,
  sourceId: optionalText,
  sourceLabel: optionalText,
  updatedByUserId: v.fallback(v.optional(v.number()), undefined),
});

/** 2026-09: HubSpot normalised a value it was sent. */
const warningSchema = v.object({
  category: v.fallback(v.string(), ''),
  message: v.fallback(v.string(), ''),
  context: v.fallback(v.record(v.string(), v.string()), {}),
});

/** Record ids are texts; some endpoints write them as numbers, always below 2^53. */
const recordIdSchema = v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.transform(String))]);

/** One entry of `results[]`: SimplePublicObject, with `new` where the answer is an upsert's. */
export const resultRecordSchema = v.object({
  id: recordIdSchema,
  new: v.fallback(v.optional(v.boolean()), undefined),
  properties: v.fallback(v.record(v.string(), valueSchema), {}),
  propertiesWithHistory: v.fallback(v.optional(v.record(v.string(), v.array(historySchema))), undefined),
  objectWriteTraceId: optionalText,
  url: optionalText,
  archived: v.fallback(v.boolean(), false),
  archivedAt: optionalText,
  createdAt: optionalText,
  updatedAt: optionalText,
  warnings: v.fallback(v.optional(v.array(warningSchema), []), []),
});

/**
 * A batch answer with a 2xx status. `results` must be there: a 2xx without it proves nothing about any row.
 * Source: HubSpot OpenAPI, BatchResponseSimplePublicObject(WithErrors), v3 to 2026-09.
 */
export const batchBodySchema = v.object({
  status: v.picklist(['PENDING', 'PROCESSING', 'CANCELED', 'COMPLETE']),
  results: v.array(resultRecordSchema),
  errors: v.optional(v.array(entryErrorSchema), []),
  numErrors: v.fallback(v.optional(v.number()), undefined),
  requestedAt: optionalText,
  startedAt: optionalText,
  completedAt: optionalText,
  links: v.fallback(v.optional(v.record(v.string(), v.string())), undefined),
});

export type ResultRecord = v.InferOutput<typeof resultRecordSchema>;
export type BatchBody = v.InferOutput<typeof batchBodySchema>;
export type PropertyHistory = v.InferOutput<typeof historySchema>;
