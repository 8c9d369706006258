import type { HttpAnswer } from './http-answer.ts';
import { describeLoss } from './describe-loss.ts';

export interface DownloadRequest {
  readonly url: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** What came of downloading a file: its bytes, more than wanted, or an answer without a file. */
export type Download =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed'; readonly answer: HttpAnswer };

/**
 * Downloads from a signed address. It carries its own permission, so the token stays at home, also where the address
 * leads on to another. Reading stops at the limit: an address may lead to anything.
 */
export async function downloadFile({ url, maxBytes, timeoutMs }: DownloadRequest): Promise<Download> {
  const signal = AbortSignal.timeout(Math.max(1, Math.round(timeoutMs)));
  const sentAt = Date.now();
  try {
    const response = await fetch(url, { headers: { connection: 'close' }, signal });
    if (!response.ok) {
      await response.body?.cancel();
      const headers = new Map<string, string>();
      const { status } = response;
      const body = { kind: 'text', text: '' } as const;
      return {
        kind: 'failed',
        answer: { kind: 'response', status, headers, body, sentAt, receivedAt: Date.now() },
      };
    }
    return await readUpTo(response, maxBytes);
  } catch (thrown) {
    const cause = signal.aborted ? 'timeout' : 'connection';
    const loss = { kind: 'no-answer', cause, message: describeLoss(cause, thrown), sentAt } as const;
    return { kind: 'failed', answer: { ...loss, receivedAt: Date.now() } };
  }
}

async function readUpTo({ body }: Response, maxBytes: number): Promise<Download> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    length += read.value.byteLength;
    chunks.push(read.value);
    if (length <= maxBytes) continue;
    await reader?.cancel();
    return { kind: 'too-large' };
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
