import type { Failure, RequestReport } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import { decodeAnswer } from '../hubspot/decode-answer.ts';
import type { Fetching, JsonSource } from '../hubspot/fetch-json.ts';
import { reportRequest } from '../hubspot/request-report.ts';
import { namingImports } from './explain-lost-import.ts';

export type Asked<T> =
  | { readonly ok: true; readonly value: T; readonly request: RequestReport }
  | { readonly ok: false; readonly failure: Failure; readonly request: RequestReport };

/** Gets and decodes one document about imports; for the pace of the next ones, with a report of the request. */
export async function askAboutImports<const Schema extends GenericSchema>(
  { client, deadline }: Fetching,
  { path, query = {}, schema, task }: JsonSource<Schema>,
): Promise<Asked<InferOutput<Schema>>> {
  const answer = await client.send({ method: 'GET', path, query, timeoutMs: deadline.remainingMs() });
  const request = reportRequest(answer);
  const decoded = decodeAnswer(answer, { schema, task });
  return decoded.ok
    ? { ...decoded, request }
    : { ok: false, failure: namingImports(decoded.failure), request };
}
