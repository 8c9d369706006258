import {
  DEFAULT_RUN_SETTINGS,
  importRecordsReplySchema,
  isOver,
  layOutImport,
  nextUploadStep,
  outcomeUnread,
  pacedReads,
  Pacer,
  placeErrors,
  readKeys,
  recognisingColumns,
  settleImported,
  sliceImport,
  SLICE_LIMITS,
  decodeWith,
  type ImportError,
  type ImportLayout,
  type ImportResult,
  type ImportSlice,
  type LostUpload,
  type Outcome,
  type OverState,
  type PlanPart,
} from '@bulk-records/core';
import { main as importRecords } from '../src/app/functions/src/import-records.ts';
import type { OpenPortal } from './open-portal.ts';

export interface ImportJob {
  readonly part: PlanPart;
  readonly recordsPerSlice: number;
  /** Done once every file is up, and once every import is over. */
  readonly onUploaded?: (importIds: readonly string[]) => Promise<void>;
  readonly onOver?: (importIds: readonly string[]) => void;
}

export interface ImportedJob {
  readonly outcomes: readonly Outcome[];
  /** The imports HubSpot took of each slice. */
  readonly importsOfSlices: readonly (readonly string[])[];
}

const common = { apiVersion: '2026-03', workMs: 800 } as const;
const RUN_ID = 'importlaws1';

/** Hands a part over as a run would: files up, lost ones found, imports followed to their end, rows settled. */
export async function runImports(portal: OpenPortal, job: ImportJob): Promise<ImportedJob> {
  const { part, recordsPerSlice } = job;
  const layout = layOutImport(part, part.toWrite);
  if (typeof layout === 'string') throw new Error(layout);
  const startedAt = portal.clock.nowMs();
  const limits = { ...SLICE_LIMITS, maxRecords: recordsPerSlice };
  const uploads: Upload[] = [];
  for (const step of sliceImport(part.toWrite, layout, limits)) {
    if (step.kind === 'slice') uploads.push(await upload(step.slice, { portal, part, layout }));
  }
  const importIds = uploads.flatMap((each) => each.importIds);
  await job.onUploaded?.(importIds);
  await followToEnd(importIds, portal);
  job.onOver?.(importIds);
  const states = await followToEnd(importIds, portal);
  const outcomes: Outcome[] = [];
  for (const each of uploads)
    outcomes.push(...(await settle(each, { portal, part, layout, states, startedAt })));
  return { outcomes, importsOfSlices: uploads.map((each) => each.importIds) };
}

interface Upload {
  readonly slice: ImportSlice;
  readonly importIds: readonly string[];
}

interface Scene {
  readonly portal: OpenPortal;
  readonly part: PlanPart;
  readonly layout: ImportLayout;
}

async function ask(portal: OpenPortal, parameters: object): Promise<ImportResult> {
  portal.clock.advance(300);
  const reply = decodeWith(
    importRecordsReplySchema,
    JSON.parse(JSON.stringify(await importRecords({ parameters }))),
  );
  if (!reply.ok) throw new Error(reply.problems.join('; '));
  if (!reply.value.ok) throw new Error(reply.value.error.message);
  return reply.value.result;
}

async function upload(slice: ImportSlice, scene: Scene): Promise<Upload> {
  const { portal, part, layout } = scene;
  const result = await ask(portal, {
    ...{ task: 'start', ...common, objectType: part.objectType, runId: RUN_ID, slice: slice.number },
    operation: layout.operation,
    columns: layout.columns,
    content: Buffer.from(slice.content).toString('base64'),
  });
  if (result.kind === 'started') return { slice, importIds: [result.importId] };
  if (result.kind !== 'no-answer') throw new Error(result.kind);
  let lost: LostUpload = { lostAt: portal.clock.nowMs(), looks: [], hasKeys: layout.hasKey };
  for (;;) {
    const step = nextUploadStep(lost);
    switch (step.kind) {
      case 'follow':
        return { slice, importIds: step.importIds };
      case 'give-up':
        return { slice, importIds: [] };
      case 'send-again':
        return upload(slice, scene);
      case 'look-again': {
        portal.clock.advance(Math.max(0, step.atMs - portal.clock.nowMs()));
        const importIds = await lookFor(slice.number, portal);
        lost = { ...lost, looks: [...lost.looks, { atMs: portal.clock.nowMs(), importIds }] };
      }
    }
  }
}

async function lookFor(slice: number, portal: OpenPortal): Promise<readonly string[]> {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const question = { task: 'find', ...common, runId: RUN_ID, ...(after === undefined ? {} : { after }) };
    const result = await ask(portal, question);
    if (result.kind !== 'found') throw new Error(result.kind);
    found.push(...result.imports.flatMap((each) => (each.slice === slice ? [each.importId] : [])));
    after = result.after;
  } while (after !== undefined);
  return found;
}

async function followToEnd(
  importIds: readonly string[],
  portal: OpenPortal,
): Promise<ReadonlyMap<string, OverState>> {
  const states = new Map<string, OverState>();
  for (let open = [...importIds]; open.length > 0; open = open.filter((id) => !states.has(id))) {
    const result = await ask(portal, { task: 'follow', ...common, importIds: open.slice(0, 10) });
    if (result.kind !== 'followed') throw new Error(result.kind);
    for (const { importId, state } of result.imports) if (isOver(state)) states.set(importId, state);
    portal.clock.advance(10_000);
  }
  return states;
}

async function errorsOf(importId: string, { portal, layout }: Scene): Promise<readonly ImportError[]> {
  const errors: ImportError[] = [];
  let after: string | undefined;
  do {
    const cellsOf = recognisingColumns(layout);
    const question = { task: 'errors', ...common, importId, limit: 2, cellsOf };
    const result = await ask(portal, { ...question, ...(after === undefined ? {} : { after }) });
    if (result.kind !== 'errors') throw new Error(result.kind);
    errors.push(...result.errors);
    after = result.after;
  } while (after !== undefined);
  return errors;
}

interface SettleScene extends Scene {
  readonly states: ReadonlyMap<string, OverState>;
  readonly startedAt: number;
}

async function settle({ slice, importIds }: Upload, scene: SettleScene): Promise<readonly Outcome[]> {
  const { portal, part, layout, states, startedAt } = scene;
  const [importId] = importIds;
  const state = importId === undefined ? 'DONE' : (states.get(importId) ?? 'DONE');
  const errors = importId === undefined ? [] : await errorsOf(importId, scene);
  const { ofRecords } = placeErrors(errors, slice, layout);
  const rows = slice.records.map((record) => ({
    record,
    errors: ofRecords.get(record) ?? [],
    state,
    startedAt,
  }));
  if (!layout.hasKey) return rows.map((row) => outcomeUnread(row, layout));
  const reads = pacedReads(portal.ports, new Pacer(portal.ports, DEFAULT_RUN_SETTINGS));
  const keys = slice.records.map(({ key }) => key ?? '');
  const names = [...new Set(slice.records.flatMap(({ properties }) => Object.keys(properties)))];
  const question = { target: part, keys, propertyNames: names, archived: false };
  const { readings } = await readKeys(question, reads, { workMs: 8000 });
  const target = { ...part, claimedIds: new Set<string>() };
  return rows.map((row) =>
    settleImported(row, readings.get(row.record.key ?? '') ?? { kind: 'unread' }, { layout, target }),
  );
}
