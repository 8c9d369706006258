import type { Sliced } from '../slices/sliced.ts';
import type { InputRecord } from './input-record.ts';

/** Cells looked at between two pauses: about a millisecond. */
const PIECE_CELLS = 8192;

/** Shows records to a visitor in pieces of about as many cells, however wide the records are. */
export function* eachRecord(
  records: readonly InputRecord[],
  visit: (record: InputRecord) => void,
): Sliced<void> {
  let cellsLeft = PIECE_CELLS;
  let done = 0;
  for (const record of records) {
    visit(record);
    done += 1;
    cellsLeft -= record.cells.length + 1;
    if (cellsLeft > 0) continue;
    cellsLeft = PIECE_CELLS;
    yield { stage: 'laying-out', done, total: records.length };
  }
}
