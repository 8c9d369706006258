import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import * as v from 'valibot';
import { checkReportSchema, type CheckPlan, type CheckReport } from './long/check-plan.ts';
import { showLongInput } from './long/show-long-input.ts';

/**
 * `tsx bench/long-input.ts`: a million rows, surveyed and checked as the card does, against fifty thousand, and against
 * papaparse on the same text. The text is made while it is read. Each in a process of its own, by turns.
 */

const ROW_COUNT = 1_000_000;
/** The first is what the others are held against. */
const MEMORY_ROW_COUNTS = [50_000, 500_000, ROW_COUNT];
/** A process that takes longer is stuck. */
const TIMEOUT_MS = 400_000;

const directory = mkdtempSync(join(tmpdir(), 'bulk-records-long-'));
const bundle = join(directory, 'check-process.cjs');

async function measure(plan: CheckPlan): Promise<CheckReport> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', bundle, JSON.stringify(plan)],
    { timeout: TIMEOUT_MS },
  );
  return v.parse(checkReportSchema, JSON.parse(stdout));
}

try {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'long/check-process.ts')],
    ...{ bundle: true, format: 'cjs', platform: 'node', outfile: bundle },
    // What HubSpot's build makes of the card: newer syntax would be measured faster than it runs.
    target: 'es2020',
  });
  const loadBefore = loadavg()[0] ?? 0;
  const time = await measure({ task: 'time', rowCount: ROW_COUNT });
  const peer = await measure({ task: 'peer', rowCount: ROW_COUNT });
  const memory: CheckReport[] = [];
  for (const rowCount of MEMORY_ROW_COUNTS) memory.push(await measure({ task: 'memory', rowCount }));
  console.log(showLongInput({ time, peer, memory }));
  console.log(
    `Load of the machine: ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after.`,
  );
} finally {
  rmSync(directory, { recursive: true });
}
