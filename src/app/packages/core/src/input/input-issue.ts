/** Where something was found: the row as the user sees it and the physical line, both from 1. */
export interface Place {
  readonly rowNumber: number;
  readonly line: number;
}

export interface CellCountPlace extends Place {
  readonly found: number;
}

export interface TextPlace extends Place {
  readonly found: string;
}

export interface RepeatedHeader {
  readonly header: string;
  readonly columnIndexes: readonly number[];
}

/** Characters that nobody sees or that no CRM stores as meant. */
export type UnusualCharacter = 'control' | 'bidirectional' | 'zero-width' | 'lone-surrogate' | 'replacement';

/**
 * Something in a readable input that the admin should know. Issues of one kind are one entry: `count` is
 * how many there are, `places` and the like name only the first of them.
 */
export type InputIssue =
  | {
      readonly code: 'long-rows';
      readonly count: number;
      readonly expected: number;
      readonly places: readonly CellCountPlace[];
    }
  | {
      readonly code: 'short-rows';
      readonly count: number;
      readonly expected: number;
      readonly places: readonly CellCountPlace[];
    }
  /** Cells that start with a quote but are no quoted cells; kept as written. */
  | { readonly code: 'literal-quotes'; readonly count: number; readonly places: readonly TextPlace[] }
  /** A quote that is never closed; kept as written, the rest is read as usual. */
  | { readonly code: 'unclosed-quote'; readonly count: number; readonly places: readonly TextPlace[] }
  | { readonly code: 'no-header'; readonly count: number }
  /** Lines above the header that are not read as records. */
  | { readonly code: 'rows-above-header'; readonly count: number; readonly places: readonly TextPlace[] }
  | { readonly code: 'blank-headers'; readonly count: number; readonly columnIndexes: readonly number[] }
  | { readonly code: 'repeated-headers'; readonly count: number; readonly headers: readonly RepeatedHeader[] }
  /** `count` cells of one column; `columnCount` is how many columns have this kind, only the first are named. */
  | {
      readonly code: 'unusual-characters';
      readonly count: number;
      readonly columnIndex: number;
      readonly columnCount: number;
      readonly character: UnusualCharacter;
      readonly places: readonly Place[];
    }
  /** JSON: a key twice in one object with different values; the last one counts. */
  | { readonly code: 'repeated-keys'; readonly count: number; readonly keys: readonly string[] }
  /** JSON: entries that are no records (null, a lone number) beside entries that are. */
  | { readonly code: 'not-records'; readonly count: number; readonly places: readonly TextPlace[] }
  /** JSON Lines: lines that are no JSON; the others are read. */
  | { readonly code: 'broken-lines'; readonly count: number; readonly places: readonly BrokenJson[] }
  /** XLSX: cells that show an error (`#N/A`); the error is their text. */
  | { readonly code: 'cell-errors'; readonly count: number; readonly places: readonly TextPlace[] }
  /** XLSX: formulas without a result, from a program that does not calculate; read as blank. */
  | { readonly code: 'uncomputed-formulas'; readonly count: number; readonly places: readonly TextPlace[] }
  /** XLSX: whole numbers of more than Excel's 15 digits; the last ones were lost when they were typed. */
  | { readonly code: 'long-numbers'; readonly count: number; readonly places: readonly TextPlace[] }
  /** XLSX: ranges among the rows whose value stands in their first cell only. */
  | { readonly code: 'merged-cells'; readonly count: number; readonly places: readonly Place[] }
  /** XLSX: rows that the sheet hides, by a filter for instance; they are read. */
  | { readonly code: 'hidden-rows'; readonly count: number; readonly places: readonly Place[] };

/** Where JSON breaks, line and column from 1; `found` is the text there, blank at the end of the input. */
export interface BrokenJson {
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

/** Why there is no table at all. */
export type UnreadableInput =
  | { readonly code: 'empty' }
  /** Rows, but nothing but blanks and delimiters in them. */
  | { readonly code: 'blank-rows'; readonly count: number }
  | { readonly code: 'header-only'; readonly headers: readonly string[] }
  /** A file's bytes pasted or read as text; `found` names the format where it shows. */
  | { readonly code: 'binary'; readonly found: 'zip' | 'pdf' | 'unknown' }
  | { readonly code: 'markup'; readonly found: 'html' | 'xml' | 'rtf' }
  | ({ readonly code: 'broken-json' } & BrokenJson)
  | { readonly code: 'json-too-deep'; readonly maxDepth: number }
  /** Valid JSON, but a lone text or number. */
  | { readonly code: 'json-without-records'; readonly found: string }
  | { readonly code: 'too-many-columns'; readonly found: number; readonly maxColumns: number }
  | { readonly code: 'too-many-cells'; readonly found: number; readonly maxCells: number }
  /** Of a file read piece by piece: a row, or a line of JSON, that ends nowhere near. */
  | {
      readonly code: 'row-too-long';
      readonly rowNumber: number;
      readonly line: number;
      readonly maxLength: number;
    }
  | { readonly code: 'no-such-header-row'; readonly headerRow: number; readonly rowCount: number }
  /** A spreadsheet file that is no XLSX; `encrypted` is one with a password, `xlsb` Excel's binary format. */
  | {
      readonly code: 'not-a-workbook';
      readonly found: 'xls' | 'xlsb' | 'ods' | 'numbers' | 'encrypted' | 'other';
    }
  /** A workbook that is cut off or damaged; `part` names where inside the file. */
  | { readonly code: 'broken-workbook'; readonly part: string }
  /** A workbook beyond what may be unpacked; `max` counts entries, bytes, or unpacked bytes per packed one. */
  | {
      readonly code: 'workbook-too-large';
      readonly limit: 'entries' | 'unpacked-bytes' | 'ratio';
      readonly max: number;
    }
  | { readonly code: 'no-such-sheet'; readonly sheetIndex: number; readonly sheetCount: number };

/** How many single findings the issues stand for. */
export function countIssues(issues: readonly InputIssue[]): number {
  return issues.reduce((sum, issue) => sum + issue.count, 0);
}
