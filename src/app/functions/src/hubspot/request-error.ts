import { requestErrorSchema } from '@bulk-records/core/contract';
import type { RequestError } from '@bulk-records/core/contract';
import type { Response } from './http-answer.ts';
import { readJson } from './read-json.ts';

/**
 * The error of a refused request. HubSpot documents all fields as optional, and some refusals are HTML (recorded
 * traffic, 2024-10: a 404): then the status alone has to do.
 */
export function readRequestError(response: Response): RequestError {
  const read = readJson(requestErrorSchema, response.body);
  const error = read.kind === 'json' ? read.value : { message: '', context: {}, errors: [] };
  const correlationId = error.correlationId ?? response.headers.get('x-hubspot-correlation-id');
  return {
    ...error,
    message: error.message === '' ? describeStatus(response, read) : error.message,
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}

function describeStatus(response: Response, read: ReturnType<typeof readJson>): string {
  const why = read.kind === 'unreadable' ? read.why : 'the body has no message';
  return `HubSpot answered ${response.status}; ${why}`;
}
