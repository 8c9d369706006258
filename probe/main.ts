import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConnection } from '../src/app/functions/src/hubspot/connection.ts';
import { readArguments } from './read-arguments.ts';
import type { ProbeArguments } from './read-arguments.ts';
import { runProbe } from './run-probe.ts';
import type { ProbeConnection } from './ask-hubspot.ts';
import { describeAnswered, describeReport, exitCodeOf, writeBehaviourFile } from './write-report.ts';

/** Command line of the probe; see docs/emulator.md. */

async function probe(
  { mayReachLimit, outputPath }: Extract<ProbeArguments, { kind: 'go' }>,
  connection: ProbeConnection,
): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('Stopping; first the traces are removed.');
      stop.abort();
    });
  }
  const report = await runProbe({
    connection,
    ports: { fetch, sleep: (delayMs) => sleep(delayMs), nowMs: () => Date.now() },
    marker: randomBytes(4).toString('hex'),
    mayReachLimit,
    stop: stop.signal,
    onAnswered: (answered) => {
      console.log(`${describeAnswered(answered)}\n`);
    },
  });
  if (report.kind === 'done') {
    writeFileSync(outputPath, writeBehaviourFile(report.answered, new Date().toISOString()));
    console.log(`Account ${report.portalId}. The switches stand in ${outputPath}.`);
  }
  console.log(describeReport(report));
  return exitCodeOf(report);
}

const wanted = readArguments(process.argv.slice(2));
const connection = readConnection(process.env);
if (wanted.kind === 'refused') {
  console.error(wanted.why);
  process.exitCode = 2;
} else if ('ok' in connection) {
  console.error(connection.error.message);
  process.exitCode = 2;
} else {
  process.exitCode = await probe(wanted, connection);
}
