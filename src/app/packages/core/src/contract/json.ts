import * as v from 'valibot';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** What a decoder found: the better type, or one sentence per problem with the path it stands at. */
export type Decoded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Decodes untrusted input with a schema; never throws. At most ten problems are named. */
export function decodeWith<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Decoded<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.slice(0, 10).map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
  return { ok: false, problems };
}
