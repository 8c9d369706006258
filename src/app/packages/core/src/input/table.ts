/** One column of the input; `header` is as written (may be blank or repeated), `index` counts from 0. */
export interface Column {
  readonly index: number;
  readonly header: string;
}

/**
 * One record of the input as text. `number` is the row as the user sees it: from 1, header and preamble
 * included; for JSON the item's number from 1, for JSON Lines the line. Cells are raw: nothing trimmed.
 * `surplus` holds the cells beyond the last column, so that a row that is too long loses nothing.
 */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
  readonly surplus?: readonly string[];
  /** Of a row of our own file of failures: the row it was in the input before. */
  readonly origin?: string;
}

/** The input as columns and rows; every row has exactly as many cells as there are columns. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}
