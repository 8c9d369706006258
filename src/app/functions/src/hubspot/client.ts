import type { JsonValue } from '@bulk-records/core/contract';
import { AbortableClient } from './abortable-client.ts';
import { describeLoss } from './describe-loss.ts';
import { downloadFile } from './download.ts';
import type { Download, DownloadRequest } from './download.ts';
import type { HttpAnswer, NoAnswerCause, ResponseBody } from './http-answer.ts';

export interface HubSpotRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From `paths.ts`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
  /** Instead of `body`: sent as `multipart/form-data`. */
  readonly form?: FormData;
  /** After so long the answer counts as lost and the connection is closed. */
  readonly timeoutMs: number;
}

/** All HTTP with HubSpot goes through one of these. `send` never rejects and never sends twice. */
export interface HubSpotClient {
  send(request: HubSpotRequest): Promise<HttpAnswer>;
  /** Gets a file from an address that HubSpot signed, without the token. Never rejects. */
  download(request: DownloadRequest): Promise<Download>;
}

export interface HubSpotConnection {
  readonly accessToken: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

type FetchResponse = Awaited<ReturnType<AbortableClient['apiRequest']>>;

/** A client for one function call, on HubSpot's own package. */
export function createHubSpotClient(connection: HubSpotConnection): HubSpotClient {
  return { send: (request) => sendOnce(connection, request), download: downloadFile };
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
    // Without the client's JSON; `fetch` names the form's type and boundary itself.
    ...(request.form === undefined ? {} : { body: request.form, defaultJson: false }),
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
