import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** One request as HubSpot would have got it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string;
  /** What the client wants done with the connection afterwards. */
  readonly connection: string;
  readonly body: unknown;
}

export type FakeReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly text: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Sends the status and half of the body, then breaks the connection. */
  | { readonly kind: 'break-off'; readonly status: number }
  /** Sends the status and half of the body, then nothing more. */
  | { readonly kind: 'stall'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' };

export interface FakeHubSpot {
  readonly baseUrl: string;
  readonly requests: readonly SeenRequest[];
  /** Connections a client closed before it got its answer. */
  readonly abandonedCount: () => number;
  readonly close: () => Promise<void>;
}

export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeReply {
  const text = JSON.stringify(body);
  return { kind: 'answer', status, text, headers: { 'content-type': 'application/json', ...headers } };
}

/** A real HTTP server on this machine that answers as told and remembers what it was asked. */
export async function startFakeHubSpot(
  replyTo: (request: SeenRequest, index: number) => FakeReply | Promise<FakeReply>,
): Promise<FakeHubSpot> {
  const requests: SeenRequest[] = [];
  let abandoned = 0;
  const server = createServer((incoming, outgoing) => {
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) abandoned += 1;
    });
    void readRequest(incoming).then(async (request) => {
      const index = requests.push(request) - 1;
      sendReply(outgoing, await replyTo(request, index));
    });
  });
  const port = await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    abandonedCount: () => abandoned,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: string[] = [];
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) chunks.push(String(chunk));
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const text = chunks.join('');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    authorization: incoming.headers.authorization ?? '',
    connection: incoming.headers.connection ?? '',
    body: isJson(incoming) && text !== '' ? JSON.parse(text) : undefined,
  };
}

function isJson(incoming: IncomingMessage): boolean {
  return (incoming.headers['content-type'] ?? '').startsWith('application/json');
}

function sendReply(outgoing: ServerResponse, reply: FakeReply): void {
  switch (reply.kind) {
    case 'answer':
      outgoing.writeHead(reply.status, reply.headers);
      outgoing.end(reply.text);
      return;
    case 'break-off':
      startBody(outgoing, reply.status, () => outgoing.destroy());
      return;
    case 'stall':
      startBody(outgoing, reply.status, () => undefined);
      return;
    case 'reset':
      outgoing.destroy();
      return;
    case 'hang':
      return;
  }
}

function startBody(outgoing: ServerResponse, status: number, then: () => void): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': '1000' });
  // The callback comes when the bytes are on their way, so the client surely sees the status.
  outgoing.write('{"status":"COMPLETE","results":[', () => setTimeout(then, 20));
}
