import { batchBodySchema } from '@bulk-records/core/contract';
import type { Failure, ReadRecordsRequest, RequestReport, ResultRecord } from '@bulk-records/core/contract';
import type { HubSpotClient } from '../hubspot/client.ts';
import { decodeAnswer } from '../hubspot/decode-answer.ts';
import type { HttpAnswer } from '../hubspot/http-answer.ts';
import { batchPath } from '../hubspot/paths.ts';
import { reportRequest } from '../hubspot/request-report.ts';
import { makeReadBody } from './read-body.ts';
import { namedAsMissing } from './sort-ids.ts';

/** What one batch read brought. */
export type ReadChunk =
  | {
      readonly kind: 'read';
      readonly records: readonly ResultRecord[];
      readonly namedAsMissing: readonly string[];
      readonly request: RequestReport;
    }
  /** `request` null: it was not made. */
  | { readonly kind: 'lost'; readonly failure: Failure; readonly request: RequestReport | null };

export interface ChunkRead {
  readonly request: ReadRecordsRequest;
  readonly client: HubSpotClient;
  readonly timeoutMs: number;
}

/** Reads at most 100 records, 50 with histories (HubSpot's limits). */
export async function readChunk(
  ids: readonly string[],
  { request, client, timeoutMs }: ChunkRead,
): Promise<ReadChunk> {
  const answer = await client.send({
    method: 'POST',
    path: batchPath(request.apiVersion, request.objectType, 'read'),
    query: { archived: String(request.archived) },
    body: makeReadBody(request, ids),
    timeoutMs,
  });
  return sortAnswer(answer, request.objectType);
}

/** For ids there was no time, or no sense, to ask for. */
export function skipChunk(failure: Failure): ReadChunk {
  return { kind: 'lost', failure, request: null };
}

function sortAnswer(answer: HttpAnswer, objectType: string): ReadChunk {
  const request = reportRequest(answer);
  const decoded = decodeAnswer(answer, { schema: batchBodySchema, task: `read ${objectType}` });
  if (!decoded.ok) return { kind: 'lost', failure: decoded.failure, request };
  return {
    kind: 'read',
    records: decoded.value.results,
    namedAsMissing: namedAsMissing(decoded.value),
    request,
  };
}
