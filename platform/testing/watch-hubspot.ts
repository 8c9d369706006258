import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export interface WatchedRequest {
  readonly method: string;
  /** As it came over the wire, query included. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface WatchedHubSpot {
  readonly baseUrl: string;
  readonly requests: WatchedRequest[];
  close(): Promise<void>;
}

/** A server that fails at everything and notes what it was asked. */
export async function watchHubSpot(): Promise<WatchedHubSpot> {
  const requests: WatchedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    requests.push({ method, target: url, headers });
    incoming.resume().on('end', () => {
      outgoing.writeHead(500, { 'content-type': 'application/json' });
      outgoing.end('{"status":"error","message":"no"}');
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
