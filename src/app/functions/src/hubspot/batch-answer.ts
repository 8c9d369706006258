import { batchBodySchema, UNREACHED_STATUSES } from '@bulk-records/core/contract';
import type { BatchAnswer, RefusedBatch, RequestReport, UnansweredBatch } from '@bulk-records/core/contract';
import type { GenericSchema, InferOutput } from 'valibot';
import type { HttpAnswer, Response } from './http-answer.ts';
import { readRateReport } from './rate-report.ts';
import { readJson } from './read-json.ts';
import { readRequestError } from './request-error.ts';
import { readRetryAfterMs } from './retry-after.ts';

/** What a request that changes something proves. `answered` and `accepted`: HubSpot took it. */
export type SortedAnswer<Body> =
  | ({ readonly kind: 'answered'; readonly status: number; readonly body: Body } & When)
  | ({ readonly kind: 'accepted'; readonly status: number } & When)
  | RefusedBatch
  | UnansweredBatch;

type When = Pick<RequestReport, 'sentAt' | 'receivedAt' | 'rate'>;

/**
 * Sorts what came of a batch request by what it proves: a readable 2xx answers row by row, 204 accepts, a 4xx and
 * what never reached HubSpot wrote nothing, and everything else leaves open whether it was applied.
 */
export function toBatchAnswer(answer: HttpAnswer): BatchAnswer {
  return sortAnswer(answer, batchBodySchema);
}

/** The same for a request that is answered by another body. */
export function sortAnswer<const Schema extends GenericSchema>(
  answer: HttpAnswer,
  schema: Schema,
): SortedAnswer<InferOutput<Schema>> {
  if (answer.kind === 'response') return sortByStatus(answer, schema);
  const { cause, message, sentAt, receivedAt } = answer;
  return { kind: 'no-answer', cause, message, sentAt, receivedAt, rate: {} };
}

function sortByStatus<const Schema extends GenericSchema>(
  response: Response,
  schema: Schema,
): SortedAnswer<InferOutput<Schema>> {
  const { status } = response;
  if (status === 204) return { kind: 'accepted', status, ...whenOf(response) };
  if (status >= 200 && status < 300) return readAnswered(response, schema);
  // 408 is a server giving up on a request it may have begun to carry out; HubSpot's guide doesn't list it.
  const isRefused = status >= 400 && status < 500 && status !== 408;
  if (isRefused || UNREACHED_STATUSES.includes(status)) {
    return {
      kind: 'refused',
      status,
      error: readRequestError(response),
      ...waitOf(response),
      ...whenOf(response),
    };
  }
  return unanswered(response, 'server-error', describeServerError(response));
}

function readAnswered<const Schema extends GenericSchema>(
  response: Response,
  schema: Schema,
): SortedAnswer<InferOutput<Schema>> {
  const { status, body } = response;
  if (body.kind === 'cut') {
    return unanswered(response, body.cause, `HubSpot answered ${status}, but the body broke off`);
  }
  const read = readJson(schema, body);
  if (read.kind === 'json') return { kind: 'answered', status, body: read.value, ...whenOf(response) };
  return unanswered(response, 'unreadable', `HubSpot answered ${status}, but ${read.why}`);
}

function unanswered(response: Response, cause: UnansweredBatch['cause'], message: string): UnansweredBatch {
  return {
    kind: 'no-answer',
    cause,
    status: response.status,
    message,
    ...waitOf(response),
    ...whenOf(response),
  };
}

function describeServerError(response: Response): string {
  const { correlationId } = readRequestError(response);
  const reference = correlationId === undefined ? '' : ` (correlation id ${correlationId})`;
  return `HubSpot answered ${response.status}${reference}`;
}

function whenOf(response: Response) {
  const { sentAt, receivedAt, headers } = response;
  return { sentAt, receivedAt, rate: readRateReport(headers) };
}

function waitOf(response: Response) {
  const retryAfterMs = readRetryAfterMs(response.headers, response.receivedAt);
  return retryAfterMs === undefined ? {} : { retryAfterMs };
}
