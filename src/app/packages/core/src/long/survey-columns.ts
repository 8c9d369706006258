import type { ColumnTarget } from '../records/draft-choices.ts';
import { ColumnSurvey } from '../records/column-survey.ts';
import type { ColumnFormat } from '../records/values/cell-format.ts';
import { Turns } from '../slices/take-turns.ts';
import { eachChunk, type CheckTools } from './each-chunk.ts';
import type { LongInput } from './long-input.ts';

/** How columns of a long input are written over all its rows. Whatever else is decided, that stays. */
export interface LongSurvey {
  readonly input: Pick<LongInput, 'source' | 'form'>;
  readonly targets: readonly ColumnTarget[];
  /** By column index; columns that can be read in one way only are not among them. */
  readonly formats: ReadonlyMap<number, ColumnFormat>;
}

/** Looks at those columns of a long input that may be written in several ways, and of which `before` does not tell. */
export class OpenSurvey {
  private readonly known: LongSurvey['formats'];
  private readonly columns: ColumnSurvey;

  constructor(
    private readonly input: LongInput,
    private readonly targets: readonly ColumnTarget[],
    before: LongSurvey | undefined,
  ) {
    const known: LongSurvey['formats'] =
      before === undefined ? new Map() : knownFormats(before, input, targets);
    this.known = known;
    this.columns = new ColumnSurvey(targets.filter(({ columnIndex }) => !known.has(columnIndex)));
  }

  /** How often the input is read for it. */
  get passes(): 0 | 1 {
    return this.columns.isIdle ? 0 : 1;
  }

  /** Null where it was stopped. */
  async finish(tools: CheckTools): Promise<LongSurvey | null> {
    const { input, targets, known, columns } = this;
    if (!columns.isIdle && !(await readAll(input, columns, tools))) return null;
    return { input, targets, formats: new Map([...known, ...columns.found()]) };
  }
}

async function readAll(input: LongInput, survey: ColumnSurvey, tools: CheckTools): Promise<boolean> {
  const turns = new Turns(tools);
  let rowCount = 0;
  return eachChunk(input, tools, async ({ table, bytesRead }) => {
    await turns.finish(survey.note(table));
    rowCount += table.rows.length;
    tools.report({ stage: 'surveying', bytesRead, rowCount, passes: 2 });
  });
}

function knownFormats(
  before: LongSurvey,
  { source, form }: LongInput,
  targets: readonly ColumnTarget[],
): LongSurvey['formats'] {
  if (before.input.source !== source || before.input.form !== form) return new Map();
  return new Map(
    targets.flatMap(({ columnIndex, property }) => {
      const format = before.formats.get(columnIndex);
      const isSame = before.targets.some(
        (target) => target.columnIndex === columnIndex && target.property === property,
      );
      return format === undefined || !isSame ? [] : [[columnIndex, format] as const];
    }),
  );
}
