/** A record with its place: `number` as the user sees it, `line` in the text, both from 1. */
export interface InputRecord {
  readonly number: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/** True when no cell holds anything to see. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every(isBlankCell);
}

/** How many cells are left without the blank ones at the end. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && isBlankCell(cells[width - 1] ?? '')) width -= 1;
  return width;
}

const BLANK = 32;

/** Most cells are empty or start with something to see: nothing need be cut off them. */
function isBlankCell(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  return (first <= BLANK || first > 126) && cell.trim() === '';
}
