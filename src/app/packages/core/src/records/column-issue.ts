import type { CellIssue } from './values/cell-reading.ts';

/** What is wrong with one cell, and where it stands. */
export interface ColumnIssue extends CellIssue {
  readonly property: string;
  readonly columnIndex: number;
  /** Where the cell names records to associate with: their type, of which `property` is. */
  readonly relatedType?: string;
}
