import type { Kernel } from './kernel.ts';
import type { Reply } from './reply.ts';
import type { App } from './route.ts';
import { toResponse } from './route.ts';

/** A request that needs no token and counts against no limit. */
export interface OpenCall {
  readonly kernel: Kernel;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly nowMs: number;
}

export interface OpenRoute {
  readonly path: string;
  readonly run: (call: OpenCall) => Reply;
}

export function mountOpenRoute(app: App, route: OpenRoute): void {
  app.get(route.path, (c) => {
    const { kernel } = c.env;
    const query = new URL(c.req.url).searchParams;
    const reply = route.run({ kernel, params: c.req.param(), query, nowMs: kernel.clock.nowMs() });
    return toResponse(reply, kernel, {});
  });
}
