import { mapColumns } from '@bulk-records/core';
import { LABELLED_SHEETS } from './labelled-headers.ts';
import { readLabelledHeaders } from './labelled/labelled-sheet.ts';
import { makeTable } from './labelled/make-table.ts';
import { LIKENESS_THRESHOLDS, mapByLikeness } from './map-by-likeness.ts';
import { compareTimes } from './measure.ts';
import type { Comparison } from './measure.ts';
import { makePortal } from './portal/make-portal.ts';

export const SPEED_HEADER_COUNT = 30;

/** One mapping is too short for the clock. */
const CALLS_PER_TIMING = 20;

export interface SpeedReport {
  readonly threshold: number;
  /** The comparison times this many mappings at once. */
  readonly callsPerTiming: number;
  readonly comparison: Comparison;
}

/** Times mapping 30 headers against 500 properties, each side building its own index, by turns with the peer. */
export function measureMappingSpeed(): readonly SpeedReport[] {
  const headers = LABELLED_SHEETS.filter(({ object }) => object === 'contacts')
    .flatMap((sheet) => readLabelledHeaders(sheet.headers))
    .slice(0, SPEED_HEADER_COUNT);
  const table = makeTable(headers);
  const properties = makePortal('contacts');
  const choices: ReadonlyMap<number, string | null> = new Map();
  return LIKENESS_THRESHOLDS.map((threshold) => ({
    threshold,
    callsPerTiming: CALLS_PER_TIMING,
    comparison: compareTimes(
      repeated(() => mapColumns(table, properties, choices)),
      repeated(() => mapByLikeness(table, properties, threshold)),
    ),
  }));
}

function repeated(work: () => unknown): () => void {
  return () => {
    for (let call = 0; call < CALLS_PER_TIMING; call += 1) work();
  };
}
