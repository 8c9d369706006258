import * as v from 'valibot';

/** HubSpot's own names of the shapes it reads, by the place in the body. */
export interface JavaTypes {
  readonly body: string;
  readonly input: string;
}

export type Decoded<T> =
  | { readonly kind: 'decoded'; readonly value: T }
  | { readonly kind: 'undecodable'; readonly message: string };

type AnySchema<T> = v.GenericSchema<unknown, T>;

/** valibot takes an array for an object; HubSpot's reader does not. Put in front of every object schema. */
export const notArray = v.pipe(
  v.unknown(),
  v.check((input) => !Array.isArray(input)),
);

function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** V8 names the offset for most syntax errors; without one the text ended too early. */
function syntaxErrorOffset(error: unknown, text: string): number {
  const found = error instanceof Error ? /position (\d+)/u.exec(error.message)?.[1] : undefined;
  return found === undefined ? text.length : Number(found);
}

const tokens = {
  array: ['Array', 'START_ARRAY'],
  object: ['Object', 'START_OBJECT'],
  string: ['String', 'VALUE_STRING'],
  number: ['Integer', 'VALUE_NUMBER_INT'],
  true: ['Boolean', 'VALUE_TRUE'],
  false: ['Boolean', 'VALUE_FALSE'],
  null: ['Null', 'VALUE_NULL'],
} as const;

function tokenOf(input: unknown): readonly [string, string] {
  if (Array.isArray(input)) return tokens.array;
  if (input === null || input === undefined) return tokens.null;
  if (typeof input === 'string') return tokens.string;
  if (typeof input === 'number') return tokens.number;
  if (typeof input === 'boolean') return input ? tokens.true : tokens.false;
  return tokens.object;
}

function javaTypeAt(path: readonly (string | number)[], types: JavaTypes): string {
  if (path.length === 0) return types.body;
  if (path.length === 1) return `java.util.ArrayList<${types.input}>`;
  if (path.length === 2) return types.input;
  if (path[2] === 'properties' && path.length === 3)
    return 'java.util.LinkedHashMap<java.lang.String,java.lang.String>';
  return path[2] === 'associations' ? 'java.util.ArrayList' : 'java.lang.String';
}

function pathOf(issue: v.BaseIssue<unknown>): readonly (string | number)[] {
  return (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
}

/** Where a reader of the whole text stands when it meets the issue: behind the last key on the way, roughly. */
function issueOffset(text: string, path: readonly (string | number)[]): number {
  let offset = text.search(/\S/u);
  for (const key of path) {
    const found = typeof key === 'string' ? text.indexOf(`"${key}"`, offset) : -1;
    if (found >= 0) offset = found + String(key).length + 2;
  }
  return Math.max(0, offset);
}

function complaint(
  text: string,
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
  types: JavaTypes,
): string {
  const [first] = issues;
  const path = pathOf(first);
  if (first.input === undefined && path.length > 0) {
    const parent = path.slice(0, -1).join('/');
    const absent = issues.map(pathOf).filter((other) => other.slice(0, -1).join('/') === parent);
    const names = [...new Set(absent.map((other) => String(other.at(-1))))].join(', ');
    const end = Math.max(1, text.trimEnd().length) - 1;
    return `Invalid input JSON on ${place(text, end)}. Some required fields were not set: [${names}]`;
  }
  const [kind, token] = tokenOf(first.input);
  const where = place(text, issueOffset(text, path));
  const type = javaTypeAt(path, types);
  return `Invalid input JSON on ${where}: Cannot deserialize value of type \`${type}\` from ${kind} value (token \`JsonToken.${token}\`)`;
}

/**
 * Reads a request body strictly. Complaints are worded like those of HubSpot's JSON reader
 * (recorded bad-JSON answer, 2024-04): they carry no category.
 */
export function decodeBody<T>(text: string, schema: AnySchema<T>, types: JavaTypes): Decoded<T> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const where = place(text, syntaxErrorOffset(error, text));
    return {
      kind: 'undecodable',
      message: `Invalid input JSON on ${where}: Unexpected character or end-of-input`,
    };
  }
  const result = v.safeParse(schema, parsed);
  if (result.success) return { kind: 'decoded', value: result.output };
  return { kind: 'undecodable', message: complaint(text, result.issues, types) };
}
