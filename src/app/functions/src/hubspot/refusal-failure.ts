import type { Failure, FunctionErrorCode, RequestError } from '@bulk-records/core/contract';
import { makeFailure } from '../failure.ts';
import type { HttpAnswer, Response } from './http-answer.ts';
import { readRequestError } from './request-error.ts';
import { readRetryAfterMs } from './retry-after.ts';

/** Says why a request that a function cannot do without brought nothing. `task`: what it was for, `read deals`. */
export function explainLostRequest(answer: HttpAnswer, task: string): Failure {
  if (answer.kind === 'no-answer') return makeFailure('unavailable', `Could not ${task}: ${answer.message}.`);
  const error = readRequestError(answer);
  const code = codeOf(answer, error);
  const retryAfterMs = readRetryAfterMs(answer.headers, answer.receivedAt);
  return makeFailure(code, `Could not ${task}: HubSpot answered ${answer.status}${reasonsOf(error)}.`, {
    status: answer.status,
    scopes: code === 'missing-scopes' ? [...missingScopesOf(error)] : [],
    ...(error.correlationId === undefined ? {} : { correlationId: error.correlationId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Not every 403 names the scope it misses; where it can only be one, that one is named. */
export function nameMissingScope({ ok, error }: Failure, scope: string): Failure {
  const isNameless = error.code === 'missing-scopes' && error.scopes.length === 0;
  return { ok, error: isNameless ? { ...error, scopes: [scope] } : error };
}

function codeOf({ status }: Response, error: RequestError): FunctionErrorCode {
  if (status === 401) return 'invalid-token';
  if (status === 403) return 'missing-scopes';
  if (status === 404) return 'unknown-object-type';
  if (status === 429) return 'rate-limited';
  // HubSpot error-handling guide: 423 locks pass after seconds, 477 is a migration under way.
  if (status === 408 || status === 423 || status === 477 || status >= 500) return 'unavailable';
  if (status === 400 && error.message.startsWith('Unable to infer object type')) return 'unknown-object-type';
  return status >= 400 ? 'bad-request' : 'unreadable-answer';
}

/** HubSpot names scopes in the error's own context or in that of its details, under two names. */
function missingScopesOf(error: RequestError): readonly string[] {
  const contexts = [error.context, ...error.errors.map((detail) => detail.context)];
  const scopes = contexts.flatMap((context) => [
    ...(context['requiredGranularScopes'] ?? []),
    ...(context['requiredScopes'] ?? []),
  ]);
  return [...new Set(scopes)];
}

/** Category, codes and property names only: HubSpot's sentences may quote values. */
function reasonsOf(error: RequestError): string {
  const codes = error.errors.flatMap((detail) => (detail.code === undefined ? [] : [detail.code]));
  const names = error.errors.flatMap((detail) => detail.context['propertyName'] ?? []);
  const words = [error.category ?? '', ...codes, ...names].filter((word) => /^\w{1,100}$/.test(word));
  const unique = [...new Set(words)].slice(0, 10);
  return unique.length === 0 ? '' : ` (${unique.join(', ')})`;
}
