import {
  DEFAULT_RUN_SETTINGS,
  decodeWith,
  runPart,
  writeRecordsReplySchema,
  type RunPorts,
} from '@bulk-records/core';
import { main as writeRecords } from '../../src/app/functions/src/write-records.ts';
import { planRows } from '../../src/app/packages/core/src/testing/model-plan.ts';
import { seededRandom } from '../../src/app/packages/core/src/testing/seeded-random.ts';
import { USUAL_TIMES } from './run-scenario.ts';
import { serveWindow } from './serve-window.ts';

export interface RealRun {
  readonly seconds: number;
  readonly refused: number;
  readonly fullest: number;
  readonly created: number;
}

/** The product's engine and its real write function over HTTP, by the clock on the wall. */
export async function runForReal(records: number): Promise<RealRun> {
  const random = seededRandom(2);
  const served = await serveWindow(190, random);
  process.env['PRIVATE_APP_ACCESS_TOKEN'] = 'bench';
  process.env['HUBSPOT_API_BASE_URL'] = served.url;
  const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
  const within = ([from, to]: readonly [number, number]): number => from + random() * (to - from);
  const ports: RunPorts = {
    now: () => Date.now(),
    random,
    sleep,
    report: () => undefined,
    readRecords: () => Promise.resolve({ kind: 'no-reply', message: 'nothing is read here' }),
    writeRecords: async (request) => {
      await sleep(within(USUAL_TIMES.inboundMs));
      const reply = decodeWith(writeRecordsReplySchema, await writeRecords({ parameters: request }));
      await sleep(within(USUAL_TIMES.outboundMs));
      return reply.ok
        ? { kind: 'reply', reply: reply.value }
        : { kind: 'no-reply', message: reply.problems.join() };
    },
  };
  const rows = Array.from({ length: records }, (_, index) => ({
    key: `row${String(index)}@example.org`,
    properties: { name: 'Ada' },
  }));
  const plan = planRows(rows, { operation: 'create', keyProperty: 'email' });
  const options = { runId: 'real', settings: DEFAULT_RUN_SETTINGS, isStopWanted: () => false };
  const startedAt = performance.now();
  const { outcomes } = await runPart(plan, ports, options);
  const seconds = (performance.now() - startedAt) / 1000;
  await served.close();
  const { refused, fullest } = served.window;
  return { seconds, refused, fullest, created: outcomes.filter(({ kind }) => kind === 'created').length };
}
