import { hubspot } from '@hubspot/ui-extensions';
import { decodeWith, type FunctionAnswer } from '@bulk-records/core';
import type { BaseSchema, BaseIssue, InferOutput } from 'valibot';

/**
 * Calls an app function. A rejected call, a time-out of HubSpot's and a reply that can't be decoded are one
 * thing here: nobody knows what the function did.
 */
export async function callFunction<const Schema extends BaseSchema<unknown, unknown, BaseIssue<unknown>>>(
  uid: string,
  parameters: object,
  replySchema: Schema,
): Promise<FunctionAnswer<InferOutput<Schema>>> {
  try {
    const reply: unknown = await hubspot.serverless<unknown>(uid, { parameters: toJson(parameters) });
    const decoded = decodeWith(replySchema, reply);
    if (decoded.ok) return { kind: 'reply', reply: decoded.value };
    return { kind: 'no-reply', message: decoded.problems.join(', ') };
  } catch (error) {
    return { kind: 'no-reply', message: messageOf(error) };
  }
}

/** HubSpot does not document how a failed call rejects; its types suggest an Error or a `responseJSON`. */
function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

type SentJson = NonNullable<NonNullable<Parameters<typeof hubspot.serverless>[1]>['parameters']>;

/** The value as HubSpot's call takes it: plain JSON, without absent fields. */
function toJson(value: unknown): SentJson | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.map(([name, field]) => [name, toJson(field)]));
}
