import { DEFAULT_API_VERSION } from '@bulk-records/core/contract';
import * as v from 'valibot';
import type { HubSpotRequest } from './client.ts';
import { fetchJson } from './fetch-json.ts';
import type { Fetched } from './decode-answer.ts';
import type { Fetching, JsonSource } from './fetch-json.ts';
import { filesPath } from './paths.ts';
import { explainLostRequest, nameMissingScope } from './refusal-failure.ts';

export const fileSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{1,20}$/, 'expected a file id')),
  path: v.optional(v.string(), ''),
  size: v.optional(v.number()),
  updatedAt: v.optional(v.string(), ''),
});

const statSchema = v.object({
  file: v.optional(v.nullable(fileSchema)),
  folder: v.optional(v.nullable(v.object({ id: v.string() }))),
});

type FileStat = v.InferOutput<typeof statSchema>;

const SCOPE = 'files';

export const DONE = { ok: true, value: null } as const;

/** The file or folder at a path, as it is now; undefined when nothing is there. */
export function statPath(fetching: Fetching, path: string): Promise<Fetched<FileStat | undefined>> {
  const rest = `files/stat/${encodeURIComponent(path.slice(1))}`;
  return getFileJson(fetching, { path: filesPathOf(rest), task: 'find a private file', schema: statSchema });
}

/** Undefined for a 404: the file or folder is not there, or not any more. */
export async function getFileJson<const Schema extends v.GenericSchema>(
  fetching: Fetching,
  source: JsonSource<Schema>,
): Promise<Fetched<v.InferOutput<Schema> | undefined>> {
  const fetched = await fetchJson(fetching, source);
  if (fetched.ok) return fetched;
  const { failure } = fetched;
  return failure.error.status === 404
    ? { ok: true, value: undefined }
    : { ok: false, failure: nameMissingScope(failure, SCOPE) };
}

/** Sends what changes something; HubSpot's answer to it says nothing that is needed. */
export async function changeFile(
  { client, deadline }: Fetching,
  { task, ...request }: Omit<HubSpotRequest, 'timeoutMs'> & { readonly task: string },
): Promise<Fetched<null>> {
  const answer = await client.send({ ...request, timeoutMs: deadline.remainingMs() });
  const isDone = answer.kind === 'response' && answer.status >= 200 && answer.status < 300;
  return isDone ? DONE : { ok: false, failure: nameMissingScope(explainLostRequest(answer, task), SCOPE) };
}

export function filesPathOf(rest: string): string {
  return filesPath(DEFAULT_API_VERSION, rest);
}
