import { decodeWith } from '@bulk-records/core/contract';
import type * as v from 'valibot';
import type { Fetched } from '../hubspot/decode-answer.ts';
import type { Fetching } from '../hubspot/fetch-json.ts';
import { readPrivateFile } from '../hubspot/private-files.ts';
import type { PrivatePath } from '../hubspot/private-path.ts';

const MAX_BYTES = 60_000;

/** A small private file, decoded. Undefined where there is none, and where somebody else wrote it. */
export async function readJsonFile<const Schema extends v.GenericSchema>(
  fetching: Fetching,
  { path, schema }: { readonly path: PrivatePath; readonly schema: Schema },
): Promise<Fetched<v.InferOutput<Schema> | undefined>> {
  const read = await readPrivateFile(fetching, { path, maxBytes: MAX_BYTES });
  if (!read.ok) return read;
  return { ok: true, value: read.value.kind === 'content' ? decode(read.value.bytes, schema) : undefined };
}

function decode<const Schema extends v.GenericSchema>(
  bytes: Uint8Array,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  try {
    const decoded = decodeWith(schema, JSON.parse(new TextDecoder().decode(bytes)));
    return decoded.ok ? decoded.value : undefined;
  } catch {
    return undefined;
  }
}
