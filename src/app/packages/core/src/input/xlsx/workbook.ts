import type { UnreadableInput } from '../input-issue.ts';
import type { ZipEntry } from './zip-directory.ts';

export type SheetVisibility = 'visible' | 'hidden' | 'very-hidden';

/** The range a sheet says it uses; programs that write it carelessly leave it too small or too large. */
export interface SheetSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** One worksheet, in the order of the tabs. */
export interface Sheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Null where the sheet does not say. */
  readonly declaredSize: SheetSize | null;
  /** Its part inside the package. */
  readonly partName: string;
}

/** A workbook whose sheets can be read; it holds the file's bytes and unpacks a sheet only when it is read. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly archive: Archive;
  readonly parts: WorkbookParts;
  /** Days count from 1904-01-01 instead of 1900-01-01 (ECMA-376 part 1, 18.17.4.1). */
  readonly startsIn1904: boolean;
}

/** Parts that all sheets share; null where the workbook has none. */
export interface WorkbookParts {
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** The packed file with its entries by normalised name. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

export type OpenedWorkbook =
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };
