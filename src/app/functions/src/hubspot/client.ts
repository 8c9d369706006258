import type { JsonValue } from '@bulk-records/core/contract';
import { AbortableClient } from './abortable-client.ts';
import type { HttpAnswer, NoAnswerCause, ResponseBody } from './http-answer.ts';

export interface HubSpotRequest {
  readonly method: 'GET' | 'POST';
  /** From `paths.ts`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
  /** After so long the answer counts as lost and the connection is closed. */
  readonly timeoutMs: number;
}

/** All HTTP with HubSpot goes through one of these. `send` never rejects and never sends twice. */
export interface HubSpotClient {
  send(request: HubSpotRequest): Promise<HttpAnswer>;
}

export interface HubSpotConnection {
  readonly accessToken: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

type FetchResponse = Awaited<ReturnType<AbortableClient['apiRequest']>>;

/** A client for one function call, on HubSpot's own package. */
export function createHubSpotClient(connection: HubSpotConnection): HubSpotClient {
  return { send: (request) => sendOnce(connection, request) };
}

async function sendOnce(connection: HubSpotConnection, request: HubSpotRequest): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(Math.max(1, Math.round(request.timeoutMs)));
  const sentAt = Date.now();
  try {
    const response = await startRequest(connection, request, signal);
    const body = await readBody(response, signal);
    const headers = new Map(
      [...response.headers].map(([name, value]) => [name.toLowerCase(), value] as const),
    );
    return { kind: 'response', status: response.status, headers, body, sentAt, receivedAt: Date.now() };
  } catch (thrown) {
    const cause = causeOf(signal);
    return { kind: 'no-answer', cause, message: describeLoss(cause, thrown), sentAt, receivedAt: Date.now() };
  }
}

function startRequest(
  connection: HubSpotConnection,
  request: HubSpotRequest,
  signal: AbortSignal,
): Promise<FetchResponse> {
  const { accessToken, baseUrl } = connection;
  const client = new AbortableClient({ accessToken, basePath: baseUrl }, signal);
  return client.apiRequest({
    method: request.method,
    path: request.path,
    ...(request.query === undefined ? {} : { qs: request.query }),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
}

async function readBody(response: FetchResponse, signal: AbortSignal): Promise<ResponseBody> {
  try {
    return { kind: 'text', text: await response.text() };
  } catch {
    return { kind: 'cut', cause: causeOf(signal) };
  }
}

function causeOf(signal: AbortSignal): NoAnswerCause {
  return signal.aborted ? 'timeout' : 'connection';
}

/** The thrown message itself may hold the address or, for an illegal header, the token. */
function describeLoss(cause: NoAnswerCause, thrown: unknown): string {
  if (cause === 'timeout') return 'HubSpot did not answer in time';
  const code = codeOf(thrown) ?? codeOf(thrown instanceof Error ? thrown.cause : undefined);
  return code === undefined ? 'The connection failed' : `The connection failed (${code})`;
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  const code = String(thrown.code);
  return /^[A-Z_]{1,40}$/.test(code) ? code : undefined;
}
