import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const gunzipAsync = promisify(gunzip);

/** What a gzip in base64 holds, or null for no gzip. Never more than `maxBytes`: what unpacks to more is a bomb. */
export async function unpack(content: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = await gunzipAsync(Buffer.from(content, 'base64'), { maxOutputLength: maxBytes });
    return new Uint8Array(bytes);
  } catch {
    return null;
  }
}
