import * as v from 'valibot';

/** HubSpot's context maps a name to one text or to many; ours always maps to many. */
const contextSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((context): Readonly<Record<string, readonly string[]>> => {
    const entries = Object.entries(context).map(([name, value]) => [name, textsOf(value)] as const);
    return Object.fromEntries(entries);
  }),
);

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return [];
}

const linksSchema = v.record(v.string(), v.string());

const optionalText = v.fallback(v.optional(v.string()), undefined);

/** One nested detail: HubSpot's `ErrorDetail`. */
export const errorDetailSchema = v.object({
  message: v.fallback(v.string(), ''),
  code: optionalText,
  in: optionalText,
  subCategory: optionalText,
  context: v.fallback(v.optional(contextSchema, {}), {}),
});

/**
 * One entry of `errors[]` in a multi-status answer: HubSpot's `StandardError`. It may speak for several
 * rows (`context.ids`, `context.objectWriteTraceId`) or for none that it names.
 */
export const entryErrorSchema = v.object({
  status: optionalText,
  id: optionalText,
  category: optionalText,
  subCategory: v.fallback(v.optional(v.unknown()), undefined),
  message: v.fallback(v.string(), ''),
  context: v.fallback(v.optional(contextSchema, {}), {}),
  links: v.fallback(v.optional(linksSchema), undefined),
  errors: v.fallback(v.optional(v.array(errorDetailSchema), []), []),
});

/** The body of a refused request: HubSpot's `Error`. Every field is optional in practice. */
export const requestErrorSchema = v.object({
  category: optionalText,
  subCategory: v.fallback(v.optional(v.unknown()), undefined),
  message: v.fallback(v.string(), ''),
  correlationId: optionalText,
  policyName: optionalText,
  context: v.fallback(v.optional(contextSchema, {}), {}),
  links: v.fallback(v.optional(linksSchema), undefined),
  errors: v.fallback(v.optional(v.array(errorDetailSchema), []), []),
});

export type ErrorDetail = v.InferOutput<typeof errorDetailSchema>;
export type EntryError = v.InferOutput<typeof entryErrorSchema>;
export type RequestError = v.InferOutput<typeof requestErrorSchema>;
