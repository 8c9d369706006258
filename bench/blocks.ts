import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import * as v from 'valibot';
import { blockReportSchema } from './block-plan.ts';
import type { BlockPlan, BlockReport } from './block-plan.ts';

const HOSTILE_LENGTH = 3_000_000;

const PLANS: readonly BlockPlan[] = [
  { of: 'rows', kind: 'simple CSV', rowCount: 50_000 },
  { of: 'rows', kind: 'quoted CSV', rowCount: 50_000 },
  { of: 'rows', kind: 'multi-byte CSV', rowCount: 50_000 },
  { of: 'json', kind: 'JSON', rowCount: 20_000 },
  { of: 'hostile', kind: 'ragged tiny rows', length: HOSTILE_LENGTH },
  { of: 'hostile', kind: 'quotes never closed', length: HOSTILE_LENGTH },
  { of: 'hostile', kind: 'only quotes', length: HOSTILE_LENGTH },
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
 * How long reading and checking keep a worker from answering anything: each text in a fresh worker with a browser's
 * stack, driven in slices as the card drives it.
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
    // What HubSpot's build makes of the card: newer syntax would be measured faster than it runs.
    target: 'es2020',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
