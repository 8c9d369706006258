import type { Property } from '../contract/describe-object-type.ts';
import type { Table } from '../input/table.ts';
import type { ColumnTarget, DraftChoices } from './draft-choices.ts';
import { settleFormat } from './values/cell-format.ts';
import type { CellFormat, ColumnFormat } from './values/cell-format.ts';
import type { CellReading } from './values/cell-reading.ts';
import { chooseColumnFormat } from './values/choose-column-format.ts';
import { makeCellReader } from './values/make-cell-reader.ts';
import { valueKindOf } from './values/value-kind.ts';
import type { ValueKind } from './values/value-kind.ts';

/**
 * The format of a column: as chosen, else as all its cells look. Fixes count for nothing here: one of them must not
 * change how other cells are read.
 */
export function formatOfColumn(
  table: Table,
  { columnIndex, property }: ColumnTarget,
  formats: DraftChoices['formats'],
): ColumnFormat {
  const chosen = formats?.get(columnIndex);
  if (chosen !== undefined && suits(chosen, property)) return settleFormat(chosen);
  return chooseColumnFormat(
    property,
    table.rows.map(({ cells }) => cells[columnIndex] ?? ''),
  );
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

/** The columns whose cells can be read in several ways and for which no way is chosen yet. */
export function findOpenColumns(
  table: Table,
  {
    targets,
    formats,
    timeZone = null,
  }: Pick<DraftChoices, 'targets' | 'formats'> & { timeZone?: string | null },
): readonly OpenColumn[] {
  return targets.flatMap((target) => {
    const { alternatives, examples } = formatOfColumn(table, target, formats);
    if (examples.length === 0) return [];
    const readingsIn = (format: CellFormat) => {
      const read = makeCellReader(target.property, {
        format: settleFormat(format),
        timeZone,
        appends: false,
        isKey: false,
      });
      return examples.map((example) => read(example, null));
    };
    return [
      {
        target,
        examples,
        alternatives: alternatives.map((format) => ({ format, readings: readingsIn(format) })),
      },
    ];
  });
}
