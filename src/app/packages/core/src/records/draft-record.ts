import type { CellIssue } from './values/cell-reading.ts';

/** What is wrong with a row as a whole. */
export type RowIssue =
  { readonly code: 'key-missing'; readonly property: string } | { readonly code: 'nothing-to-write' };

/** What is wrong with one cell, and where it stands. */
export interface ColumnIssue extends CellIssue {
  readonly property: string;
  readonly columnIndex: number;
}

/** Found before anything is written; data only, the card makes the sentence. */
export type RecordIssue = RowIssue | ColumnIssue;

/** One row as a record in the making: typed values, its key, and all its issues at once. */
export interface DraftRecord {
  /** Position among the rows that were read, from 0. Identifies the record inside a run. */
  readonly slot: number;
  /** Row number as the admin sees it. */
  readonly rowNumber: number;
  /** Normalised value of the key property; null where the operation has none or the cell is blank or wrong. */
  readonly key: string | null;
  /**
   * Values to send, by property name; an empty text clears HubSpot's value. Blank cells are not here: they leave it
   * alone.
   */
  readonly properties: Readonly<Record<string, string>>;
  readonly issues: readonly RecordIssue[];
}
