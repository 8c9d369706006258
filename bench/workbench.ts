import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../workbench/browser/launch-browser.ts';
import { startWorkbench } from '../workbench/workbench.ts';
import { driveCard, writeFile, type CardRun } from './long/drive-card.ts';
import { compareHeaps, showCardRuns } from './long/show-card-runs.ts';

/**
 * `tsx bench/workbench.ts [rows …]`: the built card in a real browser takes files of so many rows (50,000 and 500,000
 * unless told otherwise) to settled outcomes by HubSpot's imports, against an emulator that is as fast as it can be and
 * refuses nothing, so that what remains is ours. With `--compared` records are read before they are written.
 */

const rowCounts = process.argv.slice(2).filter((each) => /^\d+$/u.test(each));
const isCompared = process.argv.includes('--compared');

/** Nothing is waited for, and no limit is met. */
const FAST = {
  behaviour: { importRowsPerSecond: 1e9, importStartDelayMs: 0, importListDelayMaxMs: 0 },
  limits: { tenSecondly: 1_000_000, daily: 1_000_000_000, searchSecondly: 1000 },
};

/** For a thousand rows: what takes longer is stuck. */
const TIMEOUT_MS_PER_THOUSAND = 10_000;
const LEAST_TIMEOUT_MS = 120_000;

const directory = mkdtempSync(join(tmpdir(), 'bulk-records-workbench-'));
const workbench = await startWorkbench({ port: 0, emulated: FAST });
const browser = await launchBrowser();
const runs: CardRun[] = [];
try {
  for (const rowCount of rowCounts.length === 0 ? [50_000, 500_000] : rowCounts.map(Number)) {
    const path = join(directory, `people-${String(rowCount)}.csv`);
    await writeFile(path, rowCount);
    const timeoutMs = Math.max(LEAST_TIMEOUT_MS, (rowCount / 1000) * TIMEOUT_MS_PER_THOUSAND);
    const { url: workbenchUrl } = workbench;
    const run = await driveCard({ browser, workbenchUrl, path, rowCount, isCompared, timeoutMs });
    console.log(`${showCardRuns([run])}\n`);
    runs.push(run);
  }
} finally {
  if (runs.length > 1) console.log(compareHeaps(runs));
  console.log(`Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)}`);
  await browser.close();
  await workbench.close();
  rmSync(directory, { recursive: true });
}
