import * as v from 'valibot';

import type { CallRecord } from '../functions/call-record.ts';
import { callRecordsSchema, pageFactsSchema } from '../page-facts.ts';
import type { PageFacts, RecordAddress } from '../page-facts.ts';
import type { ServerDoor, ServerReply } from '../protocol.ts';

/** The workbench's server as the page sees it, bound to one record. */
export interface ServerApi {
  readFacts(): Promise<PageFacts>;
  askDoor(door: ServerDoor, requestJson: string): Promise<ServerReply>;
  readFunctionCalls(): Promise<readonly CallRecord[]>;
  resetPortal(): Promise<void>;
}

const failure = v.object({ message: v.string() });

async function readJson<const Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const response = await fetch(path);
  const body: unknown = await response.json();
  if (response.ok) return v.parse(schema, body);
  const parsed = v.safeParse(failure, body);
  throw new Error(parsed.success ? parsed.output.message : `HTTP ${response.status}`);
}

export function createServerApi(address: RecordAddress): ServerApi {
  const { scenario, objectTypeId, recordId } = address;
  const query = new URLSearchParams({ scenario, objectTypeId, recordId }).toString();
  return {
    readFacts: () => readJson(`/api/page?${query}`, pageFactsSchema),
    async askDoor(door, requestJson) {
      const response = await fetch(`/api/doors/${door}?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: requestJson,
      });
      return { status: response.status, json: await response.text() };
    },
    readFunctionCalls: () => readJson(`/api/function-calls?${query}`, callRecordsSchema),
    async resetPortal() {
      await fetch(`/api/reset?${query}`, { method: 'POST' });
    },
  };
}
