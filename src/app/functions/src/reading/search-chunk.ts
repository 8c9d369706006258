import { foldName, MAX_NAMES_PER_SEARCH, resultRecordSchema } from '@bulk-records/core/contract';
import type { JsonValue, ReadRecordsRequest, ResultRecord } from '@bulk-records/core/contract';
import * as v from 'valibot';
import { decodeAnswer } from '../hubspot/decode-answer.ts';
import { searchPath } from '../hubspot/paths.ts';
import { reportRequest } from '../hubspot/request-report.ts';
import type { ChunkRead, ReadChunk } from './read-chunk.ts';

/** HubSpot's search guide: at most 200 records a page, and a body of at most 3,000 characters. */
const PAGE_SIZE = 200;
const MAX_BODY_LENGTH = 3000;

const searchBodySchema = v.object({ total: v.number(), results: v.array(resultRecordSchema) });

/** Names in portions a search takes; a name too long for any goes alone, and HubSpot says so. */
export function splitNames(
  names: readonly string[],
  request: ReadRecordsRequest,
): readonly (readonly string[])[] {
  const portions: string[][] = [];
  for (const name of names) {
    const last = portions.at(-1) ?? [];
    const isRoom =
      last.length > 0 &&
      last.length < MAX_NAMES_PER_SEARCH &&
      JSON.stringify(makeSearchBody(request, [...last, name])).length <= MAX_BODY_LENGTH;
    if (isRoom) last.push(name);
    else portions.push([name]);
  }
  return portions;
}

/**
 * Finds every record that has one of the names. Where there are more than a page holds, a name with one record on it
 * may have another on the next: it counts as not read, and is asked for again in smaller portions.
 */
export async function searchChunk(
  names: readonly string[],
  { request, client, timeoutMs }: ChunkRead,
): Promise<ReadChunk> {
  const answer = await client.send({
    method: 'POST',
    path: searchPath(request.apiVersion, request.objectType),
    body: makeSearchBody(request, names),
    timeoutMs,
  });
  const report = reportRequest(answer);
  const decoded = decodeAnswer(answer, {
    schema: searchBodySchema,
    task: `search ${request.objectType}`,
  });
  if (!decoded.ok) return { kind: 'lost', failure: decoded.failure, request: report };
  const { total, results } = decoded.value;
  const nameOf = ({ properties }: ResultRecord) => foldName(properties[request.idProperty ?? ''] ?? '');
  const counts = new Map<string, number>();
  for (const record of results) counts.set(nameOf(record), (counts.get(nameOf(record)) ?? 0) + 1);
  const isWhole = total <= results.length;
  return {
    kind: 'read',
    records: isWhole ? results : results.filter((record) => (counts.get(nameOf(record)) ?? 0) > 1),
    namedAsMissing: isWhole ? names.filter((name) => !counts.has(foldName(name))) : [],
    request: report,
  };
}

/** "When searching string properties with IN, values must be lowercase" (search guide). */
function makeSearchBody(request: ReadRecordsRequest, names: readonly string[]): JsonValue {
  const propertyName = request.idProperty ?? '';
  const filter = { propertyName, operator: 'IN', values: names.map(foldName) };
  return {
    filterGroups: [{ filters: [filter] }],
    properties: [...new Set([...request.properties, propertyName])],
    limit: PAGE_SIZE,
  };
}
