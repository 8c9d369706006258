import type { GenericSchema, InferOutput } from 'valibot';
import type { Deadline } from '../deadline.ts';
import type { HubSpotClient } from './client.ts';
import { decodeAnswer, type Fetched } from './decode-answer.ts';

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
  return decodeAnswer(answer, { schema, task });
}
