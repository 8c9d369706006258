import { makeCharacterTally } from './character-tally.ts';
import type { CellCountPlace, InputIssue } from './input-issue.ts';
import { filledWidth } from './input-record.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_PLACES } from './limits.ts';
import type { Row } from './table.ts';

/** Rows of a table of known width, laid out record by record, and what is to be said of them. */
export interface RowLayout {
  readonly add: (record: InputRecord) => void;
  readonly rows: readonly Row[];
  readonly issues: () => readonly InputIssue[];
}

/** Short rows are padded, cells beyond the last column stay with their row as `surplus`. */
export function startLayout(width: number): RowLayout {
  const rows: Row[] = [];
  const widths = makeWidthTally(width);
  const characters = makeCharacterTally(width);
  return {
    rows,
    add: (record) => {
      rows.push(rowOf(record, width));
      widths.note(record);
      characters.note(record);
    },
    issues: () => [...widths.issues(), ...characters.issues()],
  };
}

function rowOf(record: InputRecord, width: number): Row {
  const { number, cells } = record;
  if (cells.length === width) return { number, cells };
  if (cells.length < width)
    return { number, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] };
  const end = filledWidth(cells);
  const fitting = cells.slice(0, width);
  return end <= width
    ? { number, cells: fitting }
    : { number, cells: fitting, surplus: cells.slice(width, end) };
}

/** Counts rows that are too short or too long. */
function makeWidthTally(expected: number) {
  const short: WidthCount = { count: 0, places: [] };
  const long: WidthCount = { count: 0, places: [] };
  return {
    note: ({ number, line, cells }: InputRecord): void => {
      const found = cells.length;
      if (found === expected || (found > expected && filledWidth(cells) <= expected)) return;
      const tally = found > expected ? long : short;
      tally.count += 1;
      if (tally.places.length < MAX_PLACES) tally.places.push({ rowNumber: number, line, found });
    },
    issues: (): readonly InputIssue[] => {
      const issues: readonly InputIssue[] = [
        { code: 'long-rows', expected, ...long },
        { code: 'short-rows', expected, ...short },
      ];
      return issues.filter(({ count }) => count > 0);
    },
  };
}

interface WidthCount {
  count: number;
  readonly places: CellCountPlace[];
}
