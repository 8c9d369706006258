import * as v from 'valibot';

import { ServerRequestError, askServer } from './server-door.ts';
import type { RemotePage } from './server-door.ts';

type Properties = Readonly<Record<string, string | null>>;
type OnUpdate = (properties: Properties) => void;

/** What the SDK's data hooks read: a response whose `json()` gives data or an error text. */
interface HookResponse {
  json(): Promise<unknown>;
}

const propertiesSchema = v.record(v.string(), v.nullable(v.string()));

interface Subscription {
  readonly names: readonly string[] | '*';
  readonly options: unknown;
  readonly onUpdate: OnUpdate;
}

/** The part of `hsWorkerAPI` that reads CRM values, and the two property actions beside it. */
export interface CrmApi {
  readonly fetchCrmProperties: (
    names: readonly string[],
    onUpdate: OnUpdate,
    options?: unknown,
  ) => Promise<HookResponse>;
  readonly fetchCrmSearch: (request: unknown, options?: unknown) => Promise<HookResponse>;
  readonly fetchAssociations: (request: unknown, options?: unknown) => Promise<HookResponse>;
  readonly formatCrmProperties: (request: unknown) => Promise<HookResponse>;
  readonly readRecord: (names: readonly string[] | '*') => Promise<Properties>;
  readonly onPropertiesUpdate: (names: readonly string[] | '*', onUpdate: OnUpdate) => void;
  /** Reads every subscribed property again and tells the subscribers. */
  readonly publishChanges: () => Promise<void>;
}

export function createCrmApi(page: RemotePage): CrmApi {
  const subscriptions = new Set<Subscription>();

  async function readProperties(request: {
    readonly names: readonly string[] | '*';
    readonly options?: unknown;
  }): Promise<Properties> {
    return v.parse(propertiesSchema, await askServer(page, 'read-properties', request));
  }

  return {
    fetchCrmProperties: (names, onUpdate, options) =>
      hookResponse(async () => {
        const properties = await readProperties({ names, options });
        const subscription = { names, options, onUpdate };
        subscriptions.add(subscription);
        return { data: properties, cleanup: () => subscriptions.delete(subscription) };
      }),
    fetchCrmSearch: (request, options) =>
      hookResponse(async () => ({
        data: await askServer(page, 'search-records', { request, options }),
      })),
    fetchAssociations: (request, options) =>
      hookResponse(async () => ({
        data: await askServer(page, 'read-associations', { request, options }),
      })),
    formatCrmProperties: async (request) => {
      const formatted = await askServer(page, 'format-properties', request);
      return { json: () => Promise.resolve(formatted) };
    },
    readRecord: (names) => readProperties({ names }),
    onPropertiesUpdate(names, onUpdate) {
      subscriptions.add({ names, options: undefined, onUpdate });
    },
    async publishChanges() {
      const read = [...subscriptions].map(async (subscription) => {
        subscription.onUpdate(await readProperties(subscription));
      });
      await Promise.all(read);
    },
  };
}

/** The hooks expect a refusal as `{ error }` inside the response, not as a rejected promise. */
async function hookResponse(read: () => Promise<unknown>): Promise<HookResponse> {
  try {
    const content = await read();
    return { json: () => Promise.resolve(content) };
  } catch (error) {
    if (!(error instanceof ServerRequestError)) throw error;
    return { json: () => Promise.resolve({ error: error.message }) };
  }
}
