import { batchBodySchema } from '@bulk-records/core/contract';
import type { Failure, ReadRecordsRequest, RequestReport, ResultRecord } from '@bulk-records/core/contract';
import { makeFailure } from '../failure.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import type { HttpAnswer } from '../hubspot/http-answer.ts';
import { batchPath } from '../hubspot/paths.ts';
import { readRateReport } from '../hubspot/rate-report.ts';
import { readJson } from '../hubspot/read-json.ts';
import { explainLostRequest } from '../hubspot/refusal-failure.ts';
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
  const task = `read ${objectType}`;
  const report = reportOf(answer);
  if (answer.kind === 'no-answer' || answer.status < 200 || answer.status >= 300) {
    return { kind: 'lost', failure: explainLostRequest(answer, task), request: report };
  }
  const read = readJson(batchBodySchema, answer.body);
  if (read.kind === 'unreadable') {
    const failure = makeFailure('unreadable-answer', `Could not ${task}: ${read.why}.`, {
      status: answer.status,
    });
    return { kind: 'lost', failure, request: report };
  }
  return {
    kind: 'read',
    records: read.value.results,
    namedAsMissing: namedAsMissing(read.value),
    request: report,
  };
}

function reportOf(answer: HttpAnswer): RequestReport {
  const { sentAt, receivedAt } = answer;
  if (answer.kind === 'no-answer') return { sentAt, receivedAt, rate: {} };
  return { sentAt, receivedAt, status: answer.status, rate: readRateReport(answer.headers) };
}
