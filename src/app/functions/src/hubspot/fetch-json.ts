import type { Failure } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Deadline } from '../deadline.ts';
import { makeFailure } from '../failure.ts';
import type { HubSpotClient } from './client.ts';
import { readJson } from './read-json.ts';
import { explainLostRequest } from './refusal-failure.ts';

export type Fetched<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** What a series of GETs shares. */
export interface Fetching {
  readonly client: HubSpotClient;
  readonly deadline: Deadline;
}

export interface JsonSource<Schema extends GenericSchema> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly schema: Schema;
  /** What it is for, as in `read the properties of deals`. */
  readonly task: string;
}

/** Gets and decodes one document. Any status but 2xx and any body but the expected one is a failure. */
export async function fetchJson<const Schema extends GenericSchema>(
  { client, deadline }: Fetching,
  { path, query = {}, schema, task }: JsonSource<Schema>,
): Promise<Fetched<InferOutput<Schema>>> {
  const answer = await client.send({ method: 'GET', path, query, timeoutMs: deadline.remainingMs() });
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
