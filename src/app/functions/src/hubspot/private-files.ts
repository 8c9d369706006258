import * as v from 'valibot';
import { makeFailure } from '../failure.ts';
import { isSafeAddress } from './connection.ts';
import type { Fetched } from './decode-answer.ts';
import type { Fetching } from './fetch-json.ts';
import { changeFile, DONE, filesPathOf, getFileJson, statPath } from './file-api.ts';
import type { fileSchema } from './file-api.ts';
import type { PrivatePath } from './private-path.ts';

/*
 * The portal's file manager as storage of this app: private files below one folder, known by their paths. A file is
 * found by `stat`, which sees an upload at once; the search, by which a folder is listed, sees it minutes later
 * (public practice, 2026).
 */

const signedUrlSchema = v.object({ url: v.string() });

/** Long enough for one download, too short for an address that leaks to be of use. */
const SIGNED_FOR_SECONDS = 60;

export interface FileToWrite {
  readonly path: PrivatePath;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** ISO period after which HubSpot deletes the file for good: at least a day, at most a year. */
  readonly timeToLive: string;
}

/** Writes a private file, whether or not one is there; writing twice does no harm. Folders are made. */
export async function writePrivateFile(
  fetching: Fetching,
  { path, bytes, timeToLive }: FileToWrite,
): Promise<Fetched<null>> {
  const form = new FormData();
  form.append('file', new Blob([bytes]), path.name);
  form.append('fileName', path.name);
  form.append('folderPath', path.folder);
  form.append('options', JSON.stringify({ access: 'PRIVATE', overwrite: true, ttl: timeToLive }));
  return changeFile(fetching, {
    method: 'POST',
    path: filesPathOf('files'),
    form,
    task: 'write a private file',
  });
}

export type PrivateContent =
  | { readonly kind: 'content'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  /** Not read: it is no file this app wrote. */
  | { readonly kind: 'too-large' };

export async function readPrivateFile(
  fetching: Fetching,
  { path, maxBytes }: { readonly path: PrivatePath; readonly maxBytes: number },
): Promise<Fetched<PrivateContent>> {
  const found = await findFile(fetching, path);
  if (!found.ok) return found;
  if (found.value === undefined) return { ok: true, value: { kind: 'absent' } };
  const { id, size } = found.value;
  if (size !== undefined && size > maxBytes) return { ok: true, value: { kind: 'too-large' } };
  const signed = await signFile(fetching, id, SIGNED_FOR_SECONDS);
  if (!signed.ok) return signed;
  if (signed.value === undefined) return { ok: true, value: { kind: 'absent' } };
  return download(fetching, { url: signed.value.url, size, maxBytes });
}

function signFile(fetching: Fetching, id: string, seconds: number) {
  return getFileJson(fetching, {
    path: filesPathOf(`files/${id}/signed-url`),
    query: { expirationSeconds: String(seconds) },
    task: 'sign a private file',
    schema: signedUrlSchema,
  });
}

/** An address under which anybody can load the file until it expires; undefined where there is no such file. */
export async function addressOfPrivateFile(
  fetching: Fetching,
  path: PrivatePath,
  seconds: number,
): Promise<Fetched<string | undefined>> {
  const found = await findFile(fetching, path);
  if (!found.ok || found.value === undefined) return found.ok ? { ok: true, value: undefined } : found;
  const signed = await signFile(fetching, found.value.id, seconds);
  if (!signed.ok) return signed;
  const url = signed.value?.url;
  return url !== undefined && isSafeAddress(url) ? { ok: true, value: url } : lost('it has no safe address');
}

interface SignedFile {
  readonly url: string;
  readonly size: number | undefined;
  readonly maxBytes: number;
}

async function download(
  { client, deadline }: Fetching,
  { url, size, maxBytes }: SignedFile,
): Promise<Fetched<PrivateContent>> {
  if (!isSafeAddress(url)) return lost('the signed address is not encrypted');
  const downloaded = await client.download({ url, maxBytes, timeoutMs: deadline.remainingMs() });
  switch (downloaded.kind) {
    case 'bytes':
      // The host of files caches: an older or a broken-off content must not be taken for this one.
      if (size !== undefined && size !== downloaded.bytes.byteLength)
        return lost('it came with another size');
      return { ok: true, value: { kind: 'content', bytes: downloaded.bytes } };
    case 'too-large':
      return { ok: true, value: downloaded };
    case 'failed': {
      const { answer } = downloaded;
      return lost(answer.kind === 'response' ? `its host answered ${answer.status}` : answer.message);
    }
  }
}

/** Deletes a file so that HubSpot cannot restore it. One that is not there is as good as deleted. */
export async function removePrivateFile(fetching: Fetching, place: PrivatePath): Promise<Fetched<null>> {
  const found = await findFile(fetching, place);
  if (!found.ok) return found;
  if (found.value === undefined) return DONE;
  const path = filesPathOf(`files/${found.value.id}/gdpr-delete`);
  const removed = await changeFile(fetching, { method: 'DELETE', path, task: 'delete a private file' });
  return !removed.ok && removed.failure.error.status === 404 ? DONE : removed;
}

type FileEntry = v.InferOutput<typeof fileSchema>;

async function findFile(
  fetching: Fetching,
  { folder, name }: PrivatePath,
): Promise<Fetched<FileEntry | undefined>> {
  const found = await statPath(fetching, `${folder}/${name}`);
  return found.ok ? { ok: true, value: found.value?.file ?? undefined } : found;
}

function lost(why: string): Fetched<never> {
  return { ok: false, failure: makeFailure('unavailable', `Could not download a private file: ${why}.`) };
}
