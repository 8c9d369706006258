import { fileBody, fileUrl } from '../format/file-body.ts';
import { filePaths } from '../http/api-paths.ts';
import type { Call, UploadCall } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid, replyJson, replyRefusal } from '../http/reply.ts';
import type { UploadRoute } from '../http/upload-route.ts';
import type { StoredFile, StoredFolder } from '../model/stored-file.ts';
import { addressOf, fileScopes, replyNoFile } from './files.ts';
import type { UploadRequest } from './upload-request.ts';
import { readUploadRequest } from './upload-request.ts';

type Upload = Extract<UploadRequest, { kind: 'upload' }>;

interface FileName {
  readonly name: string;
  readonly extension: string;
}

/** The wanted name may leave the extension to the uploaded file's own name. */
function fileNameOf(upload: Upload, wanted: string | undefined): FileName {
  const whole = wanted ?? upload.file.name;
  const split = /^(.+)\.([A-Za-z0-9]{1,10})$/u.exec(whole);
  if (split !== null) return { name: split[1] ?? '', extension: (split[2] ?? '').toLowerCase() };
  return {
    name: whole,
    extension: (/\.([A-Za-z0-9]{1,10})$/u.exec(upload.file.name)?.[1] ?? '').toLowerCase(),
  };
}

function pathOf({ name, extension }: FileName, folder: StoredFolder | undefined): string {
  return `${folder?.path ?? ''}/${name}${extension === '' ? '' : `.${extension}`}`;
}

type Destination =
  | { readonly kind: 'folder'; readonly folder: StoredFolder | undefined }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** Files guide: `folderId` or `folderPath`, not both. Folders of a path are made. */
function destinationOf({ form, kernel, nowMs }: UploadCall): Destination {
  const [id, path] = [form.fields.get('folderId'), form.fields.get('folderPath')];
  if ((id === undefined) === (path === undefined)) {
    return {
      kind: 'refused',
      reply: replyInvalid('Exactly one of folderId and folderPath must be provided'),
    };
  }
  const { files } = kernel.portal;
  if (path !== undefined) return { kind: 'folder', folder: files.ensureFolder(path, nowMs) };
  const folder = files.folderById(id ?? '');
  return folder === undefined
    ? { kind: 'refused', reply: replyInvalid(`Folder ${id ?? ''} does not exist`) }
    : { kind: 'folder', folder };
}

/** The name when it is free, else with the first free `-1`, `-2`, … (recorded answer, 2025-04). */
function freeName(wanted: FileName, folder: StoredFolder | undefined, { kernel, nowMs }: Call): FileName {
  for (let count = 0; ; count += 1) {
    const tried = count === 0 ? wanted : { ...wanted, name: `${wanted.name}-${count}` };
    if (kernel.portal.files.fileAt(pathOf(tried, folder), nowMs) === undefined) return tried;
  }
}

function replyFile(status: number, file: StoredFile, call: Call): Reply {
  return replyJson(status, fileBody(file, fileUrl(file, addressOf(call))));
}

interface Place {
  readonly name: FileName;
  readonly folder: StoredFolder | undefined;
}

/** The file an upload would repeat, in the folder or in the whole portal. */
function duplicateOf(
  upload: Upload,
  { name, folder }: Place,
  { kernel, nowMs }: Call,
): StoredFile | undefined {
  const content = Buffer.from(upload.file.bytes);
  const isSame = (file: StoredFile): boolean =>
    kernel.behaviour.duplicateFilesMatch === 'content'
      ? content.equals(file.bytes)
      : file.name === name.name && file.extension === name.extension;
  const isInScope = ({ parentFolderId }: StoredFile): boolean =>
    upload.options.duplicateValidationScope === 'ENTIRE_PORTAL' || parentFolderId === folder?.id;
  return kernel.portal.files.all(nowMs).find((file) => isInScope(file) && isSame(file));
}

function store(upload: Upload, place: Place, call: UploadCall): StoredFile {
  const { files } = call.kernel.portal;
  const path = pathOf(place.name, place.folder);
  const overwritten = files.fileAt(path, call.nowMs);
  if (overwritten !== undefined && !call.kernel.behaviour.overwriteKeepsFileId)
    files.delete(overwritten, call.nowMs);
  const kept = call.kernel.behaviour.overwriteKeepsFileId ? overwritten : undefined;
  const file: StoredFile = {
    id: kept?.id ?? files.nextId(),
    path,
    ...place.name,
    parentFolderId: place.folder?.id,
    access: upload.options.access,
    bytes: upload.file.bytes,
    createdAtMs: kept?.createdAtMs ?? call.nowMs,
    updatedAtMs: call.nowMs,
    expiresAtMs: upload.options.expiresAtMs,
    isDeleted: false,
  };
  files.put(file, call.nowMs);
  return file;
}

function runUpload(call: UploadCall): Reply {
  const upload = readUploadRequest(call);
  if (upload.kind === 'refused') return upload.reply;
  const wanted = fileNameOf(upload, call.form.fields.get('fileName'));
  // Public issue hubspot-api-python 32: an upload whose file part has no name either.
  if (wanted.name === '') return replyInvalid('Could not determine name from file');
  const destination = destinationOf(call);
  if (destination.kind === 'refused') return destination.reply;
  const { folder } = destination;
  const { duplicateValidationStrategy: strategy, overwrite } = upload.options;
  const duplicate = strategy === 'NONE' ? undefined : duplicateOf(upload, { name: wanted, folder }, call);
  if (duplicate !== undefined && strategy === 'RETURN_EXISTING') return replyFile(201, duplicate, call);
  if (duplicate !== undefined) {
    const message = `A duplicate of the file exists: ${duplicate.id}`;
    return replyRefusal(call.kernel.behaviour.duplicateFileStatus, { message, category: 'CONFLICT' });
  }
  const name = overwrite ? wanted : freeName(wanted, folder, call);
  return replyFile(201, store(upload, { name, folder }, call), call);
}

/** New content and access for a file; its id, name and place stay. */
function runReplace(call: UploadCall): Reply {
  const { files } = call.kernel.portal;
  const file = files.fileById(call.params.fileId ?? '', call.nowMs);
  if (file === undefined) return replyNoFile;
  const upload = readUploadRequest(call);
  if (upload.kind === 'refused') return upload.reply;
  const { access, expiresAtMs } = upload.options;
  const replaced = { ...file, bytes: upload.file.bytes, access, expiresAtMs, updatedAtMs: call.nowMs };
  files.put(replaced, call.nowMs);
  return replyFile(200, replaced, call);
}

export const uploadRoutes: readonly UploadRoute[] = [
  { method: 'POST', paths: filePaths('files'), anyScopeOf: fileScopes, run: runUpload },
  { method: 'PUT', paths: filePaths('files/:fileId{[0-9]+}'), anyScopeOf: fileScopes, run: runReplace },
];
