import { parse } from 'lossless-json';
import type { BrokenJson } from './input-issue.ts';
import { MAX_NAMED, MAX_QUOTED_LENGTH } from './limits.ts';

/** Parsed JSON in which every number is its own text: no number passes through a float. */
export type ParsedJson =
  | { readonly kind: 'parsed'; readonly value: unknown; readonly repeatedKeys: RepeatedKeys }
  | { readonly kind: 'broken'; readonly broken: BrokenJson }
  | { readonly kind: 'too-deep' };

/** Keys that one object has twice with different values; the first of `count` are named. */
export interface RepeatedKeys {
  readonly count: number;
  readonly keys: readonly string[];
}

/** Parses JSON text; the last of repeated keys counts, as in JSON.parse. */
export function parseJson(text: string): ParsedJson {
  const keys = new Set<string>();
  let count = 0;
  try {
    const value = parse(text, undefined, {
      parseNumber: (number) => number,
      onDuplicateKey: ({ key, newValue }) => {
        count += 1;
        if (keys.size < MAX_NAMED) keys.add(key);
        return newValue;
      },
    });
    return { kind: 'parsed', value, repeatedKeys: { count, keys: [...keys] } };
  } catch (error) {
    // The parser recurses: an engine answers endless nesting with a RangeError, the parser a fault with a SyntaxError.
    return error instanceof SyntaxError
      ? { kind: 'broken', broken: brokenAt(text, error) }
      : { kind: 'too-deep' };
  }
}

function brokenAt(text: string, error: SyntaxError): BrokenJson {
  const position = Number(/at position (\d+)$/.exec(error.message)?.[1] ?? text.length);
  const before = text.slice(0, position);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const line = before.split(/\r\n|\n|\r/).length;
  const [found] = text.slice(position, position + MAX_QUOTED_LENGTH).split(/[\r\n]/, 1);
  return { line, column: position - lineStart + 1, found: found ?? '' };
}
