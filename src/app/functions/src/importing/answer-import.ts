import type { ImportRecordsReply, ImportRecordsRequest } from '@bulk-records/core/contract';
import { startDeadline } from '../deadline.ts';
import type { HubSpotClient } from '../hubspot/client.ts';
import { importsPath } from '../hubspot/paths.ts';
import { reportRequest } from '../hubspot/request-report.ts';
import { explainLostImport } from './explain-lost-import.ts';
import { findImports } from './find-imports.ts';
import { followImports } from './follow-imports.ts';
import { readImportErrors } from './read-import-errors.ts';
import { startImport } from './start-import.ts';

/** Starts, follows, cancels and finds imports, and reads their errors. Nothing is tried twice. */
export async function answerImport(
  request: ImportRecordsRequest,
  client: HubSpotClient,
): Promise<ImportRecordsReply> {
  const fetching = { client, deadline: startDeadline(request.workMs) };
  switch (request.task) {
    case 'start':
      return startImport(request, client);
    case 'follow':
      return followImports(request, fetching);
    case 'errors':
      return readImportErrors(request, fetching);
    case 'cancel':
      return cancelImport(request, client);
    case 'find':
      return findImports(request, fetching);
  }
}

async function cancelImport(
  { apiVersion, importId, workMs }: Extract<ImportRecordsRequest, { task: 'cancel' }>,
  client: HubSpotClient,
): Promise<ImportRecordsReply> {
  const answer = await client.send({
    method: 'POST',
    path: importsPath(apiVersion, `${importId}/cancel`),
    timeoutMs: workMs,
  });
  const isAsked = answer.kind === 'response' && answer.status >= 200 && answer.status < 300;
  if (!isAsked) return explainLostImport(answer, 'cancel an import');
  return { ok: true, result: { kind: 'canceling', requests: [reportRequest(answer)] } };
}
