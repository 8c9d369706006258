import { Client } from '@hubspot/api-client';

interface PreparedRequest {
  getUrl(): URL;
  getSendData(): { method: string; headers: Record<string, string>; body?: string | FormData };
}

interface ClientSettings {
  readonly accessToken: string;
  readonly basePath: string;
}

/**
 * HubSpot's client, which prepares requests, with another way of sending them. Its own has no time-out, and its
 * node-fetch 2 does not notice a connection that breaks inside a body: it waits for ever (tried). Its limiter and
 * retries stay off, because only the run engine knows what is safe to send again. Redirects are not followed: the
 * token would go along. Connections are not kept: after a pause of the function they are dead, and a create sent on
 * a dead one has an unknown outcome.
 *
 * Trap: the client keeps its decorators (limiter, retries, and here the sending) in ONE list for the whole
 * process, replaced by every `new Client`. So an instance is for one request, made right after construction, with
 * no `await` in between. Source: @hubspot/api-client 13.5.0, `ApiDecoratorService` and `Client.apiRequest`.
 */
export class AbortableClient extends Client {
  readonly #signal: AbortSignal;

  constructor(settings: ClientSettings, signal: AbortSignal) {
    super({ ...settings });
    this.#signal = signal;
  }

  // Called by the parent's constructor, when `#signal` is not set yet: it may be read only when sending.
  protected override getDecorators() {
    const send = (request: PreparedRequest) => {
      const { headers, ...rest } = request.getSendData();
      return fetch(request.getUrl(), {
        ...rest,
        headers: { ...headers, connection: 'close' },
        redirect: 'manual',
        signal: this.#signal,
      });
    };
    return [{ decorate: () => send }];
  }
}
