import type { Property } from '../contract/describe-object-type.ts';
import type { Operation } from '../contract/operation.ts';
import type { ColumnPolicy } from './column-policy.ts';
import type { AssociationColumn } from './named-record.ts';
import type { CellFormat, ColumnFormat } from './values/cell-format.ts';

/** A column that goes to a property. */
export interface ColumnTarget {
  readonly columnIndex: number;
  readonly property: Property;
}

/**
 * What stands in for all equal cells of a column: another text, read as if it stood in the paste; a value in HubSpot's
 * own notation, as issues offer it; a record; or nothing, so that HubSpot keeps what it has.
 */
export type CellFix =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: string }
  /** Of a cell that names records to associate with. */
  | { readonly kind: 'record'; readonly recordId: string }
  | { readonly kind: 'blank' };

/** By column index, then by the raw text of the cells. */
export type CellFixes = ReadonlyMap<number, ReadonlyMap<string, CellFix>>;

/** How cells are read; every part has a default, and columns of which nothing is said are read as they look. */
export interface ValueChoices {
  /** Chosen formats by column index. One that does not suit the column's property counts for nothing. */
  readonly formats?: ReadonlyMap<number, CellFormat>;
  readonly fixes?: CellFixes;
  /** What columns may do to a value HubSpot holds; it counts when the plan is made. Absent: overwrite it. */
  readonly policies?: ReadonlyMap<number, ColumnPolicy>;
  /** Columns whose options are added to those HubSpot holds, instead of replacing them. */
  readonly appendingColumns?: ReadonlySet<number>;
  /** Cells of just this text clear HubSpot's value. Absent or blank: none does. */
  readonly clearToken?: string;
  /** IANA name of the portal's time zone. Absent: times without an offset are issues. */
  readonly timeZone?: string;
}

export interface DraftChoices extends ValueChoices {
  /** As whole columns look of which the table holds a part; used where nothing is chosen. */
  readonly found?: ReadonlyMap<number, ColumnFormat>;
  readonly operation: Operation;
  /** Property the records are matched by; null for a create without one. */
  readonly keyProperty: string | null;
  readonly targets: readonly ColumnTarget[];
  /** Columns that name records to associate with. */
  readonly associations?: readonly AssociationColumn[];
}
