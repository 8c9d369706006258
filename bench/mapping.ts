import { mapColumns } from '@bulk-records/core';
import type { ColumnMapping, Property, Table } from '@bulk-records/core';
import { LABELLED_SHEETS } from './labelled-headers.ts';
import { readLabelledHeaders } from './labelled/labelled-sheet.ts';
import type { Belonging, LabelledSheet } from './labelled/labelled-sheet.ts';
import { makeTable } from './labelled/make-table.ts';
import { LIKENESS_THRESHOLDS, mapByLikeness } from './map-by-likeness.ts';
import { makePortal } from './portal/make-portal.ts';
import { scoreMapping } from './score-mapping.ts';
import type { MappedName, Score } from './score-mapping.ts';

const NO_CHOICES: ReadonlyMap<number, string | null> = new Map();

/** A column ours mapped wrongly or left out although it belongs somewhere, for a person to look at. */
export interface Miss {
  readonly source: string;
  readonly file: string;
  readonly header: string;
  readonly belonging: Belonging;
  readonly mapped: string | null;
  /** The reason of the mapping, or why there is none. */
  readonly reason: string;
  readonly confidence: number | null;
}

export interface SourceScore {
  readonly source: string;
  readonly headerCount: number;
  readonly ours: Score;
  /** By threshold, in the order of `LIKENESS_THRESHOLDS`. */
  readonly peer: readonly Score[];
}

export interface MappingReport {
  readonly sources: readonly SourceScore[];
  readonly misses: readonly Miss[];
}

/** Maps every labelled sheet by ours and by the peer, each in a portal with 500 properties. */
export function measureMapping(): MappingReport {
  const sheets = LABELLED_SHEETS.map(mapSheet);
  const names = [...new Set(sheets.map(({ source }) => source))];
  return {
    sources: names.map((source) =>
      scoreSource(
        source,
        sheets.filter((sheet) => sheet.source === source),
      ),
    ),
    misses: sheets.flatMap(({ misses }) => misses),
  };
}

interface MappedSheet {
  readonly source: string;
  readonly ours: readonly MappedName[];
  readonly peer: readonly (readonly MappedName[])[];
  readonly misses: readonly Miss[];
}

function mapSheet(sheet: LabelledSheet): MappedSheet {
  const headers = readLabelledHeaders(sheet.headers);
  const table = makeTable(headers);
  const properties = makePortal(sheet.object);
  const mappings = mapColumns(table, properties, NO_CHOICES);
  const withBelonging = (names: readonly (string | null)[]): readonly MappedName[] =>
    headers.map(({ belonging }, index) => ({ belonging, mapped: names[index] ?? null }));
  const ours = withBelonging(mappings.map(mappedName));
  return {
    source: sheet.source,
    ours,
    peer: peerNames(table, properties).map(withBelonging),
    misses: mappings.flatMap((mapping, index) => missesOf(sheet, mapping, ours[index])),
  };
}

function peerNames(table: Table, properties: readonly Property[]): readonly (readonly (string | null)[])[] {
  return LIKENESS_THRESHOLDS.map((threshold) => mapByLikeness(table, properties, threshold));
}

function scoreSource(source: string, sheets: readonly MappedSheet[]): SourceScore {
  const ours = sheets.flatMap((sheet) => sheet.ours);
  const peer = LIKENESS_THRESHOLDS.map((_, index) =>
    scoreMapping(sheets.flatMap((sheet) => sheet.peer[index] ?? [])),
  );
  return { source, headerCount: ours.length, ours: scoreMapping(ours), peer };
}

function mappedName(mapping: ColumnMapping): string | null {
  return mapping.kind === 'mapped' ? mapping.property.name : null;
}

function missesOf(
  { source, file }: LabelledSheet,
  mapping: ColumnMapping,
  name: MappedName | undefined,
): readonly Miss[] {
  if (name === undefined) return [];
  const { wrong, missed } = scoreMapping([name]);
  if (wrong + missed === 0) return [];
  const confidence = mapping.kind === 'mapped' ? mapping.confidence : null;
  return [{ source, file, header: mapping.column.header, ...name, reason: mapping.reason, confidence }];
}
