import * as v from 'valibot';
import type { HttpAnswer } from './ask-hubspot.ts';
import { UnexpectedAnswer } from './unexpected-answer.ts';

const resultSchema = v.object({
  id: v.string(),
  properties: v.record(v.string(), v.nullable(v.string())),
  new: v.optional(v.boolean()),
  objectWriteTraceId: v.optional(v.string()),
  warnings: v.optional(v.array(v.unknown()), []),
});
const detailsSchema = v.optional(v.array(v.object({ code: v.optional(v.string()) })), []);
const entrySchema = v.object({
  category: v.optional(v.string(), ''),
  message: v.string(),
  context: v.optional(v.record(v.string(), v.unknown()), {}),
  errors: detailsSchema,
});
const batchSchema = v.object({
  results: v.array(resultSchema),
  errors: v.optional(v.array(entrySchema), []),
  warnings: v.optional(v.array(v.unknown()), []),
});
const refusalSchema = v.object({
  status: v.literal('error'),
  message: v.string(),
  category: v.optional(v.string(), ''),
  errors: detailsSchema,
});

export type ResultRecord = v.InferOutput<typeof resultSchema>;
export type ErrorEntry = v.InferOutput<typeof entrySchema>;

export type BatchAnswer =
  | ({ readonly kind: 'answered'; readonly status: number } & v.InferOutput<typeof batchSchema>)
  | ({ readonly kind: 'refused'; readonly status: number } & Omit<ErrorEntry, 'context'>)
  /** 204: an archive. */
  | { readonly kind: 'empty'; readonly status: number };

/** What HubSpot answered to a batch. Throws for anything that is neither results nor an error of its own. */
export function decodeBatchAnswer({ status, body }: HttpAnswer, what: string): BatchAnswer {
  if (status === 204) return { kind: 'empty', status };
  const answered = v.safeParse(batchSchema, body);
  if (status < 300 && answered.success) return { kind: 'answered', status, ...answered.output };
  const refused = v.safeParse(refusalSchema, body);
  if (status >= 400 && refused.success) {
    const { message, category, errors } = refused.output;
    return { kind: 'refused', status, message, category, errors };
  }
  throw new UnexpectedAnswer(`${what}: HTTP ${status} with a body that is neither results nor an error`);
}

/** An answer as words: what came of the rows, and HubSpot's own sentence. */
export function describeAnswer(answer: BatchAnswer): string {
  switch (answer.kind) {
    case 'answered': {
      const errors = answer.errors.map(({ category, message }) => `${category} "${shorten(message)}"`);
      const count = `HTTP ${answer.status} with ${answer.results.length} results and ${errors.length} errors`;
      return errors.length === 0 ? count : `${count}: ${errors.slice(0, 2).join(', ')}`;
    }
    case 'refused':
      return `HTTP ${answer.status} ${answer.category} "${shorten(answer.message)}"`;
    case 'empty':
      return `HTTP ${answer.status} without a body`;
  }
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
