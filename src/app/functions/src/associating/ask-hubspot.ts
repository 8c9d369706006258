import type { Failure, JsonValue, RequestReport } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import { makeFailure } from '../failure.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { readRateReport } from '../hubspot/rate-report.ts';
import { readJson } from '../hubspot/read-json.ts';
import { explainLostRequest } from '../hubspot/refusal-failure.ts';

export interface Question<Schema extends GenericSchema> {
  readonly path: string;
  /** Absent: a GET. */
  readonly body?: JsonValue;
  readonly schema: Schema;
  readonly task: string;
  readonly timeoutMs: number;
}

export type Asked<T> =
  | { readonly ok: true; readonly value: T; readonly request: RequestReport }
  | { readonly ok: false; readonly failure: Failure };

/** One request and its body, decoded; for the pace of the next ones, when it was made and what its headers said. */
export async function askHubSpot<const Schema extends GenericSchema>(
  client: HubSpotClient,
  { path, body, schema, task, timeoutMs }: Question<Schema>,
): Promise<Asked<InferOutput<Schema>>> {
  const answer = await client.send({
    path,
    timeoutMs,
    ...(body === undefined ? { method: 'GET' } : { method: 'POST', body }),
  });
  if (answer.kind === 'no-answer' || answer.status < 200 || answer.status >= 300) {
    return { ok: false, failure: explainLostRequest(answer, task) };
  }
  const read = readJson(schema, answer.body);
  if (read.kind === 'unreadable') {
    return { ok: false, failure: makeFailure('unreadable-answer', `Could not ${task}: ${read.why}.`) };
  }
  const { sentAt, receivedAt, status, headers } = answer;
  const request = { sentAt, receivedAt, status, rate: readRateReport(headers) };
  return { ok: true, value: read.value, request };
}
