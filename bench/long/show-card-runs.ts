import { formatTable } from '../format-table.ts';
import type { CardRun, Spent } from './drive-card.ts';

export function showCardRuns(runs: readonly CardRun[]): string {
  return [
    formatTable(
      ['rows', 'checking s (cpu)', 'running s (cpu)', 'messages/s', 'worker MB', 'of that arrays'],
      runs.map(({ rowCount, checking, running, messagesPerSecond, heap }) => [
        String(rowCount),
        ...[checking, running].map(seconds),
        messagesPerSecond.toFixed(1),
        (heap.objects + heap.arrays).toFixed(1),
        heap.arrays.toFixed(1),
      ]),
    ),
    ...runs.map(({ rowCount, isCompared, parts, equation }) =>
      [
        `${String(rowCount)} rows, ${isCompared ? 'compared' : 'not compared'}: ${equation}`,
        `each part, seconds (cpu): ${parts.map(seconds).join(', ')}`,
      ].join('\n'),
    ),
  ].join('\n\n');
}

/** Of each run against the first one. */
export function compareHeaps([first, ...others]: readonly CardRun[]): string {
  const megabytes = ({ heap }: CardRun) => heap.objects + heap.arrays;
  return others
    .map((run) => {
      const times = first === undefined ? 0 : megabytes(run) / megabytes(first);
      return `worker memory of ${String(run.rowCount)} rows: ${times.toFixed(2)} times that of the first run`;
    })
    .join('\n');
}

function seconds({ wallMs, cpuMs }: Spent): string {
  return `${(wallMs / 1000).toFixed(1)} (${(cpuMs / 1000).toFixed(1)})`;
}
