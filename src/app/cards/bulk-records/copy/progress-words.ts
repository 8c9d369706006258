import { OUTCOME_KINDS, type OutcomeCounts, type RunProgress } from '@bulk-records/core';
import { formatCount, formatDuration } from './numbers.ts';
import { OUTCOME_NAMES } from './outcome-words.ts';

/** "820 created + 311 updated + 12 rejected = 1,143 rows" */
export function describeEquation(counts: OutcomeCounts, rowCount: number): string {
  const terms = OUTCOME_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${formatCount(counts[kind])} ${OUTCOME_NAMES[kind].toLowerCase()}`,
  );
  return `${terms.length > 0 ? terms.join(' + ') : '0'} = ${formatCount(rowCount)} ${rowCount === 1 ? 'row' : 'rows'}`;
}

export function describeProgress(progress: RunProgress): string {
  const { settledCount, totalCount } = progress;
  return `${formatCount(settledCount)} of ${formatCount(totalCount)} rows`;
}

/** Speed and time left, once there is something to measure. */
export function describePace({ settledCount, totalCount, elapsedMs }: RunProgress): string {
  if (settledCount === 0 || elapsedMs < 1000) return '';
  const rowsPerSecond = settledCount / (elapsedMs / 1000);
  const leftMs = ((totalCount - settledCount) / rowsPerSecond) * 1000;
  return `${formatCount(Math.round(rowsPerSecond))} rows per second · about ${formatDuration(leftMs)} left`;
}

/** Why it is slow when it is slow. */
export function describeWait(progress: RunProgress): string | null {
  if (progress.wait === null) {
    return progress.phase === 'settling' ? 'Reading back rows that HubSpot did not answer for.' : null;
  }
  const time = formatDuration(progress.wait.leftMs);
  switch (progress.wait.reason) {
    case 'rate-limit':
      return `Waiting ${time}: the portal’s API limit is shared with other apps.`;
    case 'locked':
      return `Waiting ${time}: HubSpot has locked these records for a moment.`;
    case 'migrating':
      return `Waiting ${time}: HubSpot is moving this portal.`;
    case 'no-answer':
      return `Waiting ${time}: HubSpot did not answer.`;
  }
}
