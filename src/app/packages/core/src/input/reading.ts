import type { Encoding } from './decode-text.ts';
import type { Delimiter } from './delimiter.ts';
import type { InputIssue, UnreadableInput } from './input-issue.ts';
import type { Table } from './table.ts';

/** How a text is read into records. */
export type TextForm =
  | { readonly format: 'delimited'; readonly delimiter: Delimiter }
  | { readonly format: 'one-column' }
  | { readonly format: 'json' }
  | { readonly format: 'json-lines' };

/** A sheet of a workbook; `sheetIndex` counts its worksheets from 0. */
export interface SheetForm {
  readonly format: 'xlsx';
  readonly sheetIndex: number;
  readonly sheetName: string;
}

export type Form = TextForm | SheetForm;

/**
 * What the admin decided instead of the guess: `encoding` of a file, `form` of a text, `sheetIndex` of a workbook;
 * `headerRow` is a row as the user sees it, from 1.
 */
export interface ReadingChoices {
  readonly encoding?: Encoding;
  readonly form?: TextForm;
  readonly sheetIndex?: number;
  readonly headerRow?: number | 'none';
}

/**
 * An input understood as a table. `headerRow` is null when no row is a header (then every header is blank) and
 * for JSON (then the headers are its keys). `confidence` and `headerConfidence` are from 0 to 1, 1 where the
 * admin chose; `runnerUp` is a second form close enough to ask about.
 */
export interface TableReading {
  readonly kind: 'table';
  readonly table: Table;
  readonly form: Form;
  readonly confidence: number;
  readonly runnerUp: Form | null;
  readonly headerRow: number | null;
  readonly headerConfidence: number;
  readonly issues: readonly InputIssue[];
}

/** No table; `form` is how reading it was tried, null where no form fits. */
export interface UnreadableReading {
  readonly kind: 'unreadable';
  readonly issue: UnreadableInput;
  readonly form: Form | null;
}

export type Reading = TableReading | UnreadableReading;
