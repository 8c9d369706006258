import { OUTCOME_KINDS, type OutcomeCounts, type RunProgress, type WorkProgress } from '@bulk-records/core';
import { formatBytes, formatCount, formatDuration, formatMoment } from './numbers.ts';
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
  const { wait, company, phase } = progress;
  if (wait === null) {
    if (phase === 'settling') return 'Reading back rows that HubSpot did not answer for.';
    return company === null ? null : describeCompany(company);
  }
  const time = formatDuration(wait.leftMs);
  switch (wait.reason) {
    case 'window-full':
      return `Waiting ${time}: HubSpot takes only so many requests in ten seconds, and some are left to other apps.`;
    case 'window-shared':
      return `Waiting ${time}: the portal’s API limit is shared with other apps.`;
    case 'rate-limit':
      return `Waiting ${time}: HubSpot refused a request because its API limit was reached.`;
    case 'daily-limit':
      return `The portal’s API requests of today are used up. The run goes on by itself at ${formatMoment(wait.untilMs)} if this tab stays open.`;
    case 'functions-refused':
      return `Waiting ${time}: HubSpot did not run the app’s function. It is tried again.`;
    case 'locked':
      return `Waiting ${time}: HubSpot has locked these records for a moment.`;
    case 'migrating':
      return `Waiting ${time}: HubSpot is moving this portal.`;
    case 'no-answer':
      return `Waiting ${time}: HubSpot did not answer.`;
  }
}

function describeCompany({ foreign, max }: NonNullable<RunProgress['company']>): string {
  return `Going slower: others use ${formatCount(foreign)} of the ${formatCount(max)} requests HubSpot takes in ten seconds.`;
}

/** "Reading 31,000 of about 50,000 rows" */
export function describeWork({ stage, done, total }: WorkProgress): string {
  const rows = `${formatCount(done)} of ${formatCount(total)} rows`;
  switch (stage) {
    case 'decoding':
      return `Opening ${formatBytes(done)} of ${formatBytes(total)}`;
    case 'splitting':
      return `Reading ${formatCount(done)} of about ${formatCount(Math.max(done, total))} rows`;
    case 'laying-out':
      return `Laying out ${rows}`;
    case 'choosing-formats':
      return `Looking at dates and numbers: ${rows}`;
    case 'drafting':
      return `Checking ${rows}`;
  }
}
