import { signFile } from '../format/file-signature.ts';
import type { OpenCall } from '../http/open-route.ts';
import type { OpenRoute } from '../http/open-route.ts';
import type { Reply } from '../http/reply.ts';
import type { StoredFile } from '../model/stored-file.ts';
import { isPublic } from '../model/stored-file.ts';

function isSigned(file: StoredFile, { kernel, query, nowMs }: OpenCall): boolean {
  const expires = Number(query.get('Expires') ?? 0);
  const isInTime = Number.isInteger(expires) && expires * 1_000 > nowMs;
  return isInTime && query.get('Signature') === signFile(file.id, expires, kernel.seed);
}

function errorPage(status: number): Reply {
  return { kind: 'html', status, body: `<html><head><title>${status}</title></head><body></body></html>\n` };
}

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
  gz: 'application/gzip',
};

/** The file host: no token, no rate limit. A private file opens to a valid signature only. */
function runDownload(call: OpenCall): Reply {
  const { kernel, params, nowMs } = call;
  const isThisPortal = params.portalId === String(kernel.portal.account.portalId);
  const file = isThisPortal ? kernel.portal.files.fileAt(params.path ?? '', nowMs) : undefined;
  if (file === undefined) return errorPage(404);
  if (!isPublic(file) && !isSigned(file, call)) return errorPage(kernel.behaviour.unsignedFileStatus);
  const contentType = contentTypes[file.extension] ?? 'application/octet-stream';
  return { kind: 'bytes', status: 200, bytes: file.bytes, contentType };
}

export const downloadRoute: OpenRoute = { path: '/hubfs/:portalId{[0-9]+}/:path{.+}', run: runDownload };
