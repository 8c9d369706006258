import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { MAX_IMPORT_BYTES, MAX_IMPORT_TEXT, MAX_WRITE_BYTES } from '@bulk-records/core';
import * as v from 'valibot';
import { createEmulator, defaultToken, serveEmulator } from '../emulator/index.ts';
import { buildFunctions } from '../scripts/build-functions.ts';
import { formatTable } from './format-table.ts';

/**
 * `tsx bench/memory.ts`: what a function's process weighs at most with the largest parameters it takes.
 * Each call runs as HubSpot runs it: the bundle in a Node of its own, one call, against the emulator.
 */

const functionsDirectory = resolve(import.meta.dirname, '../src/app/functions');

/** Functions of HubSpot have 128 MB. Source: HubSpot, serverless functions, limits. */
const LIMIT_MB = 128;

const common = { objectType: 'contacts', apiVersion: '2026-03', workMs: 8000, maxRequests: 10 };

/** Inputs whose values fill the parameters of one call. */
function writeOf(batchCount: number, inputsPerBatch: number): object {
  const room = Math.floor((MAX_WRITE_BYTES * 0.98) / (batchCount * inputsPerBatch)) - 200;
  const batches = Array.from({ length: batchCount }, (_, batch) => ({
    batchId: `b${String(batch)}`,
    inputs: Array.from({ length: inputsPerBatch }, (__, input) => ({
      objectWriteTraceId: `memory-${String(batch)}-${String(input)}`,
      properties: {
        email: `memory${String(batch)}.${String(input)}@example.org`,
        address: 'é'.repeat(Math.min(65_000, Math.floor(room / 2))),
      },
    })),
  }));
  return { ...common, operation: 'create', batches };
}

/** A slice of the largest size, packed as badly as may be: every row holds letters nobody could foresee. */
function importOf(): object {
  const header = 'email,address\r\n';
  const count = Math.floor((MAX_IMPORT_BYTES - header.length) / 200);
  // Hex letters halve under gzip; as base64 that is about two thirds of what a call may hold.
  const letters = randomBytes(Math.floor(MAX_IMPORT_TEXT * 0.6)).toString('hex');
  const perRow = Math.floor(letters.length / count);
  const rows = Array.from({ length: count }, (_, row) => {
    const known = letters.slice(row * perRow, (row + 1) * perRow);
    return `import${String(row)}@example.org,${known}`.padEnd(198, 'x');
  });
  const content = gzipSync(`${header}${rows.join('\r\n')}\r\n`).toString('base64');
  return {
    ...{ task: 'start', objectType: 'contacts', apiVersion: '2026-03', workMs: 8000, operation: 'upsert' },
    ...{ runId: 'memory12345', slice: 1, content },
    columns: [
      { property: 'email', kind: 'unique-key' },
      { property: 'address', kind: 'value' },
    ],
  };
}

const CALLS = [
  { name: 'nothing, the same Node', bundle: null, parameters: {} },
  { name: 'write_records, 1 batch of the widest rows', bundle: 'write-records', parameters: writeOf(1, 100) },
  { name: 'write_records, 10 full batches', bundle: 'write-records', parameters: writeOf(10, 100) },
  {
    name: 'read_records, 1,000 records just written',
    bundle: 'read-records',
    parameters: {
      ...common,
      ids: Array.from(
        { length: 1000 },
        (_, row) => `memory${String(Math.floor(row / 100))}.${String(row % 100)}@example.org`,
      ),
      idProperty: 'email',
      properties: ['email', 'address'],
      archived: false,
    },
  },
  {
    name: 'import_records, the largest slice',
    bundle: 'import-records',
    parameters: importOf(),
  },
  {
    name: 'describe_object_type',
    bundle: 'describe-object-type',
    parameters: { objectType: 'contacts', apiVersion: '2026-03' },
  },
] as const;

const CHILD = `
const [bundle, parameters] = process.argv.slice(1);
const told = (reply) => console.log(JSON.stringify({ answer: reply?.ok === false ? reply.error.code + ' ' + reply.error.message : (reply?.result?.kind ?? 'ok'), seconds: process.uptime(), maxRssKb: process.resourceUsage().maxRSS }));
if (bundle === '') told(undefined);
else require(bundle).main({ parameters: JSON.parse(require('node:fs').readFileSync(parameters, 'utf8')) }).then(told);
`;

const toldSchema = v.object({ answer: v.string(), seconds: v.number(), maxRssKb: v.number() });

await buildFunctions({ functionsDirectory, outputDirectory: join(functionsDirectory, 'dist') });
const served = await serveEmulator(createEmulator({ seed: 7 }));
const directory = mkdtempSync(join(tmpdir(), 'bulk-records-memory-'));
const rows: string[][] = [];
for (const { name, bundle, parameters } of CALLS) {
  const file = join(directory, 'parameters.json');
  writeFileSync(file, JSON.stringify(parameters));
  const path = bundle === null ? '' : join(functionsDirectory, 'dist', `${bundle}.js`);
  const env = { ...process.env, PRIVATE_APP_ACCESS_TOKEN: defaultToken, HUBSPOT_API_BASE_URL: served.url };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', CHILD, path, file], { env });
  const { answer, seconds, maxRssKb } = v.parse(toldSchema, JSON.parse(stdout));
  const megabytes = maxRssKb / 1024;
  const parameterMegabytes = (Buffer.byteLength(JSON.stringify(parameters)) / 1e6).toFixed(1);
  rows.push([
    name,
    parameterMegabytes,
    seconds.toFixed(1),
    megabytes.toFixed(0),
    answer,
    megabytes < LIMIT_MB ? 'yes' : 'NO',
  ]);
}
rmSync(directory, { recursive: true });
await served.close();
console.log(`What a function's process weighs at most (limit ${String(LIMIT_MB)} MB)`);
console.log(formatTable(['call', 'parameters MB', 'seconds', 'peak MB', 'answer', 'within the limit'], rows));
