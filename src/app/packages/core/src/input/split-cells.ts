import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import { CellScanner } from './cell-scanner.ts';
import type { UnreadableInput } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_CELLS, MAX_SPLIT_CELLS } from './limits.ts';
import type { StrayQuotes } from './stray-quotes.ts';

/** With a `problem` the text is not split to its end. */
export interface SplitText {
  readonly records: readonly InputRecord[];
  readonly quotes: StrayQuotes;
  readonly problem: UnreadableInput | undefined;
}

/**
 * Splits delimited text into records of raw cells (RFC 4180; CRLF, LF and CR each end a record, also mixed).
 * An empty `delimiter` reads one column. Every line is a record, blank ones too.
 *
 * A quote opens a quoted cell only when its closing quote stands before a delimiter, a line end or the end
 * (blanks between are allowed unless the delimiter is a tab). Every other cell is taken literally and
 * reported: Excel's clipboard does not escape a cell that merely starts with a quote.
 */
export function splitCells(text: string, delimiter: string): SplitText {
  return finish(splitCellsSliced(text, delimiter));
}

/** The same in slices; a pause may also come within a record, which may be the whole text. */
export function* splitCellsSliced(text: string, delimiter: string): Sliced<SplitText> {
  const scanner = new CellScanner(delimiter);
  scanner.feed(text, true);
  const records: InputRecord[] = [];
  let cellCount = 0;
  for (;;) {
    const record = scanner.next();
    if (record !== undefined) {
      records.push(record);
      cellCount += record.cells.length;
      continue;
    }
    const problem = scanner.problem() ?? sizeProblem(cellCount);
    if (!scanner.hasMore || problem !== undefined) return { records, quotes: scanner.takeQuotes(), problem };
    const done = records.length;
    yield { stage: 'splitting', done, total: Math.round(done / scanner.share()) };
  }
}

/** What can be no table takes no memory either. */
function sizeProblem(cellCount: number): UnreadableInput | undefined {
  return cellCount > MAX_SPLIT_CELLS
    ? { code: 'too-many-cells', found: cellCount, maxCells: MAX_CELLS }
    : undefined;
}
