import * as v from 'valibot';
import type { UploadCall } from '../http/call.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { Reply } from '../http/reply.ts';
import { replyInvalid } from '../http/reply.ts';
import type { UploadedFile } from '../http/upload-form.ts';
import type { FileAccess } from '../model/stored-file.ts';
import { hiddenAccesses, uploadAccesses } from '../model/stored-file.ts';

const optionsBody = v.object({
  access: v.picklist([...uploadAccesses, ...hiddenAccesses]),
  ttl: v.optional(v.string()),
  overwrite: v.optional(v.boolean(), false),
  duplicateValidationStrategy: v.optional(v.picklist(['NONE', 'REJECT', 'RETURN_EXISTING']), 'NONE'),
  duplicateValidationScope: v.optional(v.picklist(['ENTIRE_PORTAL', 'EXACT_FOLDER']), 'ENTIRE_PORTAL'),
});

const javaTypes = {
  body: 'com.hubspot.filemanager.FileUploadOptions$Json',
  input: 'com.hubspot.filemanager.FileUploadOptions$Json',
};

export interface UploadOptions extends Omit<v.InferOutput<typeof optionsBody>, 'access' | 'ttl'> {
  readonly access: FileAccess;
  readonly expiresAtMs: number | undefined;
}

export type UploadRequest =
  | { readonly kind: 'upload'; readonly file: UploadedFile; readonly options: UploadOptions }
  | { readonly kind: 'refused'; readonly reply: Reply };

const dayMs = 86_400_000;
const daysPer = { D: 1, W: 7, M: 30, Y: 365 } as const;

/** HubSpot's files guide: from one day to one year, as an ISO period. */
function ttlMs(period: string): number | undefined {
  const [, count, unit] = /^P(\d{1,3})([DWMY])$/u.exec(period) ?? [];
  const days = (['D', 'W', 'M', 'Y'] as const)
    .filter((known) => known === unit)
    .map((known) => Number(count) * daysPer[known])[0];
  return days === undefined || days < 1 || days > 366 ? undefined : days * dayMs;
}

function refuse(message: string): UploadRequest {
  return { kind: 'refused', reply: replyInvalid(message) };
}

/** What upload and replacement have in common: the file, and the options, whose `access` must be said. */
export function readUploadRequest({ form, nowMs }: UploadCall): UploadRequest {
  if (form.file === undefined) return refuse('file is required');
  const optionsText = form.fields.get('options');
  if (optionsText === undefined) return refuse('options is required');
  const decoded = decodeBody(optionsText, optionsBody, javaTypes);
  if (decoded.kind === 'undecodable') return refuse(decoded.message);
  const { access: wanted, ttl, ...rest } = decoded.value;
  const access = uploadAccesses.find((each) => each === wanted);
  if (access === undefined) return refuse(`Files can not be hidden: ${wanted}`);
  const lifeMs = ttl === undefined ? undefined : ttlMs(ttl);
  if (ttl !== undefined && lifeMs === undefined) return refuse('ttl must be between 1 day and 1 year');
  const expiresAtMs = lifeMs === undefined ? undefined : nowMs + lifeMs;
  return { kind: 'upload', file: form.file, options: { ...rest, access, expiresAtMs } };
}
