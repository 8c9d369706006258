import { unwrapHubSpotRecord } from './find-json-records.ts';
import { flattenObject, isJsonObject, scalarText } from './flatten-json.ts';
import type { FlatCell } from './flatten-json.ts';
import { MAX_COLUMNS } from './limits.ts';
import type { Column } from './table.ts';

/** A JSON value as the cells of a row, or why it is none. */
export type ValueCells =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'not-a-record' }
  | { readonly kind: 'too-deep' };

/** Lays JSON values out, one by one, in columns that are known. */
export interface ValueRows {
  readonly cellsOf: (value: unknown) => ValueCells;
}

/** Arrays by position and scalars as one cell; an object has no place among them. */
export const POSITIONAL_ROWS: ValueRows = {
  cellsOf: (value) => {
    if (isJsonObject(value)) return { kind: 'not-a-record' };
    return { kind: 'cells', cells: Array.isArray(value) ? value.map(scalarText) : [scalarText(value)] };
  },
};

/**
 * Objects by their keys. Columns stand in the order in which their keys first appear, so reading the file from its
 * start finds the known ones again, also where two keys have one header. Values of keys that appear later stand
 * beyond the last column, as the surplus of their row.
 */
export class KeyedRows implements ValueRows {
  private readonly width: number;
  private readonly columnByPath = new Map<string, number>();

  constructor(columns: readonly Column[]) {
    this.width = columns.length;
  }

  cellsOf(value: unknown): ValueCells {
    if (!isJsonObject(value)) return { kind: 'not-a-record' };
    const flat = flattenObject(unwrapHubSpotRecord(value));
    return flat.kind === 'too-deep' ? flat : { kind: 'cells', cells: this.placed(flat.cells) };
  }

  private placed(flat: readonly FlatCell[]): readonly string[] {
    const cells = Array.from({ length: this.width }, () => '');
    const homeless: string[] = [];
    for (const { pathKey, cell } of flat) {
      const column = this.columnOf(pathKey);
      if (column === undefined) homeless.push(cell);
      else {
        while (cells.length <= column) cells.push('');
        cells[column] = cell;
      }
    }
    return [...cells, ...homeless];
  }

  /** Undefined for keys beyond all that a table may have: remembering them would cost memory without end. */
  private columnOf(pathKey: string): number | undefined {
    const known = this.columnByPath.get(pathKey);
    const { size } = this.columnByPath;
    if (known !== undefined || size >= MAX_COLUMNS) return known;
    this.columnByPath.set(pathKey, size);
    return size;
  }
}
