import * as v from 'valibot';
import { createVirtualClock } from '../clock.ts';
import type { VirtualClock } from '../clock.ts';
import { createEmulator } from '../emulator.ts';
import type { Emulator, EmulatorOptions, RecordSnapshot } from '../emulator-options.ts';
import { defaultToken } from '../http/access.ts';

const texts = v.record(v.string(), v.array(v.string()));
const nullableTexts = v.record(v.string(), v.nullable(v.string()));

const resultSchema = v.looseObject({
  id: v.string(),
  properties: nullableTexts,
  new: v.optional(v.boolean()),
  objectWriteTraceId: v.optional(v.string()),
  warnings: v.optional(v.array(v.looseObject({ category: v.string() }))),
});
const detailSchema = v.looseObject({ code: v.string(), message: v.string() });
const entrySchema = v.looseObject({
  category: v.string(),
  message: v.string(),
  context: v.optional(texts, {}),
  errors: v.optional(v.array(detailSchema)),
});
const batchSchema = v.looseObject({
  status: v.literal('COMPLETE'),
  results: v.array(resultSchema),
  errors: v.optional(v.array(entrySchema), []),
  numErrors: v.optional(v.number()),
});
const refusalSchema = v.looseObject({
  status: v.literal('error'),
  message: v.string(),
  correlationId: v.string(),
  category: v.optional(v.string()),
  context: v.optional(texts),
  errors: v.optional(v.array(detailSchema)),
});

export type BatchAnswer = v.InferOutput<typeof batchSchema>;
type RefusalAnswer = v.InferOutput<typeof refusalSchema>;

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON. */
  json(): unknown;
  batch(): BatchAnswer;
  refusal(): RefusalAnswer;
}

/** An emulator with a clock of its own and short ways to ask it. */
export interface PortalDesk {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  ask(method: string, path: string, body?: unknown): Promise<Asked>;
  post(path: string, body: unknown): Promise<Asked>;
  get(path: string): Promise<Asked>;
  /** POST to the v3 batch endpoint of contacts. */
  contacts(operation: string, inputs: readonly unknown[]): Promise<Asked>;
  record(objectType: string, id: string): RecordSnapshot;
  /** Some live contact without aliases or merges, by place. */
  contact(place: number): RecordSnapshot;
}

export interface RequestParts {
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/** A request as a client of HubSpot sends it. */
export function apiRequest(method: string, path: string, parts: RequestParts = {}): Request {
  const { body, token = defaultToken, signal } = parts;
  return new Request(`https://api.hubapi.com${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

export async function readAnswer(response: Response): Promise<Asked> {
  const text = await response.text();
  const json = (): unknown => JSON.parse(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    batch: () => v.parse(batchSchema, json()),
    refusal: () => v.parse(refusalSchema, json()),
  };
}

function isPlain(record: RecordSnapshot): boolean {
  const { hs_additional_emails: aliases, hs_merged_object_ids: merged } = record.properties;
  return !record.archived && record.mergedInto === undefined && aliases === undefined && merged === undefined;
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing found');
  return value;
}

export function openDesk(options: EmulatorOptions = {}): PortalDesk {
  const clock = createVirtualClock();
  const emulator = createEmulator({ clock, ...options });
  const ask = async (method: string, path: string, body?: unknown): Promise<Asked> =>
    readAnswer(await emulator.fetch(apiRequest(method, path, { body })));
  return {
    emulator,
    clock,
    ask,
    post: (path, body) => ask('POST', path, body),
    get: (path) => ask('GET', path),
    contacts: (operation, inputs) => ask('POST', `/crm/v3/objects/contacts/batch/${operation}`, { inputs }),
    record: (objectType, id) => found(emulator.records(objectType).find((record) => record.id === id)),
    contact: (place) => found(emulator.records('contacts').filter(isPlain)[place]),
  };
}
