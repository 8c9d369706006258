import { UnexpectedAnswer } from './unexpected-answer.ts';

/** The outside world of the probe. */
export interface ProbePorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (delayMs: number) => Promise<void>;
  readonly nowMs: () => number;
}

export interface ProbeConnection {
  readonly accessToken: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
}

export interface ProbeRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Decoded JSON; undefined for anything else. */
  readonly body: unknown;
}

export interface HubSpotDesk {
  /** Waits for its turn, and again where HubSpot says 429. Throws `UnexpectedAnswer` when none came. */
  readonly ask: (request: ProbeRequest) => Promise<HttpAnswer>;
  /** Sends at once and only once: for the question that wants a 429. */
  readonly askAtOnce: (request: ProbeRequest) => Promise<HttpAnswer>;
  readonly wait: (delayMs: number) => Promise<void>;
}

/** 67 requests in ten seconds, where the smallest account may send 100. */
const GAP_MS = 150;
/** Of searches, four a second are the least that any page of HubSpot's allows. */
const AFTER_SEARCH_MS = 300;
const AFTER_LIMIT_MS = 11_000;
const MOST_TRIES = 3;
const TIMEOUT_MS = 30_000;

export function openDesk(connection: ProbeConnection, ports: ProbePorts): HubSpotDesk {
  let nextTurnMs = 0;
  const askAtOnce = (request: ProbeRequest): Promise<HttpAnswer> => send(request, connection, ports);
  const ask = async (request: ProbeRequest, attempt = 1): Promise<HttpAnswer> => {
    const waitMs = nextTurnMs - ports.nowMs();
    if (waitMs > 0) await ports.sleep(waitMs);
    nextTurnMs = ports.nowMs() + (request.path.endsWith('/search') ? AFTER_SEARCH_MS : GAP_MS);
    const answer = await askAtOnce(request);
    // A 429 was not carried out, whatever it was (reference: HubSpot's usage guidelines), so it may be sent again.
    if (answer.status !== 429 || attempt === MOST_TRIES) return answer;
    await ports.sleep(AFTER_LIMIT_MS);
    return ask(request, attempt + 1);
  };
  return { ask: (request) => ask(request), askAtOnce, wait: (delayMs) => ports.sleep(delayMs) };
}

async function send(
  { method, path, body }: ProbeRequest,
  { baseUrl, accessToken }: ProbeConnection,
  ports: ProbePorts,
): Promise<HttpAnswer> {
  try {
    const response = await ports.fetch(`${baseUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: readJson(await response.text()) };
  } catch {
    // Its message may quote headers, and with them the token.
    throw new UnexpectedAnswer(`${method} ${path}: no answer came`);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
