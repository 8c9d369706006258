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

function seconds({ wallMs, cpuMs }: Spent): string {
  return `${(wallMs / 1000).toFixed(1)} (${(cpuMs / 1000).toFixed(1)})`;
}
