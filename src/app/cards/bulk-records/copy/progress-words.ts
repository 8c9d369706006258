import { OUTCOME_KINDS, type OutcomeCounts, type RunProgress, type WorkProgress } from '@bulk-records/core';
import { formatBytes, formatDuration, formatMoment } from './numbers.ts';
import { say } from './say.ts';
import { describeImports } from './way-words.ts';

/** "820 created + 311 updated + 12 rejected = 1,143 rows" */
export function describeEquation(counts: OutcomeCounts, rowCount: number): string {
  const terms = OUTCOME_KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    say(`outcomeCount.${kind}`, { count: counts[kind] }),
  );
  return `${terms.length > 0 ? terms.join(' + ') : '0'} = ${say('flow.rowCount', { count: rowCount })}`;
}

export function describeProgress({
  settledCount,
  totalCount,
}: Pick<RunProgress, 'settledCount' | 'totalCount'>): string {
  return say('progress.rows', { settled: settledCount, total: totalCount });
}

/** Speed and time left, once there is something to measure. */
export function describePace({
  settledCount,
  totalCount,
  elapsedMs,
}: Pick<RunProgress, 'settledCount' | 'totalCount' | 'elapsedMs'>): string {
  if (settledCount === 0 || elapsedMs < 1000) return '';
  const rowsPerSecond = settledCount / (elapsedMs / 1000);
  const leftMs = ((totalCount - settledCount) / rowsPerSecond) * 1000;
  return say('progress.pace', { rate: Math.round(rowsPerSecond), left: formatDuration(leftMs) });
}

/** Why it is slow when it is slow. */
export function describeWait({ wait, company, phase, imports }: RunProgress): string | null {
  if (wait === null) {
    if (imports !== undefined) return describeImports(imports);
    if (phase === 'settling') return say('progress.settling');
    return company === null ? null : say('progress.company', company);
  }
  if (wait.reason === 'daily-limit') return say('wait.daily-limit', { until: formatMoment(wait.untilMs) });
  return say(`wait.${wait.reason}`, { time: formatDuration(wait.leftMs) });
}

/** "Reading 31,000 of about 50,000 rows" */
export function describeWork({ stage, done, total }: WorkProgress): string {
  switch (stage) {
    case 'decoding':
      return say('work.decoding', { done: formatBytes(done), total: formatBytes(total) });
    case 'splitting':
      return say('work.splitting', { done, total: Math.max(done, total) });
    case 'laying-out':
    case 'choosing-formats':
    case 'drafting':
      return say(`work.${stage}`, { done, total });
  }
}
