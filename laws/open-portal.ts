import type {
  DraftRecord,
  FunctionAnswer,
  ImportPort,
  PlanPart,
  Property,
  RunPlanPorts,
  RunPorts,
  RunSettings,
} from '@bulk-records/core';
import {
  associateRecordsReplySchema,
  DEFAULT_RUN_SETTINGS,
  describeObjectTypeReplySchema,
  draftRecords,
  importRecordsReplySchema,
  readRecordsReplySchema,
  rowPropertyReplySchema,
  runPart,
  writeRecordsReplySchema,
  decodeWith,
  type ApiVersion,
  type Operation,
  type Outcome,
} from '@bulk-records/core';
import type { GenericSchema, InferOutput } from 'valibot';
import { vi } from 'vitest';
import { createEmulator, createVirtualClock, defaultToken, serveEmulator } from '../emulator/index.ts';
import type { Emulator, EmulatorOptions, VirtualClock } from '../emulator/index.ts';
import { main as associateRecords } from '../src/app/functions/src/associate-records.ts';
import { main as describeObjectType } from '../src/app/functions/src/describe-object-type.ts';
import { main as importRecords } from '../src/app/functions/src/import-records.ts';
import { main as readRecords } from '../src/app/functions/src/read-records.ts';
import { main as rowProperty } from '../src/app/functions/src/row-property.ts';
import { main as writeRecords } from '../src/app/functions/src/write-records.ts';

/** A portal with its real functions, on a loopback port and a clock that only moves when somebody waits. */
export interface OpenPortal {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  readonly ports: RunPorts & Pick<RunPlanPorts, 'associateRecords'>;
  readonly importRecords: ImportPort;
  /** Gives an object type the property by which creates without a key are told apart. */
  addRowProperty(objectType: string): Promise<void>;
  close(): Promise<void>;
}

const CALL_MS = 300;

export async function openPortal(options: EmulatorOptions = {}): Promise<OpenPortal> {
  const clock = createVirtualClock();
  const emulator = createEmulator({ seed: 7, ...options, clock });
  const served = await serveEmulator(emulator);
  connectFunctions(served.url);
  const calls = new Set<Promise<unknown>>();
  const { url } = served;
  const ports: OpenPortal['ports'] = {
    associateRecords: (request) =>
      track(
        calls,
        callFunction(associateRecords, { request, schema: associateRecordsReplySchema, clock, url }),
      ),
    writeRecords: (request) =>
      track(calls, callFunction(writeRecords, { request, schema: writeRecordsReplySchema, clock, url })),
    readRecords: (request) =>
      track(calls, callFunction(readRecords, { request, schema: readRecordsReplySchema, clock, url })),
    sleep: (delayMs) => sleepUntilIdle(delayMs, { clock, calls }),
    now: () => clock.nowMs(),
    random: () => 0.5,
    report: () => undefined,
  };
  return {
    emulator,
    clock,
    ports,
    importRecords: (request) =>
      track(calls, callFunction(importRecords, { request, schema: importRecordsReplySchema, clock, url })),
    addRowProperty: async (objectType) => {
      const request = { objectType, apiVersion: '2026-03' };
      const answer = await callFunction(rowProperty, { request, schema: rowPropertyReplySchema, clock, url });
      if (answer.kind === 'no-reply' || !answer.reply.ok) throw new Error(`${objectType}: no row property`);
    },
    close: async () => {
      vi.unstubAllEnvs();
      await served.close();
    },
  };
}

function connectFunctions(url: string): void {
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', defaultToken);
  vi.stubEnv('HUBSPOT_API_BASE_URL', url);
}

/** Time passes only while no function works: a call takes as long as it takes, whatever the portal's clock says. */
async function sleepUntilIdle(
  delayMs: number,
  { clock, calls }: { readonly clock: VirtualClock; readonly calls: ReadonlySet<Promise<unknown>> },
): Promise<void> {
  const wakesAtMs = clock.nowMs() + delayMs;
  while (calls.size > 0) await Promise.race(calls);
  clock.advance(Math.max(0, wakesAtMs - clock.nowMs()));
}

function track<T>(calls: Set<Promise<unknown>>, call: Promise<T>): Promise<T> {
  calls.add(call);
  return call.finally(() => calls.delete(call));
}

interface FunctionCall<Schema> {
  readonly request: unknown;
  readonly schema: Schema;
  readonly clock: VirtualClock;
  readonly url: string;
}

/** Parameters and reply travel as JSON, as between card and function. */
async function callFunction<const Schema extends GenericSchema>(
  main: (context: unknown) => Promise<unknown>,
  { request, schema, clock, url }: FunctionCall<Schema>,
): Promise<FunctionAnswer<InferOutput<Schema>>> {
  clock.advance(CALL_MS);
  // A function reads its environment before it waits for anything, so several portals may be open side by side.
  connectFunctions(url);
  const reply = await main({ parameters: asJson(request) });
  const decoded = decodeWith(schema, asJson(reply));
  return decoded.ok
    ? { kind: 'reply', reply: decoded.value }
    : { kind: 'no-reply', message: decoded.problems.join('; ') };
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export interface Job {
  readonly operation: Operation;
  readonly objectType: string;
  readonly keyProperty: string | null;
  readonly apiVersion?: ApiVersion;
  /** Cells by property; blank where a row has none. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What is sent for a job, and what is not. */
export interface PlannedJob extends PlanPart {
  readonly blocked: readonly DraftRecord[];
}

/**
 * A job as it is sent when nobody has looked at the portal before: every row goes to the endpoint of the job's own
 * operation. Properties come from the describing function.
 */
export async function planJob(job: Job): Promise<PlannedJob> {
  const { operation, objectType, keyProperty, rows, apiVersion = '2026-03' } = job;
  const properties = await fetchProperties(objectType, apiVersion);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const table = {
    columns: names.map((header, index) => ({ index, header })),
    rows: rows.map((row, index) => ({ number: index + 2, cells: names.map((name) => row[name] ?? '') })),
  };
  const targets = names.map((name, columnIndex) => ({
    columnIndex,
    property: properties.get(name) ?? unknownProperty(name),
  }));
  // Sent as typed: these laws are about HubSpot's judgement, not about ours.
  const formats = new Map(targets.map(({ columnIndex }) => [columnIndex, { kind: 'unchecked' } as const]));
  const drafts = draftRecords(table, { operation, keyProperty, targets, formats });
  const sendable = drafts.filter(({ issues }) => issues.length === 0);
  return {
    ...{ operation, objectType, apiVersion, keyProperty, properties },
    toWrite: sendable.map((draft) => ({
      slot: draft.slot,
      rowNumber: draft.rowNumber,
      key: draft.key,
      properties: draft.properties,
      associations: [],
    })),
    blocked: drafts.filter(({ issues }) => issues.length > 0),
  };
}

async function fetchProperties(
  objectType: string,
  apiVersion: ApiVersion,
): Promise<ReadonlyMap<string, Property>> {
  const reply = decodeWith(
    describeObjectTypeReplySchema,
    await describeObjectType({ parameters: { objectType, apiVersion } }),
  );
  if (!reply.ok || !reply.value.ok) throw new Error(`${objectType} could not be described`);
  return new Map(reply.value.description.properties.map((property) => [property.name, property]));
}

/** A property that was deleted since the columns were mapped. */
function unknownProperty(name: string): Property {
  return {
    name,
    label: name,
    type: 'string',
    fieldType: 'text',
    groupName: '',
    description: '',
    options: [],
    externalOptions: false,
    readOnly: false,
    calculated: false,
    hidden: false,
    hasUniqueValue: false,
  };
}

/** Begins the trace ids of the run whose outcomes are examined. */
export const RUN_ID = 'law';

/** Runs a job to its end; the settings are those of the product unless told otherwise. */
export async function runJob(
  { ports }: { readonly ports: RunPorts },
  job: PlannedJob,
  { runId = RUN_ID, ...settings }: Partial<RunSettings> & { readonly runId?: string } = {},
): Promise<readonly Outcome[]> {
  const { outcomes } = await runPart(job, ports, {
    runId,
    settings: { ...DEFAULT_RUN_SETTINGS, ...settings },
    isStopWanted: () => false,
  });
  const skipped = job.blocked.map(({ slot, rowNumber, key, issues }): Outcome => ({
    slot,
    rowNumber,
    key,
    kind: 'skipped',
    issues,
  }));
  return [...outcomes, ...skipped].sort((one, other) => one.slot - other.slot);
}
