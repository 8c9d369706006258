import type { Failure } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import { makeFailure } from '../failure.ts';
import type { HttpAnswer } from './http-answer.ts';
import { readJson } from './read-json.ts';
import { explainLostRequest } from './refusal-failure.ts';

export type Fetched<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** What an answer says, by its schema. Any status but 2xx and any body but the expected one is a failure. */
export function decodeAnswer<const Schema extends GenericSchema>(
  answer: HttpAnswer,
  { schema, task }: { readonly schema: Schema; readonly task: string },
): Fetched<InferOutput<Schema>> {
  if (answer.kind === 'no-answer' || answer.status < 200 || answer.status >= 300) {
    return { ok: false, failure: explainLostRequest(answer, task) };
  }
  const read = readJson(schema, answer.body);
  if (read.kind === 'json') return { ok: true, value: read.value };
  const failure = makeFailure('unreadable-answer', `Could not ${task}: ${read.why}.`, {
    status: answer.status,
  });
  return { ok: false, failure };
}
