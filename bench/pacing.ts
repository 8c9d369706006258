import { parseArgs } from 'node:util';
import { measureApiClient, reckonSequential } from './pacing/peers.ts';
import { runForReal } from './pacing/run-for-real.ts';
import { runScenario } from './pacing/run-scenario.ts';
import { SCENARIOS } from './pacing/scenarios.ts';
import { medianOf, showPeers, showReal, showScenarios, type ScenarioReport } from './pacing/show-pacing.ts';

/**
 * `tsx bench/pacing.ts [--runs 9] [--virtual] [scenario …]`: all scenarios unless some are named by a part of their
 * names; `--virtual` leaves out what takes real time (the client of HubSpot needs a minute for 50,000 records).
 */
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, virtual: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const chosen = SCENARIOS.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
const reports: ScenarioReport[] = [];
for (const scenario of chosen) {
  const seeds = Array.from({ length: Number(values.runs) }, (_, index) => 7919 * (index + 1));
  const runs = [];
  for (const seed of seeds) runs.push(await runScenario(scenario, seed));
  reports.push({ scenario, runs });
}
console.log(showScenarios(reports));

const REAL_RECORDS = 20_000;

if (!values.virtual && positionals.length === 0) {
  for (const records of [1000, 50_000]) {
    const ours = reports.find(({ scenario }) => scenario.recordsPerAdmin === records);
    const oursSeconds = medianOf(ours?.runs.map(({ seconds }) => seconds) ?? []);
    const peers = [
      reckonSequential(records, false),
      reckonSequential(records, true),
      await measureApiClient(records, false),
      ...(records === 1000 ? [await measureApiClient(records, true)] : []),
    ];
    console.log(`\n${showPeers(peers, oursSeconds, records)}`);
  }
  const virtual = await runScenario({ name: 'real', recordsPerAdmin: REAL_RECORDS }, 7919);
  console.log(`\n${showReal(REAL_RECORDS, await runForReal(REAL_RECORDS), virtual.seconds)}`);
}
