import { describeHeaders } from './describe-headers.ts';
import { findUnusualCharacters } from './find-unusual-characters.ts';
import type { InputIssue, UnreadableInput } from './input-issue.ts';
import { filledWidth } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_PLACES } from './limits.ts';
import type { Row, Table } from './table.ts';

/** Records without blank ones and without the header; `header` is undefined when there is none. */
export interface TableSource {
  readonly header: InputRecord | undefined;
  readonly records: readonly InputRecord[];
}

export type BuiltTable =
  | { readonly kind: 'table'; readonly table: Table; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

/**
 * Lays records out as a table: blank columns at the end are dropped, short rows are padded, cells beyond
 * the last column stay with their row as `surplus`. Rows that do not fit are named in issues.
 */
export function buildTable(source: TableSource): BuiltTable {
  const width = tableWidth(source);
  const problem = sizeProblem(width, source.records.length);
  if (problem !== undefined) return { kind: 'unreadable', issue: problem };
  const headers = Array.from({ length: width }, (_, index) => source.header?.cells[index] ?? '');
  const table: Table = {
    columns: headers.map((header, index) => ({ index, header })),
    rows: source.records.map((record) => rowOf(record, width)),
  };
  const issues = [
    ...(source.header === undefined ? [] : describeHeaders(headers)),
    ...describeWidths(source.records, width),
    ...findUnusualCharacters(table.columns, source.records),
  ];
  return { kind: 'table', table, issues };
}

/**
 * The header's width, or that of most records where they are wider: one stray delimiter in one row must not
 * widen the whole table.
 */
function tableWidth({ header, records }: TableSource): number {
  const frequencies = new Map<number, number>();
  for (const record of records) {
    const width = filledWidth(record.cells);
    frequencies.set(width, (frequencies.get(width) ?? 0) + 1);
  }
  let usual = 0;
  let best = 0;
  for (const [width, frequency] of frequencies) {
    if (frequency > best || (frequency === best && width > usual)) [usual, best] = [width, frequency];
  }
  return Math.max(usual, header === undefined ? 0 : filledWidth(header.cells));
}

function sizeProblem(width: number, rowCount: number): UnreadableInput | undefined {
  if (width > MAX_COLUMNS) return { code: 'too-many-columns', found: width, maxColumns: MAX_COLUMNS };
  const cellCount = width * rowCount;
  return cellCount > MAX_CELLS
    ? { code: 'too-many-cells', found: cellCount, maxCells: MAX_CELLS }
    : undefined;
}

function rowOf(record: InputRecord, width: number): Row {
  const { number, cells } = record;
  if (cells.length === width) return { number, cells };
  if (cells.length < width)
    return { number, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] };
  const end = filledWidth(cells);
  const fitting = cells.slice(0, width);
  return end <= width
    ? { number, cells: fitting }
    : { number, cells: fitting, surplus: cells.slice(width, end) };
}

function describeWidths(records: readonly InputRecord[], expected: number): readonly InputIssue[] {
  const short = records.filter((record) => record.cells.length < expected);
  const long = records.filter(
    (record) => record.cells.length > expected && filledWidth(record.cells) > expected,
  );
  const issues: InputIssue[] = [];
  if (long.length > 0)
    issues.push({ code: 'long-rows', count: long.length, expected, places: widthPlaces(long) });
  if (short.length > 0)
    issues.push({ code: 'short-rows', count: short.length, expected, places: widthPlaces(short) });
  return issues;
}

function widthPlaces(records: readonly InputRecord[]) {
  return records
    .slice(0, MAX_PLACES)
    .map(({ number, line, cells }) => ({ rowNumber: number, line, found: cells.length }));
}
