import { formatShare, formatTable } from '../format-table.ts';
import type { PeerMeasured } from './peers.ts';
import type { RealRun } from './run-for-real.ts';
import type { Measured } from './run-scenario.ts';
import type { GoalScenario } from './scenarios.ts';

export interface ScenarioReport {
  readonly scenario: GoalScenario;
  readonly runs: readonly Measured[];
}

const HEADERS = [
  'scenario',
  's',
  'of ceiling %',
  'of rate %',
  'refused %',
  'exec s',
  'calls',
  'apart %',
  'after 15 s %',
  'other loses %',
  'longest call ms',
  'goals met',
];

/** Medians, and the worst run in brackets where a goal depends on it. */
export function showScenarios(reports: readonly ScenarioReport[]): string {
  const rows = reports.map(({ scenario, runs }) => {
    const share = (pick: (run: Measured) => number): string => {
      const values = runs.map(pick);
      return `${formatShare(medianOf(values))} (${formatShare(Math.max(...values))})`;
    };
    const median = (pick: (run: Measured) => number, digits = 1): string =>
      medianOf(runs.map(pick)).toFixed(digits);
    return [
      scenario.name,
      median(({ seconds }) => seconds),
      formatShare(medianOf(runs.map(({ ofCeiling }) => ofCeiling))),
      formatShare(medianOf(runs.map(({ ofRate }) => ofRate))),
      share(({ refusedShare }) => refusedShare),
      median(({ executionSeconds }) => executionSeconds, 0),
      median(({ calls }) => calls, 0),
      share(({ unfairness }) => unfairness),
      share(({ unfairnessLater }) => unfairnessLater),
      share(({ neighbourLoses }) => neighbourLoses),
      Math.max(...runs.map(({ longestCallMs }) => longestCallMs)).toFixed(0),
      scenario.goals.map((goal) => `${goal.says}: ${countMet(goal, runs)}`).join('; '),
    ];
  });
  return `Pacing in virtual time, median of ${reports[0]?.runs.length ?? 0} runs (worst in brackets)\n${formatTable(HEADERS, rows)}`;
}

export function showPeers(peers: readonly PeerMeasured[], oursSeconds: number, records: number): string {
  const rows = [{ name: 'Bulk Records', seconds: oursSeconds, refused: 0 }, ...peers].map((peer) => [
    peer.name,
    peer.seconds.toFixed(1),
    (records / peer.seconds).toFixed(0),
    String(peer.refused),
    (oursSeconds / peer.seconds).toFixed(2),
  ]);
  return `${records} creates\n${formatTable(['who', 's', 'records/s', '429s', 'ours / theirs'], rows)}`;
}

export function showReal(records: number, real: RealRun, virtualSeconds: number): string {
  const { seconds, refused, fullest, created } = real;
  return `By the clock on the wall, ${records} creates through the real function: ${seconds.toFixed(1)} s (virtual ${virtualSeconds.toFixed(1)} s), ${created} created, ${refused} refused, fullest window ${fullest}`;
}

function countMet(goal: GoalScenario['goals'][number], runs: readonly Measured[]): string {
  return `${runs.filter((run) => goal.isMet(run)).length}/${runs.length}`;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
