import type { NoAnswerCause } from './http-answer.ts';

/** The thrown message itself may hold the address or, for an illegal header, the token. */
export function describeLoss(cause: NoAnswerCause, thrown: unknown): string {
  if (cause === 'timeout') return 'HubSpot did not answer in time';
  const code = codeOf(thrown) ?? codeOf(thrown instanceof Error ? thrown.cause : undefined);
  return code === undefined ? 'The connection failed' : `The connection failed (${code})`;
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  const code = String(thrown.code);
  return /^[A-Z_]{1,40}$/.test(code) ? code : undefined;
}
