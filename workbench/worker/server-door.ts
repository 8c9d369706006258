import * as v from 'valibot';

import type { PageApi, ServerDoor } from '../protocol.ts';

/** The page as the worker reaches it: every call is asynchronous. */
export type RemotePage = {
  readonly [Name in keyof PageApi]: (
    ...args: Parameters<PageApi[Name]>
  ) => Promise<Awaited<ReturnType<PageApi[Name]>>>;
};

const errorBody = v.object({ message: v.string() });

/**
 * A failed `hubspot.serverless` or data request. HubSpot publishes no text for it in production;
 * `responseJSON` and `status` are its typed `ServerlessErrorResponse`.
 */
export class ServerRequestError extends Error {
  readonly status: number;
  readonly responseJSON: unknown;

  constructor(message: string, status: number, responseJSON: unknown) {
    super(message);
    this.status = status;
    this.responseJSON = responseJSON;
  }
}

/** Sends JSON through the page to the server and decodes the answer; throws ServerRequestError. */
export async function askServer(page: RemotePage, door: ServerDoor, request: unknown): Promise<unknown> {
  const reply = await page.askServer(door, JSON.stringify(request));
  const body: unknown = JSON.parse(reply.json);
  if (reply.status === 200) return body;
  const parsed = v.safeParse(errorBody, body);
  const message = parsed.success ? parsed.output.message : `HTTP ${reply.status}`;
  throw new ServerRequestError(message, reply.status, body);
}
