import { createHash } from 'node:crypto';

/** What makes an address of a private file valid until `expires` (seconds since the epoch). */
export function signFile(fileId: string, expires: number, seed: number): string {
  return createHash('sha256').update(`${fileId}|${expires}|${seed}`).digest('hex');
}
