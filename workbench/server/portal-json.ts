import * as v from 'valibot';

import type { Portal } from './portal.ts';

/** The portal refused a request of the workbench's own; carries HubSpot's status and message. */
export class PortalError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const errorBody = v.object({ message: v.string() });

/** Sends and decodes JSON; throws PortalError for a refusal, a ValiError for an unexpected body. */
export async function readJson<const Schema extends v.GenericSchema>(
  portal: Portal,
  request: { readonly path: string; readonly post?: unknown },
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const response = await portal.request(
    request.path,
    request.post === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request.post),
        },
  );
  const text = await response.text();
  if (!response.ok) throw new PortalError(response.status, messageOf(text, response.status));
  const body: unknown = JSON.parse(text);
  return v.parse(schema, body);
}

function messageOf(text: string, status: number): string {
  try {
    const parsed = v.safeParse(errorBody, JSON.parse(text));
    return parsed.success ? parsed.output.message : `HTTP ${status}`;
  } catch {
    return `HTTP ${status}`;
  }
}
