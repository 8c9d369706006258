import type { Table } from '../input/table.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { ColumnTarget } from './draft-choices.ts';
import { makeFormatFinder } from './values/choose-column-format.ts';
import type { ColumnFormat } from './values/cell-format.ts';
export class ColumnSurvey {
  private readonly finders: Map<number, NonNullable<ReturnType<typeof makeFormatFinder>>>;
  constructor(targets: readonly ColumnTarget[]) {
    this.finders = new Map(
      targets.flatMap(({ columnIndex, property }) => {
        const f = makeFormatFinder(property);
        return f === null ? [] : [[columnIndex, f] as const];
      }),
    );
  }
  *note(table: Table): Sliced<void> {
    let done = 0;
    for (const row of table.rows) {
      for (const [index, finder] of this.finders) finder.note(row.cells[index] ?? '');
      done += 1;
      if (done % 100 === 0) yield { stage: 'choosing-formats', done, total: table.rows.length };
    }
  }
  found(): ReadonlyMap<number, ColumnFormat> {
    return new Map([...this.finders].map(([i, f]) => [i, f.found()] as const));
  }
}
