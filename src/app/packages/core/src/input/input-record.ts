/** A record with its place: `number` as the user sees it, `line` in the text, both from 1. */
export interface InputRecord {
  readonly number: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/** True when no cell holds anything to see. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** How many cells are left without the blank ones at the end. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
  return width;
}
