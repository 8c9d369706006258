import * as v from 'valibot';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a decoder found: the better type, or one sentence per problem with the path it stands at. */
export type Decoded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Decodes untrusted input with a schema; never throws. At most ten problems are named, each by its path and
 * what was expected there, never by the value found: problems reach logs, values must not.
 */
export function decodeWith<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Decoded<v.InferOutput<Schema>> {
  // Without a message of its own valibot quotes the value it found.
  const result = v.safeParse(schema, input, {
    message: (issue) => `expected ${issue.expected ?? 'another value'}`,
  });
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.slice(0, 10).map(describeIssue) };
}

/** Before `v.record`, which takes a list for an object with numbers as keys. */
export const notAList = v.custom<unknown>((value) => !Array.isArray(value), 'expected an object');

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map((item) => nameOf(item.key)).join('.');
  return path === undefined ? issue.message : `${path}: ${issue.message}`;
}

/** A key may be anything somebody typed into a record; only what looks like a name is repeated. */
function nameOf(key: unknown): string {
  const name = String(key);
  return /^[\w-]{1,100}$/.test(name) ? name : '(key)';
}
