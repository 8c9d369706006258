import type { LongCheckProgress, LongProgress, LongStop, RunChunk } from '@bulk-records/core';
import { formatBytes, formatMoment } from './numbers.ts';
import { describeNotSent } from './outcome-words.ts';
import { describeReadFailure } from './review-words.ts';
import { say } from './say.ts';

/** "Checking every row: 31,000 rows, 4.2 MB of 51.0 MB" */
export function describeLongCheck({ stage, bytesRead, rowCount }: LongCheckProgress, bytes: number): string {
  return say(`long.${stage}`, {
    rows: rowCount,
    done: formatBytes(bytesRead),
    total: formatBytes(bytes),
  });
}

/** "Part 3 of 17: rows 60,002 to 90,001" */
export function nameOfChunk({ number, count, firstRow, lastRow }: RunChunk): string {
  return say('long.part', { number, count, first: firstRow, last: lastRow });
}

export function describePhase({ phase, askedCount, chunk, untilMs }: LongProgress): string {
  switch (phase) {
    case 'waiting':
      return say('long.phase.waiting', { until: formatMoment(untilMs ?? 0) });
    case 'comparing':
      return say('long.phase.comparing', { asked: askedCount, rows: chunk.lastRow - chunk.firstRow + 1 });
    case 'reading':
    case 'writing':
    case 'filing':
      return say(`long.phase.${phase}`);
  }
}

/** Why rows are left, and what to do. */
export function describeLongStop(stop: LongStop): string {
  switch (stop.kind) {
    case 'stopped':
    case 'gone-on':
    case 'not-noted':
    case 'no-journal':
      return say(`long.${stop.kind}`);
    case 'run-stopped':
      return describeNotSent(stop.reason, stop.detail);
    case 'held':
      return say('long.held', { until: formatMoment(stop.untilMs) });
    case 'not-read':
      return say('long.not-read', describeReadFailure(stop.failure));
    case 'input-changed':
      return say('long.input-changed', { row: stop.fromRow });
    case 'input-unreadable':
      return say('long.input-unreadable', { detail: stop.detail });
  }
}
