/** A cell that a spreadsheet would take for a formula, with any guards it already wears. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED_FORMULA = /^''*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)*$/;

/**
 * The cell as it may stand in a file for spreadsheets: what would be executed gets an apostrophe in front
 * (OWASP, CSV injection). Plain numbers stay as they are.
 */
export function guardCell(cell: string): string {
  return LOOKS_LIKE_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Takes back exactly what `guardCell` did. */
export function unguardCell(cell: string): string {
  return GUARDED_FORMULA.test(cell) ? cell.slice(1) : cell;
}
