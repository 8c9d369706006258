import { fileBody, fileTypeOf, fileUrl, folderBody } from '../format/file-body.ts';
import { signFile } from '../format/file-signature.ts';
import { filePaths } from '../http/api-paths.ts';
import type { Call } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal } from '../http/reply.ts';
import type { PlainRoute } from '../http/route.ts';
import type { StoredFile } from '../model/stored-file.ts';
import { readPage } from './file-page.ts';

export const fileScopes = ['files'];

/** The body is that of a 404 of `stat` (observed live, 2026): no category. */
export const replyNoFile: Reply = replyRefusal(404, { message: 'No file or folder exists at path' });

/** What the addresses of the portal's files begin with. */
export function addressOf({ kernel, origin }: Call): { readonly baseUrl: string; readonly portalId: number } {
  return { baseUrl: kernel.fileBaseUrl ?? origin, portalId: kernel.portal.account.portalId };
}

function bodyOf(file: StoredFile, call: Call): ReturnType<typeof fileBody> {
  return fileBody(file, fileUrl(file, addressOf(call)));
}

function addressed({ kernel, params, nowMs }: Call): StoredFile | undefined {
  return kernel.portal.files.fileById(params.fileId ?? '', nowMs);
}

function runRead(call: Call): Reply {
  const file = addressed(call);
  return file === undefined ? replyNoFile : replyJson(200, bodyOf(file, call));
}

/** A file or a folder by its path, as it is now. */
function runStat(call: Call): Reply {
  const { files } = call.kernel.portal;
  const path = call.params.path ?? '';
  const file = files.fileAt(path, call.nowMs);
  if (file !== undefined) return replyJson(200, { file: bodyOf(file, call) });
  const folder = files.folderAt(path);
  return folder === undefined ? replyNoFile : replyJson(200, { folder: folderBody(folder) });
}

const defaultExpirationSeconds = 4 * 60 * 60;

/** A signed address for "a few hours" (files guide); sensitive files have none (public issue, 2024). */
function runSign(call: Call): Reply {
  const file = addressed(call);
  if (file === undefined || file.access === 'SENSITIVE') return replyNoFile;
  const seconds = Number(call.query.get('expirationSeconds') ?? defaultExpirationSeconds);
  if (!Number.isInteger(seconds) || seconds < 1) return replyInvalid('expirationSeconds must be positive');
  const expires = Math.floor(call.nowMs / 1_000) + seconds;
  const signature = signFile(file.id, expires, call.kernel.seed);
  return replyJson(200, {
    expiresAt: new Date(expires * 1_000).toISOString(),
    url: `${fileUrl(file, addressOf(call))}?Expires=${expires}&Signature=${signature}`,
    name: file.name,
    extension: file.extension,
    type: fileTypeOf(file),
    size: file.bytes.byteLength,
  });
}

/** Deleting and deleting for good differ in what HubSpot could still restore, not in what the API answers. */
function runDelete(call: Call): Reply {
  const file = addressed(call);
  if (file === undefined) return replyNoFile;
  call.kernel.portal.files.delete(file, call.nowMs);
  return { kind: 'empty', status: 204 };
}

const filters: Readonly<Record<string, (file: StoredFile) => string | undefined>> = {
  ids: ({ id }) => id,
  parentFolderIds: ({ parentFolderId }) => parentFolderId,
  name: ({ name }) => name,
  path: ({ path }) => path,
  extension: ({ extension }) => extension,
  type: fileTypeOf,
  size: ({ bytes }) => String(bytes.byteLength),
};

function passes(file: StoredFile, { query }: Call): boolean {
  return Object.entries(filters).every(([name, valueOf]) => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || wanted.includes(valueOf(file) ?? '');
  });
}

const sortKeys: Readonly<Record<string, (file: StoredFile) => string | number>> = {
  id: ({ id }) => Number(id),
  name: ({ name }) => name,
  path: ({ path }) => path,
  size: ({ bytes }) => bytes.byteLength,
  createdAt: ({ createdAtMs }) => createdAtMs,
  updatedAt: ({ updatedAtMs }) => updatedAtMs,
};

/** Looks into the index, which lags minutes behind uploads and deletions. */
function runSearch(call: Call): Reply {
  const found = call.kernel.portal.files.found(call.nowMs).filter((file) => passes(file, call));
  return readPage(found, { call, sortKeys, toBody: (file) => bodyOf(file, call) });
}

const one = filePaths('files/:fileId{[0-9]+}');

export const fileRoutes: readonly PlainRoute[] = [
  { method: 'GET', paths: filePaths('files/search'), anyScopeOf: fileScopes, run: runSearch },
  { method: 'GET', paths: filePaths('files/stat/:path{.+}'), anyScopeOf: fileScopes, run: runStat },
  { method: 'GET', paths: one, anyScopeOf: fileScopes, run: runRead },
  { method: 'DELETE', paths: one, anyScopeOf: fileScopes, run: runDelete },
  { method: 'GET', paths: one.map((path) => `${path}/signed-url`), anyScopeOf: fileScopes, run: runSign },
  {
    method: 'DELETE',
    paths: one.map((path) => `${path}/gdpr-delete`),
    anyScopeOf: fileScopes,
    run: runDelete,
  },
];
