import type { Table } from '../input/table.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { ColumnTarget } from './draft-choices.ts';
import type { ColumnFormat } from './values/cell-format.ts';
import { makeFormatFinder } from './values/choose-column-format.ts';

/** Cells looked at between two pauses. */
const PIECE_CELLS = 512;

type FormatFinder = NonNullable<ReturnType<typeof makeFormatFinder>>;

/** How columns are written that are never whole in memory: their cells are shown to it part by part. */
export class ColumnSurvey {
  private readonly finders: ReadonlyMap<number, FormatFinder>;

  constructor(targets: readonly ColumnTarget[]) {
    this.finders = new Map(
      targets.flatMap(({ columnIndex, property }) => {
        const finder = makeFormatFinder(property);
        return finder === null ? [] : [[columnIndex, finder] as const];
      }),
    );
  }

  /** Whether there is nothing to look at: every column can be read in one way only. */
  get isIdle(): boolean {
    return this.finders.size === 0;
  }

  *note({ rows }: Table): Sliced<void> {
    const rowsPerPiece = Math.max(1, Math.floor(PIECE_CELLS / Math.max(1, this.finders.size)));
    for (const [slot, { cells }] of rows.entries()) {
      for (const [columnIndex, finder] of this.finders) finder.note(cells[columnIndex] ?? '');
      if (slot % rowsPerPiece === rowsPerPiece - 1) {
        yield { stage: 'choosing-formats', done: slot + 1, total: rows.length };
      }
    }
  }

  /** By column index; columns that can be read in one way only are not among them. */
  found(): ReadonlyMap<number, ColumnFormat> {
    return new Map([...this.finders].map(([columnIndex, finder]) => [columnIndex, finder.found()]));
  }
}
