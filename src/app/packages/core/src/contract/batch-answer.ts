import * as v from 'valibot';
import { batchBodySchema } from './batch-body.ts';
import { requestErrorSchema } from './hubspot-error.ts';

/** What HubSpot's `X-HubSpot-RateLimit-*` headers said; a header that was absent is absent here. */
export const rateReportSchema = v.object({
  max: v.optional(v.number()),
  remaining: v.optional(v.number()),
  intervalMs: v.optional(v.number()),
  daily: v.optional(v.number()),
  dailyRemaining: v.optional(v.number()),
});

/** One HTTP request of a function. Times are milliseconds since the epoch, by the function's clock. */
export const requestReportSchema = v.object({
  sentAt: v.number(),
  receivedAt: v.number(),
  /** Absent: not even a status came back. */
  status: v.optional(v.number()),
  rate: v.optional(rateReportSchema, {}),
});

const whenSchema = {
  /** Milliseconds since the epoch, by the function's clock. */
  sentAt: v.number(),
  receivedAt: v.number(),
  rate: v.optional(rateReportSchema, {}),
};

/** HubSpot answered 2xx with a body that could be read. Each row still needs its own evidence. */
const answeredSchema = v.object({
  kind: v.literal('answered'),
  status: v.number(),
  body: batchBodySchema,
  ...whenSchema,
});

/** Archive: 204, empty by design; it proves nothing about a row. */
const acceptedSchema = v.object({ kind: v.literal('accepted'), status: v.number(), ...whenSchema });

/**
 * With these, Cloudflare says that it could not hand the request over: HubSpot was down (521), out of reach (523), or
 * the two did not agree on encryption (525, 526). Source: HubSpot's error-handling guide, Cloudflare's 5xx pages.
 */
export const UNREACHED_STATUSES: readonly number[] = [521, 523, 525, 526];

/** The whole request was refused (4xx), or never reached HubSpot (`UNREACHED_STATUSES`): nothing of it was written. */
export const refusedSchema = v.object({
  kind: v.literal('refused'),
  status: v.number(),
  error: requestErrorSchema,
  retryAfterMs: v.optional(v.number()),
  ...whenSchema,
});

/** Nobody knows whether the request was applied: timeout, reset, 5xx, or an answer that can't be read. */
export const noAnswerSchema = v.object({
  kind: v.literal('no-answer'),
  cause: v.picklist(['timeout', 'connection', 'server-error', 'unreadable']),
  status: v.optional(v.number()),
  message: v.string(),
  retryAfterMs: v.optional(v.number()),
  ...whenSchema,
});

/**
 * The request was never made, so sending it later is safe. `refusal`: another batch of the call was refused;
 * `allowance`: the call had no request left.
 */
const notSentSchema = v.object({
  kind: v.literal('not-sent'),
  reason: v.picklist(['deadline', 'refusal', 'allowance']),
});

export const batchAnswerSchema = v.variant('kind', [
  answeredSchema,
  acceptedSchema,
  refusedSchema,
  noAnswerSchema,
  notSentSchema,
]);

export type BatchAnswer = v.InferOutput<typeof batchAnswerSchema>;
export type RequestReport = v.InferOutput<typeof requestReportSchema>;
export type RateReport = v.InferOutput<typeof rateReportSchema>;
export type AnsweredBatch = v.InferOutput<typeof answeredSchema>;
export type RefusedBatch = v.InferOutput<typeof refusedSchema>;
export type UnansweredBatch = v.InferOutput<typeof noAnswerSchema>;
