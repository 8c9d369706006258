import type { ImportRecordsReply, ImportRecordsRequest, RequestReport } from '@bulk-records/core/contract';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { importsPath } from '../hubspot/paths.ts';
import { askAboutImports } from './ask-about-imports.ts';
import { afterOf, importListBodySchema } from './import-body.ts';
import type { ImportBody } from './import-body.ts';
import { readImportName } from './import-name.ts';

type FindRequest = Extract<ImportRecordsRequest, { task: 'find' }>;

interface FoundImport {
  readonly importId: string;
  readonly slice: number;
  readonly state: ImportBody['state'];
  readonly createdAt: string | null;
}

const MAX_PAGES = 5;
const PAGE_SIZE = '100';

/**
 * All imports of a run among the portal's. HubSpot has no search for them, and nobody documents the order of the list, so
 * every page is looked at: some in this call, the rest where `after` says.
 */
export async function findImports(request: FindRequest, fetching: Fetching): Promise<ImportRecordsReply> {
  const imports: FoundImport[] = [];
  const requests: RequestReport[] = [];
  let next: { after?: string } = request.after === undefined ? {} : { after: request.after };
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const asked = await askAboutImports(fetching, {
      path: importsPath(request.apiVersion),
      query: { limit: PAGE_SIZE, ...next },
      schema: importListBodySchema,
      task: 'list the imports',
    });
    requests.push(asked.request);
    // What earlier pages told is kept; `after` says that it is not all.
    if (!asked.ok) return page === 0 ? asked.failure : found({ imports, requests, ...next });
    imports.push(...asked.value.results.flatMap((one) => ofRun(one, request.runId)));
    next = afterOf(asked.value.paging);
    if (next.after === undefined) break;
  }
  return found({ imports, requests, ...next });
}

function ofRun({ id, importName, state, createdAt }: ImportBody, runId: string): readonly FoundImport[] {
  const name = readImportName(importName);
  return name?.runId === runId ? [{ importId: id, slice: name.slice, state, createdAt }] : [];
}

function found(result: { imports: FoundImport[]; requests: RequestReport[]; after?: string }) {
  return { ok: true as const, result: { kind: 'found' as const, ...result } };
}
