import { formatMs, formatShare, formatTable } from './format-table.ts';
import { LIKENESS_THRESHOLDS } from './map-by-likeness.ts';
import type { SpeedReport } from './mapping-speed.ts';
import type { MappingReport, Miss, SourceScore } from './mapping.ts';
import { addScores, NO_SCORE, precisionOf, recallOf } from './score-mapping.ts';
import type { Score } from './score-mapping.ts';

const PEER_HEADERS = LIKENESS_THRESHOLDS.map((threshold) => `fuse ${threshold} P/R`);

export function showMapping({ sources, misses }: MappingReport): string {
  const headers = ['source', 'headers', 'belong', 'wrong', 'missed', 'P', 'R', ...PEER_HEADERS];
  const rows = [...sources, sumSources(sources)].map(({ source, headerCount, ours, peer }) => [
    source,
    `${headerCount}`,
    `${ours.findable}`,
    `${ours.wrong}`,
    `${ours.missed}`,
    formatShare(precisionOf(ours)),
    formatShare(recallOf(ours)),
    ...peer.map((score) => `${formatShare(precisionOf(score))}/${formatShare(recallOf(score))}`),
  ]);
  const title = 'Mapping against the labelled list, 500 properties (precision and recall in per cent)';
  const wrong = misses.filter(({ mapped }) => mapped !== null);
  return [
    title,
    formatTable(headers, rows),
    '',
    'Mapped to the wrong property',
    ...wrong.map(showWrong),
  ].join('\n');
}

export function showMisses({ misses }: MappingReport): string {
  const missed = misses.filter(({ mapped }) => mapped === null);
  return ['Left out although they belong somewhere', ...missed.map(showMissed)].join('\n');
}

export function showSpeed(reports: readonly SpeedReport[]): string {
  const headers = ['fuse threshold', 'ours ms', 'fuse.js ms', 'ratio'];
  const rows = reports.map(({ threshold, callsPerTiming, comparison }) => [
    `${threshold}`,
    formatMs(comparison.ours.medianMs / callsPerTiming),
    formatMs(comparison.peer.medianMs / callsPerTiming),
    comparison.ratio.toFixed(3),
  ]);
  return `30 headers against 500 properties (median of one mapping)\n${formatTable(headers, rows)}`;
}

function sumSources(sources: readonly SourceScore[]): SourceScore {
  const sum = (scores: readonly Score[]) => scores.reduce(addScores, NO_SCORE);
  return {
    source: 'All',
    headerCount: sources.reduce((count, { headerCount }) => count + headerCount, 0),
    ours: sum(sources.map(({ ours }) => ours)),
    peer: LIKENESS_THRESHOLDS.map((_, index) => sum(sources.map(({ peer }) => peer[index] ?? NO_SCORE))),
  };
}

function showWrong({ source, file, header, mapped, reason, confidence }: Miss): string {
  return `  ${source}, ${file}: "${header}" to ${mapped ?? '-'} (${reason}, ${confidence ?? '-'})`;
}

function showMissed({ source, file, header, belonging, reason }: Miss): string {
  const property = belonging.kind === 'nothing' ? '-' : belonging.property;
  return `  ${source}, ${file}: "${header}" belongs to ${property} (${reason})`;
}
