import * as v from 'valibot';

/** Why a function could not do its work at all. Row-level trouble never comes this way. */
export const FUNCTION_ERROR_CODES = [
  'bad-request',
  'not-allowed',
  'missing-token',
  'invalid-token',
  'missing-scopes',
  'unknown-object-type',
  'rate-limited',
  'unavailable',
  'unreadable-answer',
  'internal',
] as const;

export const functionErrorSchema = v.object({
  code: v.picklist(FUNCTION_ERROR_CODES),
  /** One English sentence for logs and developers; the card has its own words per code. */
  message: v.string(),
  retryable: v.boolean(),
  status: v.optional(v.number()),
  correlationId: v.optional(v.string()),
  /** For `missing-scopes`: what HubSpot asked for. */
  scopes: v.optional(v.array(v.string()), []),
  retryAfterMs: v.optional(v.number()),
});

export const failureSchema = v.object({ ok: v.literal(false), error: functionErrorSchema });

export type FunctionError = v.InferOutput<typeof functionErrorSchema>;
export type FunctionErrorCode = FunctionError['code'];
export type Failure = v.InferOutput<typeof failureSchema>;
