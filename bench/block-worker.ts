import { parentPort, workerData } from 'node:worker_threads';
import { decodeBytesSliced, draftRecordsSliced, readTextSliced, startWork } from '@bulk-records/core';
import type { Sliced, Table } from '@bulk-records/core';
import * as v from 'valibot';
import { blockPlanSchema } from './block-plan.ts';
import type { BlockPlan, BlockReport, SlicedTiming } from './block-plan.ts';
import { makeHostileText } from './make-hostile-text.ts';
import { makeText } from './make-text.ts';
import { timeOf } from './measure.ts';
import { makePortal } from './portal/make-portal.ts';
import { findTargets, readTable, startDecoding } from './read-drafts.ts';

function textOf(plan: BlockPlan): string {
  switch (plan.of) {
    case 'rows':
      return makeText({ kind: plan.kind, rowCount: plan.rowCount, seed: 1, isWide: true });
    case 'hostile':
      return makeHostileText(plan.kind, plan.length);
    case 'json':
      return jsonOf(
        readTable(makeText({ kind: 'simple CSV', rowCount: plan.rowCount, seed: 1, isWide: true })),
      );
  }
}

function jsonOf({ columns, rows }: Table): string {
  return JSON.stringify(
    rows.map(({ cells }) =>
      Object.fromEntries(columns.map(({ header, index }) => [header, cells[index] ?? ''])),
    ),
  );
}

function* readFile(bytes: Uint8Array): Sliced<Table> {
  const decoded = yield* decodeBytesSliced(bytes, startDecoding);
  if (decoded.kind === 'not-text') return { columns: [], rows: [] };
  const reading = yield* readTextSliced(decoded.text);
  return reading.kind === 'table' ? reading.table : { columns: [], rows: [] };
}

interface Timed<T> {
  readonly value: T;
  readonly timing: SlicedTiming;
}

async function timeWork<T>(start: () => Sliced<T>): Promise<Timed<T>> {
  const { value, sliceMs } = await timeSlices(start());
  const totalMs = sliceMs.reduce((sum, ms) => sum + ms, 0);
  const longestPieceMs = longestOf(bestOfEach(Array.from({ length: 3 }, () => timePieces(start()))));
  return {
    value,
    timing: { totalMs, sliceCount: sliceMs.length, longestMs: longestOf(sliceMs), longestPieceMs },
  };
}

/** Drives work as the card does and times what lies between two turns of the event loop. */
function timeSlices<T>(work: Sliced<T>): Promise<{ readonly value: T; readonly sliceMs: readonly number[] }> {
  const sliceMs: number[] = [];
  const now = () => performance.now();
  return new Promise((resolve) => {
    let sliceStart = now();
    const endSlice = () => {
      sliceMs.push(now() - sliceStart);
    };
    const nextTurn = (resume: () => void) => {
      endSlice();
      setImmediate(() => {
        sliceStart = now();
        resume();
      });
    };
    const onDone = (value: T) => {
      endSlice();
      resolve({ value, sliceMs });
    };
    startWork(work, { now, nextTurn }, { onDone });
  });
}

function timePieces(work: Sliced<unknown>): readonly number[] {
  const pieceMs: number[] = [];
  for (;;) {
    const startMs = performance.now();
    const piece = work.next();
    pieceMs.push(performance.now() - startMs);
    if (piece.done === true) return pieceMs;
  }
}

function bestOfEach(runs: readonly (readonly number[])[]): readonly number[] {
  const [first = []] = runs;
  return first.map((ms, piece) => runs.reduce((best, run) => Math.min(best, run[piece] ?? best), ms));
}

function longestOf(timesMs: readonly number[]): number {
  return timesMs.reduce((longest, ms) => Math.max(longest, ms), 0);
}

/** All of it cold, once: what the first paste costs. */
async function measureBlocks(plan: BlockPlan): Promise<BlockReport> {
  const bytes = new TextEncoder().encode(textOf(plan));
  const properties = makePortal('contacts');
  const { value: table, timing: reading } = await timeWork(() => readFile(bytes));
  const mappingMs = timeOf(() => findTargets(table, properties));
  const targets = findTargets(table, properties);
  const choices = { operation: 'upsert', keyProperty: 'email', targets } as const;
  const { timing: checking } = await timeWork(() => draftRecordsSliced(table, choices));
  return { rowCount: table.rows.length, megabytes: bytes.length / 1e6, reading, mappingMs, checking };
}

void measureBlocks(v.parse(blockPlanSchema, workerData)).then((report) => {
  parentPort?.postMessage(report);
});
