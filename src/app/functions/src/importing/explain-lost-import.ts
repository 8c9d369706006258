import type { Failure } from '@bulk-records/core/contract';
import { makeFailure } from '../failure.ts';
import type { HttpAnswer } from '../hubspot/http-answer.ts';
import { explainLostRequest, nameMissingScope } from '../hubspot/refusal-failure.ts';

/** HubSpot, imports API: the one scope for starting, reading and canceling. */
const SCOPE = 'crm.import';

/** Says why a request about imports brought nothing. `task`: what it was for, `read an import`. */
export function explainLostImport(answer: HttpAnswer, task: string): Failure {
  return namingImports(explainLostRequest(answer, task));
}

/** The failure of a request about imports, in their terms. */
export function namingImports(failure: Failure): Failure {
  const { error } = nameMissingScope(failure, SCOPE);
  // Only of records does a 404 speak of the object type.
  if (error.status !== 404) return { ok: false, error };
  const { message, status, correlationId } = error;
  return makeFailure('bad-request', message, {
    status,
    ...(correlationId === undefined ? {} : { correlationId }),
  });
}
