import type { ImportError } from '../contract/import-records.ts';
import { MAX_RECOGNISING_CELLS } from '../contract/limits.ts';
import type { RecordToWrite } from '../plan/plan-part.ts';
import { cellsOf, type ImportLayout } from './import-layout.ts';
import type { ImportSlice } from './slice-import.ts';

export interface PlacedErrors {
  readonly ofRecords: ReadonlyMap<RecordToWrite, readonly ImportError[]>;
  /** Of the whole file, or of a row that could not be told for sure. Nothing is said of any row by them. */
  readonly ofNobody: readonly ImportError[];
}

/** The columns to ask for, so that an error can be held against its row: what names the record, and then the first ones. */
export function recognisingColumns({ columns }: ImportLayout): readonly number[] {
  return columns.slice(0, MAX_RECOGNISING_CELLS).map((_, column) => column);
}

/**
 * Gives every error to its record. HubSpot does not say whether line numbers count the header, or the lines of a cell
 * with line breaks, so a line only proposes records: the error's own cells have to be those of one of them, and of one
 * only.
 */
export function placeErrors(
  errors: readonly ImportError[],
  slice: ImportSlice,
  layout: ImportLayout,
): PlacedErrors {
  const ofRecords = new Map<RecordToWrite, ImportError[]>();
  const ofNobody: ImportError[] = [];
  const byKey = layout.hasKey ? new Map(slice.records.map((record) => [record.key, record])) : null;
  for (const error of errors) {
    const record = error.lineNumber === 0 ? undefined : recordOf(error, { slice, layout, byKey });
    const known = record === undefined ? undefined : ofRecords.get(record);
    if (record === undefined) ofNobody.push(error);
    else if (known === undefined) ofRecords.set(record, [error]);
    else known.push(error);
  }
  return { ofRecords, ofNobody };
}

interface Places {
  readonly slice: ImportSlice;
  readonly layout: ImportLayout;
  readonly byKey: ReadonlyMap<string | null, RecordToWrite> | null;
}

function recordOf(error: ImportError, { slice, layout, byKey }: Places): RecordToWrite | undefined {
  const fitting = proposedBy(error.lineNumber, slice).filter((record) => fits(error, record, layout));
  const [only] = fitting;
  if (fitting.length === 1) return only;
  // Keys are unique in a run, so one that comes back as it was sent names its record without any line.
  const [key] = error.cells;
  return fitting.length === 0 && typeof key === 'string' && key !== '' ? byKey?.get(key) : undefined;
}

/** By every reading of a line number: as a record with the header, without it, and as a physical line. */
function proposedBy(line: number, { records, firstLines }: ImportSlice): readonly RecordToWrite[] {
  const places = [line - 2, line - 1];
  if (firstLines !== null) places.push(lastAtOrBefore(firstLines, line));
  const proposed = places.flatMap((place) => {
    const record = records[place];
    return record === undefined ? [] : [record];
  });
  return [...new Set(proposed)];
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Cells that HubSpot keeps back say nothing; one at least has to speak, and none may speak against it. */
function fits(error: ImportError, record: RecordToWrite, layout: ImportLayout): boolean {
  const own = cellsOf(record, layout);
  const told = recognisingColumns(layout).map(
    (column) => [error.cells[column] ?? null, own[column] ?? ''] as const,
  );
  const speaking = told.filter(([cell]) => cell !== null && cell !== '');
  return speaking.length > 0 && speaking.every(([cell, sent]) => cell !== null && isSameCell(cell, sent));
}

/** A cell may come shortened or trimmed. */
function isSameCell(cell: string, sent: string): boolean {
  return cell === sent || cell.trim() === sent.trim() || (cell.length >= 1000 && sent.startsWith(cell));
}
