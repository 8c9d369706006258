import { decodeWith, MAX_REQUEST_BYTES } from '@bulk-records/core/contract';
import type { Decoded } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';

/** Valibot passes over these keys in silence; who sends them does so on purpose, so they are refused. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The contract's deepest value, an association type, stands at depth 7. */
const MAX_DEPTH = 10;

interface Visit {
  readonly value: unknown;
  readonly path: readonly string[];
}

/**
 * Decodes the `parameters` of a function call. Anybody who sees the card can send anything: size, depth and key
 * names are checked before the schema sees the value. Problems name paths and expectations, never values.
 */
export function decodeParameters<const Schema extends GenericSchema>(
  schema: Schema,
  context: unknown,
  maxBytes: number = MAX_REQUEST_BYTES,
): Decoded<InferOutput<Schema>> {
  const parameters = parametersOf(context);
  const problem = findHostileValue(parameters, maxBytes);
  return problem === undefined ? decodeWith(schema, parameters) : { ok: false, problems: [problem] };
}

function parametersOf(context: unknown): unknown {
  if (typeof context !== 'object' || context === null || !('parameters' in context)) return {};
  return context.parameters ?? {};
}

/** Walks without recursion, so that depth cannot exhaust the stack, and stops at the first problem. */
function findHostileValue(parameters: unknown, maxBytes: number): string | undefined {
  const open: Visit[] = [{ value: parameters, path: [] }];
  let bytesSoFar = 0;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    bytesSoFar += bytesOf(visit);
    if (bytesSoFar > maxBytes) return `expected at most ${maxBytes} bytes`;
    if (visit.path.length > MAX_DEPTH) return `${describePath(visit.path)}: expected no deeper nesting`;
    for (const [key, value] of entriesOf(visit.value)) {
      if (FORBIDDEN_KEYS.has(key)) return `${describePath(visit.path)}: expected no key ${key}`;
      open.push({ value, path: [...visit.path, key] });
    }
  }
  return undefined;
}

/** At least a byte for whatever is no text: nothing is overestimated, so nothing within the limit is refused. */
function bytesOf({ value, path }: Visit): number {
  const keyBytes = Buffer.byteLength(path.at(-1) ?? '');
  return keyBytes + (typeof value === 'string' ? Buffer.byteLength(value) : 1);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function describePath(path: readonly string[]): string {
  const names = path.map((name) => (/^[\w-]{1,100}$/.test(name) ? name : '(key)'));
  return names.length === 0 ? 'parameters' : names.join('.');
}
