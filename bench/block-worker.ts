import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { blockPlanSchema } from './block-plan.ts';
import type { BlockReport } from './block-plan.ts';
import { makeHostileText } from './make-hostile-text.ts';
import { makeText } from './make-text.ts';
import { summarise, timeOf } from './measure.ts';
import { makePortal } from './portal/make-portal.ts';
import { findTargets, makeDrafts, readTable } from './read-drafts.ts';
import type { BlockPlan } from './block-plan.ts';

const WARM_CALLS = 6;

function textOf(plan: BlockPlan): string {
  switch (plan.of) {
    case 'rows':
      return makeText({ kind: plan.kind, rowCount: plan.rowCount, seed: 1 });
    case 'hostile':
      return makeHostileText(plan.kind, plan.length);
  }
}

function measureBlocks(plan: BlockPlan): BlockReport {
  const text = textOf(plan);
  const properties = makePortal('contacts');
  const coldReadMs = timeOf(() => readTable(text));
  const warmReadMs = Array.from({ length: WARM_CALLS }, () => timeOf(() => readTable(text)));
  const table = readTable(text);
  const targets = findTargets(table, properties);
  return {
    rowCount: table.rows.length,
    megabytes: Buffer.byteLength(text) / 1e6,
    coldReadMs,
    warmRead: summarise(warmReadMs),
    coldDraftMs: timeOf(() => makeDrafts(table, targets)),
  };
}

parentPort?.postMessage(measureBlocks(v.parse(blockPlanSchema, workerData)));
