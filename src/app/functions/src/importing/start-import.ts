import { MAX_IMPORT_BYTES } from '@bulk-records/core/contract';
import type { ImportRecordsReply, ImportRecordsRequest } from '@bulk-records/core/contract';
import { makeBadRequest } from '../failure.ts';
import { sortAnswer } from '../hubspot/batch-answer.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { importsPath } from '../hubspot/paths.ts';
import { reportRequest } from '../hubspot/request-report.ts';
import { unpack } from '../unpack.ts';
import { explainLostImport } from './explain-lost-import.ts';
import { importBodySchema } from './import-body.ts';
import { importForm } from './import-request.ts';

type StartRequest = Extract<ImportRecordsRequest, { task: 'start' }>;

/** Sends one slice, once. Whatever is not a clear refusal may be an import that runs. */
export async function startImport(request: StartRequest, client: HubSpotClient): Promise<ImportRecordsReply> {
  const csv = await unpack(request.content, MAX_IMPORT_BYTES);
  if (csv === null) {
    return makeBadRequest([`content: expected a gzip of at most ${MAX_IMPORT_BYTES} bytes`]);
  }
  if (!beginsWithHeader(csv, request)) {
    return makeBadRequest(['content: expected a header line that names the properties of the columns']);
  }
  const answer = await client.send({
    method: 'POST',
    path: importsPath(request.apiVersion),
    form: importForm(request, csv),
    timeoutMs: request.workMs,
  });
  if (answer.kind === 'response' && (answer.status === 401 || answer.status === 403)) {
    return explainLostImport(answer, 'start an import');
  }
  return { ok: true, result: resultOf(answer) };
}

function resultOf(answer: Parameters<typeof sortAnswer>[0]) {
  const sorted = sortAnswer(answer, importBodySchema);
  switch (sorted.kind) {
    case 'answered': {
      const { id: importId, state } = sorted.body;
      return { kind: 'started' as const, importId, state, requests: [reportRequest(answer)] };
    }
    case 'accepted': {
      // An import without an id could not be followed; it is found by its name.
      const { status, sentAt, receivedAt, rate } = sorted;
      const message = `HubSpot answered ${status}, but no import`;
      return {
        kind: 'no-answer' as const,
        ...{ cause: 'unreadable' as const, status, message, sentAt, receivedAt, rate },
      };
    }
    case 'refused':
    case 'no-answer':
      return sorted;
  }
}

/** HubSpot matches columns by their place and name: a file that does not fit would write values elsewhere. */
function beginsWithHeader(csv: Uint8Array, { columns }: StartRequest): boolean {
  const header = Buffer.from(columns.map(({ property }) => property).join(','));
  const start = Buffer.from(csv.buffer, csv.byteOffset, Math.min(csv.length, header.length + 2));
  return start.equals(Buffer.concat([header, Buffer.from('\r\n')]));
}
