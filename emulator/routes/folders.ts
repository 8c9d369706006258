import * as v from 'valibot';
import { folderBody } from '../format/file-body.ts';
import { filePaths } from '../http/api-paths.ts';
import type { Call } from '../http/call.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal } from '../http/reply.ts';
import type { PlainRoute } from '../http/route.ts';
import type { StoredFolder } from '../model/stored-file.ts';
import { readPage } from './file-page.ts';
import { fileScopes } from './files.ts';

const folderInput = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  parentFolderId: v.optional(v.string()),
  parentPath: v.optional(v.string()),
});

const javaTypes = {
  body: 'com.hubspot.filemanager.FolderInput$Json',
  input: 'com.hubspot.filemanager.FolderInput$Json',
};

function runCreate({ kernel, bodyText, nowMs }: Call): Reply {
  const decoded = decodeBody(bodyText, folderInput, javaTypes);
  if (decoded.kind === 'undecodable') return replyRefusal(400, { message: decoded.message });
  const { name, parentFolderId, parentPath } = decoded.value;
  if (parentFolderId !== undefined && parentPath !== undefined) {
    return replyInvalid('parentFolderPath and parentFolderId cannot be set at the same time');
  }
  const { files } = kernel.portal;
  const parent = parentFolderId === undefined ? undefined : files.folderById(parentFolderId);
  if (parentFolderId !== undefined && parent === undefined) {
    return replyInvalid(`Folder ${parentFolderId} does not exist`);
  }
  const path = `${parent?.path ?? parentPath ?? ''}/${name}`;
  if (files.folderAt(path) !== undefined) {
    return replyRefusal(409, { message: `A folder exists at ${path}`, category: 'CONFLICT' });
  }
  const folder = files.ensureFolder(path, nowMs);
  return folder === undefined ? replyInvalid('name is required') : replyJson(201, folderBody(folder));
}

function passes(folder: StoredFolder, { query }: Call): boolean {
  const values = {
    ids: folder.id,
    parentFolderIds: folder.parentFolderId,
    name: folder.name,
    path: folder.path,
  };
  return Object.entries(values).every(([name, value]) => {
    const wanted = query.getAll(name);
    return wanted.length === 0 || wanted.includes(value ?? '');
  });
}

const sortKeys: Readonly<Record<string, (folder: StoredFolder) => string | number>> = {
  id: ({ id }) => Number(id),
  name: ({ name }) => name,
  path: ({ path }) => path,
  createdAt: ({ createdAtMs }) => createdAtMs,
};

function runSearch(call: Call): Reply {
  const found = call.kernel.portal.files.folders().filter((folder) => passes(folder, call));
  return readPage(found, { call, sortKeys, toBody: folderBody });
}

export const folderRoutes: readonly PlainRoute[] = [
  { method: 'POST', paths: filePaths('folders'), anyScopeOf: fileScopes, run: runCreate },
  { method: 'GET', paths: filePaths('folders/search'), anyScopeOf: fileScopes, run: runSearch },
];
