import type {
  ApiVersion,
  Failure,
  FollowedImport,
  ImportRecordsReply,
  ImportRecordsRequest,
} from '@bulk-records/core/contract';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { importsPath } from '../hubspot/paths.ts';
import { inParallel } from '../in-parallel.ts';
import { askAboutImports } from './ask-about-imports.ts';
import type { Asked } from './ask-about-imports.ts';
import { importBodySchema } from './import-body.ts';
import type { ImportBody } from './import-body.ts';

type FollowRequest = Extract<ImportRecordsRequest, { task: 'follow' }>;

interface Followed {
  readonly importId: string;
  readonly asked: Asked<ImportBody>;
}

const AT_ONCE = 5;

/** How far imports are: one request each, and what one of them cannot tell does not hide the others. */
export async function followImports(request: FollowRequest, fetching: Fetching): Promise<ImportRecordsReply> {
  const importIds = [...new Set(request.importIds)];
  const all = await inParallel(importIds, AT_ONCE, (id) => follow(id, request.apiVersion, fetching));
  const failures = all.map(({ asked }) => (asked.ok ? undefined : asked.failure));
  const blocking = failures.find(blocksAll);
  if (blocking !== undefined) return blocking;
  return {
    ok: true,
    result: {
      kind: 'followed',
      imports: all.flatMap(({ asked }) => (asked.ok ? [describe(asked.value)] : [])),
      missingIds: idsWith(all, (failure) => failure.error.status === 404),
      unreadIds: idsWith(all, (failure) => failure.error.status !== 404),
      requests: all.map(({ asked }) => asked.request),
    },
  };
}

async function follow(importId: string, version: ApiVersion, fetching: Fetching): Promise<Followed> {
  const asked = await askAboutImports(fetching, {
    path: importsPath(version, importId),
    schema: importBodySchema,
    task: 'read an import',
  });
  return { importId, asked };
}

function describe({ id, state, createdAt, updatedAt, metadata }: ImportBody): FollowedImport {
  return { importId: id, state, counters: metadata.counters, createdAt, updatedAt };
}

/** No other import could be read either. */
function blocksAll(failure: Failure | undefined): boolean {
  return failure?.error.code === 'missing-scopes' || failure?.error.code === 'invalid-token';
}

function idsWith(all: readonly Followed[], holds: (failure: Failure) => boolean): string[] {
  return all.flatMap(({ importId, asked }) => (!asked.ok && holds(asked.failure) ? [importId] : []));
}
