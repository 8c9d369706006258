import { createHash } from 'node:crypto';
import type { StoredFile, StoredFolder } from '../model/stored-file.ts';
import type { JsonObject } from './json.ts';

/** Names a file's type as HubSpot does, by its extension; what is not listed is OTHER. */
const typesByExtension: Readonly<Record<string, string>> = {
  png: 'IMG',
  jpg: 'IMG',
  jpeg: 'IMG',
  gif: 'IMG',
  pdf: 'DOCUMENT',
  csv: 'DOCUMENT',
  docx: 'DOCUMENT',
  txt: 'DOCUMENT',
  xlsx: 'DOCUMENT',
};

export function fileTypeOf({ extension }: StoredFile): string {
  return typesByExtension[extension] ?? 'OTHER';
}

/** The address of a file; a private one answers there only with a signature behind it. */
export function fileUrl(
  file: StoredFile,
  base: { readonly baseUrl: string; readonly portalId: number },
): string {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return `${base.baseUrl}/hubfs/${base.portalId}${path}`;
}

/** `File` of HubSpot's OpenAPI, 2026-03. `name` has no extension, `path` has (recorded answer, 2025-04). */
export function fileBody(file: StoredFile, url: string): JsonObject {
  return {
    id: file.id,
    createdAt: new Date(file.createdAtMs).toISOString(),
    updatedAt: new Date(file.updatedAtMs).toISOString(),
    parentFolderId: file.parentFolderId,
    name: file.name,
    path: file.path,
    size: file.bytes.byteLength,
    type: fileTypeOf(file),
    extension: file.extension,
    defaultHostingUrl: url,
    url,
    isUsableInContent: true,
    access: file.access,
    expiresAt: file.expiresAtMs,
    fileMd5: createHash('md5').update(file.bytes).digest('hex'),
    sourceGroup: 'CONTENT',
    archived: file.isDeleted,
  };
}

export function folderBody({ id, path, name, parentFolderId, createdAtMs }: StoredFolder): JsonObject {
  const createdAt = new Date(createdAtMs).toISOString();
  return { id, createdAt, updatedAt: createdAt, parentFolderId, name, path, archived: false };
}
