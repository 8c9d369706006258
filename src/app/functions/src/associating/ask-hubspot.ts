import type { Failure, JsonValue, RequestReport } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import type { HubSpotClient } from '../hubspot/client.ts';
import { decodeAnswer } from '../hubspot/decode-answer.ts';
import { reportRequest } from '../hubspot/request-report.ts';

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
  const decoded = decodeAnswer(answer, { schema, task });
  return decoded.ok ? { ...decoded, request: reportRequest(answer) } : decoded;
}
