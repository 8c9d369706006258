import type { Sliced } from '../slices/sliced.ts';
import { buildTable } from './build-table.ts';
import type { BuiltTable } from './build-table.ts';
import type { FlatCell } from './flatten-json.ts';
import { isBlank } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts';

interface SparseRecord {
  readonly number: number;
  readonly line: number;
  readonly cellByColumn: ReadonlyMap<number, string>;
}

/** Collects objects with different keys into one table; columns stand in the order their keys first appear. */
export class KeyGrid {
  private readonly columnByPath = new Map<string, number>();
  private readonly headers: string[] = [];
  private readonly records: SparseRecord[] = [];

  add(place: { readonly number: number; readonly line: number }, cells: readonly FlatCell[]): void {
    const cellByColumn = new Map<number, string>();
    for (const { pathKey, header, cell } of cells) cellByColumn.set(this.columnOf(pathKey, header), cell);
    if (!isBlank([...cellByColumn.values()])) this.records.push({ ...place, cellByColumn });
  }

  /** Blank cells where an object lacks a key. The size is checked first: padding multiplies. */
  *toTable(): Sliced<BuiltTable> {
    const width = this.headers.length;
    if (this.records.length === 0) return { kind: 'unreadable', issue: { code: 'empty' } };
    if (width > MAX_COLUMNS) {
      return {
        kind: 'unreadable',
        issue: { code: 'too-many-columns', found: width, maxColumns: MAX_COLUMNS },
      };
    }
    const cellCount = width * this.records.length;
    if (cellCount > MAX_CELLS) {
      return { kind: 'unreadable', issue: { code: 'too-many-cells', found: cellCount, maxCells: MAX_CELLS } };
    }
    const header: InputRecord = { number: 0, line: 0, cells: this.headers };
    const records: InputRecord[] = [];
    for (const record of this.records) {
      records.push(this.dense(record, width));
      yield { stage: 'laying-out', done: records.length, total: this.records.length };
    }
    return yield* buildTable({ header, records });
  }

  private columnOf(pathKey: string, header: string): number {
    const known = this.columnByPath.get(pathKey);
    if (known !== undefined) return known;
    const column = this.headers.length;
    this.columnByPath.set(pathKey, column);
    this.headers.push(header);
    return column;
  }

  private dense({ number, line, cellByColumn }: SparseRecord, width: number): InputRecord {
    return {
      number,
      line,
      cells: Array.from({ length: width }, (_, column) => cellByColumn.get(column) ?? ''),
    };
  }
}
