import { MAX_INPUTS_PER_BATCH, MAX_INPUTS_WITH_HISTORY } from '@bulk-records/core/contract';
import type { Failure, ReadRecordsReply, ReadRecordsRequest } from '@bulk-records/core/contract';
import { startDeadline } from '../deadline.ts';
import { makeFailure } from '../failure.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { inParallel } from '../in-parallel.ts';
import { fitRecords } from './fit-records.ts';
import { keyPropertyOf } from './read-body.ts';
import { readChunk, skipChunk } from './read-chunk.ts';
import type { ReadChunk } from './read-chunk.ts';
import { searchChunk, splitNames } from './search-chunk.ts';
import { sortIds } from './sort-ids.ts';

const MAX_PARALLEL = 5;

/** HubSpot takes five searches a second of the whole account (usage guidelines). */
const MAX_PARALLEL_SEARCHES = 1;

/** Less time than this is not worth a request: its answer would not be waited for. */
const MIN_SEND_MS = 500;

/**
 * Reads records in as many batch reads as it takes. Every id asked for is found in `records`, or is in `missingIds`
 * or `unreadIds`. A failure only when not one request was answered: then its reason matters more than the list.
 */
export async function answerRead(
  request: ReadRecordsRequest,
  client: HubSpotClient,
): Promise<ReadRecordsReply> {
  const ids = [...new Set(request.ids)];
  const chunks = await readChunks(request, splitIds(ids, request), client);
  const read = chunks.flatMap((chunk) => (chunk.kind === 'read' ? chunk : []));
  const lost = chunks.flatMap((chunk) => (chunk.kind === 'lost' ? chunk.failure : []));
  if (read.length === 0 && lost[0] !== undefined) return lost[0];
  const records = fitRecords(
    read.flatMap((chunk) => chunk.records),
    ids,
  );
  const evidence = { records, namedAsMissing: read.flatMap((chunk) => chunk.namedAsMissing) };
  const { missingIds, unreadIds } = sortIds(ids, evidence, {
    idProperty: keyPropertyOf(request),
    isFolded: request.bySearch === true,
  });
  return {
    ok: true,
    records: [...records],
    missingIds: [...missingIds],
    unreadIds: [...unreadIds],
    requests: chunks.flatMap(({ request: made }) => made ?? []),
  };
}

function splitIds(ids: readonly string[], request: ReadRecordsRequest): readonly (readonly string[])[] {
  if (request.bySearch === true) return splitNames(ids, request);
  const hasHistory = (request.propertiesWithHistory ?? []).length > 0;
  const size = hasHistory ? MAX_INPUTS_WITH_HISTORY : MAX_INPUTS_PER_BATCH;
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}

async function readChunks(
  request: ReadRecordsRequest,
  chunks: readonly (readonly string[])[],
  client: HubSpotClient,
): Promise<readonly ReadChunk[]> {
  const deadline = startDeadline(request.workMs);
  let stop: Failure | undefined;
  let started = 0;
  const isSearch = request.bySearch === true;
  const ask = isSearch ? searchChunk : readChunk;
  return inParallel(chunks, isSearch ? MAX_PARALLEL_SEARCHES : MAX_PARALLEL, async (ids) => {
    const timeoutMs = deadline.remainingMs();
    if (timeoutMs < Math.min(MIN_SEND_MS, request.workMs / 2)) {
      return skipChunk(makeFailure('unavailable', 'There was no time left to read.'));
    }
    if (stop !== undefined) return skipChunk(stop);
    if (started >= request.maxRequests)
      return skipChunk(makeFailure('rate-limited', 'The allowance is used up.'));
    started += 1;
    const chunk = await ask(ids, { request, client, timeoutMs });
    if (chunk.kind === 'lost' && meetsOthersToo(chunk.failure)) stop = chunk.failure;
    return chunk;
  });
}

/** A wrong token, a missing scope and a used-up rate would meet every other request of the call alike. */
function meetsOthersToo({ error }: Failure): boolean {
  return ['invalid-token', 'missing-scopes', 'rate-limited'].includes(error.code);
}
