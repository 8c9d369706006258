import { createAdaptorServer } from '@hono/node-server';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import type { Emulator } from './emulator-options.ts';
import { ConnectionReset } from './http/fail-as-planned.ts';

export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface ServedEmulator {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the emulator over HTTP. A planned reset really cuts the connection. */
export function serveEmulator(
  emulator: Emulator,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<ServedEmulator> {
  const server = createAdaptorServer({
    fetch: async (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
      try {
        return await emulator.fetch(request);
      } catch (error) {
        // An aborted request has nobody left to answer to; anything else is a defect and shows as 500.
        if (error instanceof ConnectionReset || request.signal.aborted) incoming.socket.destroy();
        return new Response(null, { status: 500 });
      }
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actualPort = typeof address === 'object' && address !== null ? address.port : port;
      resolve({
        url: `http://${host}:${actualPort}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed();
            });
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
  });
}
