import type { Failure, FunctionError, FunctionErrorCode } from '@bulk-records/core/contract';

type FailureDetails = Partial<Pick<FunctionError, 'status' | 'correlationId' | 'scopes' | 'retryAfterMs'>>;

const RETRYABLE_CODES: ReadonlySet<FunctionErrorCode> = new Set([
  'rate-limited',
  'unavailable',
  'unreadable-answer',
]);

/** A function's "could not do my work", with what the card needs to decide what comes next. */
export function makeFailure(code: FunctionErrorCode, message: string, details: FailureDetails = {}): Failure {
  const { scopes = [], ...rest } = details;
  return { ok: false, error: { code, message, retryable: RETRYABLE_CODES.has(code), scopes, ...rest } };
}

/** One sentence out of many problems, for a caller that sent something else than the contract says. */
export function makeBadRequest(problems: readonly string[]): Failure {
  return makeFailure('bad-request', `The parameters are not as agreed: ${problems.slice(0, 10).join('; ')}.`);
}
