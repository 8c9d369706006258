import { decodeWith } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import type { ResponseBody } from './http-answer.ts';

export type ReadJson<T> =
  | { readonly kind: 'json'; readonly value: T }
  /** `why` is a sentence without anything of the body in it. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Decodes a body by a schema. HTML, an empty text, half a JSON and a JSON of another shape are unreadable. */
export function readJson<const Schema extends GenericSchema>(
  schema: Schema,
  body: ResponseBody,
): ReadJson<InferOutput<Schema>> {
  if (body.kind === 'cut') return { kind: 'unreadable', why: 'the body broke off' };
  const parsed = parseJson(body.text);
  if (parsed.kind === 'unreadable') return parsed;
  const decoded = decodeWith(schema, parsed.value);
  if (decoded.ok) return { kind: 'json', value: decoded.value };
  return {
    kind: 'unreadable',
    why: `the body is not what HubSpot documents: ${decoded.problems.join('; ')}`,
  };
}

function parseJson(text: string): ReadJson<unknown> {
  if (text.trim() === '') return { kind: 'unreadable', why: 'the body is empty' };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    const why = text.trimStart().startsWith('<') ? 'the body is HTML' : 'the body is not JSON';
    return { kind: 'unreadable', why };
  }
}
