import type { SlicedTiming } from './block-plan.ts';
import type { Block } from './blocks.ts';
import { formatMs, formatTable } from './format-table.ts';
import type { Timing } from './measure.ts';
import type { GrowthReport, TextReport } from './reading.ts';

export function showReading(reports: readonly TextReport[]): string {
  const headers = [
    'text',
    'rows',
    'MB',
    'columns',
    'issues',
    'ours ms',
    'papaparse ms',
    'ratio',
    'of least',
    'stages ms',
  ];
  const rows = reports.map(({ kind, rowCount, comparison, stages, ...report }) => [
    kind,
    `${rowCount}`,
    report.megabytes.toFixed(1),
    `${report.mappedColumnCount}`,
    `${report.issueCount}`,
    showTiming(comparison.ours),
    showTiming(comparison.peer),
    comparison.ratio.toFixed(2),
    comparison.leastRatio.toFixed(2),
    [stages.decode, stages.read, stages.map, stages.draft]
      .map(({ medianMs }) => formatMs(medianMs))
      .join('/'),
  ]);
  const title =
    'File to drafts against papaparse header:true (median min-max; stages: decode/read/map/draft)';
  return `${title}\n${formatTable(headers, rows)}`;
}

export function showGrowth(reports: readonly GrowthReport[]): string {
  const headers = ['hostile text', 'sizes', 'ours ms', 'growth', 'papaparse ms', 'growth', 'ratio'];
  const rows = reports.map(({ kind, lengths, small, large, oursGrowth, peerGrowth }) => [
    kind,
    lengths.map((length) => `${length / 1e6}`).join(' to ') + ' M',
    `${formatMs(small.ours.medianMs)} to ${formatMs(large.ours.medianMs)}`,
    oursGrowth.toFixed(2),
    `${formatMs(small.peer.medianMs)} to ${formatMs(large.peer.medianMs)}`,
    peerGrowth.toFixed(2),
    large.ratio.toFixed(2),
  ]);
  return `Growth on hostile text (1 is linear, 4 is quadratic)\n${formatTable(headers, rows)}`;
}

export function showBlocks(blocks: readonly Block[]): string {
  const headers = ['text in a worker', 'rows', 'MB', 'reading', 'mapping ms', 'checking'];
  const rows = blocks.map((block) => {
    switch (block.kind) {
      case 'failed':
        return [block.text, block.message];
      case 'measured': {
        const { rowCount, megabytes, reading, mappingMs, checking } = block.report;
        return [
          block.text,
          `${rowCount}`,
          megabytes.toFixed(1),
          showSlices(reading),
          formatMs(mappingMs),
          showSlices(checking),
        ];
      }
    }
  });
  const title =
    'Longest block in a worker with 500 KiB of stack, cold (longest slice / longest piece at its best / all, in ms)';
  return `${title}\n${formatTable(headers, rows)}`;
}

function showSlices({ longestMs, longestPieceMs, totalMs }: SlicedTiming): string {
  return `${formatMs(longestMs)} / ${formatMs(longestPieceMs)} / ${formatMs(totalMs)}`;
}

function showTiming({ medianMs, minMs, maxMs }: Timing): string {
  return `${formatMs(medianMs)} (${formatMs(minMs)}-${formatMs(maxMs)})`;
}
