import type { Property } from '../contract/describe-object-type.ts';
import type { Table } from '../input/table.ts';
import { finish } from '../slices/sliced.ts';
import type { Sliced } from '../slices/sliced.ts';
import type { ColumnTarget, DraftChoices } from './draft-choices.ts';
import { settleFormat } from './values/cell-format.ts';
import type { CellFormat, ColumnFormat } from './values/cell-format.ts';
import type { CellReading } from './values/cell-reading.ts';
import { makeFormatFinder } from './values/choose-column-format.ts';
import { makeCellReader } from './values/make-cell-reader.ts';
import { valueKindOf } from './values/value-kind.ts';
import type { ValueKind } from './values/value-kind.ts';

/** Cells of one column looked at between two pauses. */
const PIECE_CELLS = 512;

/**
 * The format of a column: as chosen, else as was found in the whole column, else as all its cells look. Fixes count for nothing here: one of them must not
 * change how other cells are read.
 */
export function* formatOfColumn(
  table: Table,
  { columnIndex, property }: ColumnTarget,
  { formats, found }: Pick<DraftChoices, 'formats' | 'found'>,
): Sliced<ColumnFormat> {
  const chosen = formats?.get(columnIndex);
  if (chosen !== undefined && suits(chosen, property)) return settleFormat(chosen);
  const ofWhole = found?.get(columnIndex);
  if (ofWhole !== undefined) return ofWhole;
  const finder = makeFormatFinder(property);
  if (finder === null) return settleFormat({ kind: 'plain' });
  const total = table.rows.length;
  for (let slot = 0; slot < total; slot += 1) {
    finder.note(table.rows[slot]?.cells[columnIndex] ?? '');
    if (slot % PIECE_CELLS === PIECE_CELLS - 1) yield { stage: 'choosing-formats', done: slot + 1, total };
  }
  return finder.found();
}

function suits(format: CellFormat, property: Property): boolean {
  const kind = valueKindOf(property);
  switch (format.kind) {
    case 'number':
      return kind === 'number';
    case 'date':
      return kind === 'date' || kind === 'date-time';
    case 'phone':
      return kind === 'phone';
    case 'plain':
      return kind !== 'number' && kind !== 'date' && kind !== 'date-time';
    case 'cleaned':
      return CLEANABLE.has(kind);
    case 'unchecked':
      // A record id that is none would cost its whole batch.
      return kind !== 'record-id';
  }
}

/** Kinds whose text is sent; of the others HubSpot gets nothing that was typed. */
const CLEANABLE: ReadonlySet<ValueKind> = new Set([
  'text',
  'trimmed',
  'record-id',
  'email',
  'domain',
  'phone',
]);

/** A column the admin has to say something about, with what its examples mean in each way to read it. */
export interface OpenColumn {
  readonly target: ColumnTarget;
  readonly examples: readonly string[];
  readonly alternatives: readonly FormatAlternative[];
}

export interface FormatAlternative {
  readonly format: CellFormat;
  /** One reading per example, in their order. */
  readonly readings: readonly CellReading[];
}

type FormatQuestion = Pick<DraftChoices, 'targets' | 'formats'> & { readonly timeZone?: string | null };

/** The columns whose cells can be read in several ways and for which no way is chosen yet. */
export function findOpenColumns(table: Table, question: FormatQuestion): readonly OpenColumn[] {
  return finish(findOpenColumnsSliced(table, question));
}

/** The same in slices. */
export function* findOpenColumnsSliced(
  table: Table,
  { targets, formats, timeZone = null }: FormatQuestion,
): Sliced<readonly OpenColumn[]> {
  const open: OpenColumn[] = [];
  for (const target of targets) {
    const { alternatives, examples } = yield* formatOfColumn(
      table,
      target,
      formats === undefined ? {} : { formats },
    );
    if (examples.length === 0) continue;
    const readingsIn = (format: CellFormat) => {
      const read = makeCellReader(target.property, {
        format: settleFormat(format),
        timeZone,
        appends: false,
        isKey: false,
      });
      return examples.map((example) => read(example, null));
    };
    open.push({
      target,
      examples,
      alternatives: alternatives.map((format) => ({ format, readings: readingsIn(format) })),
    });
  }
  return open;
}
