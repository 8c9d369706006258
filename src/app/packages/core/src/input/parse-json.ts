import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { BrokenJson } from './input-issue.ts';
import { JsonReader } from './json-reader.ts';
import { MAX_QUOTED_LENGTH } from './limits.ts';

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
  return finish(parseJsonSliced(text));
}

/** Characters read between two pauses: some milliseconds. */
const PIECE_LENGTH = 32_768;

/** The same in slices. */
export function* parseJsonSliced(text: string): Sliced<ParsedJson> {
  const reader = new JsonReader(text);
  while (reader.readSome(PIECE_LENGTH))
    yield { stage: 'decoding', done: reader.position, total: text.length };
  const { problem, value, repeatedCount, repeatedKeys } = reader;
  if (problem === undefined)
    return { kind: 'parsed', value, repeatedKeys: { count: repeatedCount, keys: [...repeatedKeys] } };
  return problem.kind === 'broken' ? { kind: 'broken', broken: brokenAt(text, problem.position) } : problem;
}

/** Where a position of the text is for a person. */
function brokenAt(text: string, position: number): BrokenJson {
  const before = text.slice(0, position);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const line = before.split(/\r\n|\n|\r/).length;
  const [found] = text.slice(position, position + MAX_QUOTED_LENGTH).split(/[\r\n]/, 1);
  return { line, column: position - lineStart + 1, found: found ?? '' };
}
