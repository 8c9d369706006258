import type { Sliced } from '../slices/sliced.ts';
import { describeHeaders } from './describe-headers.ts';
import { eachRecord } from './each-record.ts';
import type { InputIssue, UnreadableInput } from './input-issue.ts';
import { filledWidth } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { startLayout } from './lay-out-rows.ts';
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts';
import type { Table } from './table.ts';

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
export function* buildTable(source: TableSource): Sliced<BuiltTable> {
  const width = yield* tableWidth(source);
  const problem = sizeProblem(width, source.records.length);
  if (problem !== undefined) return { kind: 'unreadable', issue: problem };
  const headers = Array.from({ length: width }, (_, index) => source.header?.cells[index] ?? '');
  const layout = startLayout(width);
  yield* eachRecord(source.records, layout.add);
  const columns = headers.map((header, index) => ({ index, header }));
  const table: Table = { columns, rows: layout.rows };
  const issues = [...(source.header === undefined ? [] : describeHeaders(headers)), ...layout.issues()];
  return { kind: 'table', table, issues };
}

/**
 * The header's width, or that of most records where they are wider: one stray delimiter in one row must not
 * widen the whole table.
 */
function* tableWidth({ header, records }: TableSource): Sliced<number> {
  const frequencies = new Map<number, number>();
  yield* eachRecord(records, ({ cells }) => {
    const width = filledWidth(cells);
    frequencies.set(width, (frequencies.get(width) ?? 0) + 1);
  });
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
