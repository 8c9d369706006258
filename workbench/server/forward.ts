import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { EmulatedApi } from './portal.ts';
import { parseScenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** Finds the emulated portal of a scenario; `undefined` when a real portal is in use. */
export type PortalApis = (scenario: Scenario) => EmulatedApi | undefined;

/**
 * Hands a request below `/portal/<scenario>` to that scenario's emulator. A connection the emulator
 * breaks off (its rejected promise) is broken off here too: a function has to see a real reset.
 */
export async function forwardToPortal(
  context: Context<{ Bindings: HttpBindings }>,
  portalApis: PortalApis,
): Promise<Response> {
  const scenario = parseScenario(context.req.param('scenario') ?? '');
  const api = scenario && portalApis(scenario);
  if (scenario === undefined || api === undefined) return context.text('No such portal', 404);
  const { request, url } = incomingOf(context, scenario);
  try {
    return await api.fetch(new Request(url, request));
  } catch {
    context.env.incoming.socket.destroy();
    return new Response(null, { status: 502 });
  }
}

function incomingOf(
  context: Context<{ Bindings: HttpBindings }>,
  scenario: Scenario,
): { readonly url: URL; readonly request: RequestInit } {
  const received = context.req.raw;
  const url = new URL(received.url);
  url.pathname = url.pathname.slice(`/portal/${encodeURIComponent(scenario.name)}`.length);
  const hasBody = received.method !== 'GET' && received.method !== 'HEAD';
  return {
    url,
    request: {
      method: received.method,
      headers: received.headers,
      signal: received.signal,
      ...(hasBody ? { body: received.body, duplex: 'half' } : {}),
    },
  };
}
