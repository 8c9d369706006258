import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import * as v from 'valibot';
import { blockReportSchema } from './block-plan.ts';
import type { BlockPlan, BlockReport } from './block-plan.ts';

const TEN_MEGABYTES = 10_000_000;

const PLANS: readonly BlockPlan[] = [
  { of: 'rows', kind: 'simple CSV', rowCount: 50_000 },
  { of: 'rows', kind: 'quoted CSV', rowCount: 50_000 },
  { of: 'hostile', kind: 'ragged tiny rows', length: TEN_MEGABYTES },
  { of: 'hostile', kind: 'quotes never closed', length: TEN_MEGABYTES },
  { of: 'hostile', kind: 'only quotes', length: TEN_MEGABYTES },
];

/**
 * Chromium gives a worker 500 KiB of stack (Blink, v8_initializer.cc, kWorkerMaxStackSize), half of a page's: a
 * million rows spread into one call fail there first. Node keeps 192 KiB of its figure for itself.
 */
const WORKER_STACK_MIB = (500 + 192) / 1024;

const messageSchema = v.tuple([blockReportSchema]);

export type Block =
  | { readonly kind: 'measured'; readonly text: string; readonly report: BlockReport }
  | { readonly kind: 'failed'; readonly text: string; readonly message: string };

/**
 * How long reading keeps a worker from answering anything: each text in a fresh worker with a browser's stack.
 * Reading is one synchronous call, so its time is the block.
 */
export async function measureBlocks(): Promise<readonly Block[]> {
  const code = bundleWorker();
  const blocks: Block[] = [];
  for (const plan of PLANS) blocks.push(await measureBlock(code, plan));
  return blocks;
}

async function measureBlock(code: string, plan: BlockPlan): Promise<Block> {
  const worker = new Worker(code, {
    eval: true,
    workerData: plan,
    execArgv: [],
    resourceLimits: { stackSizeMb: WORKER_STACK_MIB },
  });
  try {
    const [report] = v.parse(messageSchema, await once(worker, 'message'));
    return { kind: 'measured', text: plan.kind, report };
  } catch (cause) {
    return { kind: 'failed', text: plan.kind, message: String(cause) };
  } finally {
    await worker.terminate();
  }
}

/** A worker thread is not told of the loader that runs this file. */
function bundleWorker(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'block-worker.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
