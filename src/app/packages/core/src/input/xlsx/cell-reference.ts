import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from './limits.ts';

/** `rowNumber` from 1, `columnIndex` from 0. */
export interface CellPlace {
  readonly rowNumber: number;
  readonly columnIndex: number;
}

export interface CellRange {
  readonly first: CellPlace;
  readonly last: CellPlace;
}

const BEFORE_A = 64;
const BEFORE_SMALL_A = 96;
const LETTERS = 26;

/** The column of `AB12`, from 0; null where its letters name no column of a sheet. Once per cell, so no pattern. */
export function columnIndexOf(reference: string): number | null {
  let column = 0;
  let index = 0;
  for (; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    const letter = code - (code > BEFORE_SMALL_A ? BEFORE_SMALL_A : BEFORE_A);
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
    if (column > MAX_SHEET_COLUMNS) return null;
  }
  return column === 0 ? null : column - 1;
}

/** `A1:B5`, or one cell as a range of its own; null where it is none of a sheet. */
export function parseCellRange(range: string): CellRange | null {
  const [from = '', to = from] = range.split(':');
  const first = parseCell(from);
  const last = parseCell(to);
  return first === null || last === null ? null : { first, last };
}

function parseCell(reference: string): CellPlace | null {
  const match = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(reference.replaceAll('$', ''));
  if (match === null) return null;
  const columnIndex = columnIndexOf(match[1] ?? '');
  const rowNumber = Number(match[2]);
  const isOnSheet = columnIndex !== null && rowNumber >= 1 && rowNumber <= MAX_SHEET_ROWS;
  return isOnSheet ? { rowNumber, columnIndex } : null;
}
