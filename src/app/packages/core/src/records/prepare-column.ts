import type { Table } from '../input/table.ts';
import { formatOfColumn } from './column-format.ts';
import type { CellFix, ColumnTarget, DraftChoices } from './draft-choices.ts';
import { readAs } from './values/cell-reading.ts';
import type { CellReading } from './values/cell-reading.ts';
import { makeCellReader } from './values/make-cell-reader.ts';
import type { CellReader, ReadingContext } from './values/make-cell-reader.ts';
import { valueKindOf } from './values/value-kind.ts';

/** A cell after all choices: as read, or to be cleared in HubSpot. */
export type CellMeaning = CellReading | { readonly kind: 'clear' };

/** One column, ready to tell what each of its cells means. */
export interface PreparedColumn {
  readonly target: ColumnTarget;
  readonly read: (raw: string, pipelineLabel: string | null) => CellMeaning;
}

/** Looks at the whole column once, so that its cells can be read one by one. */
export function prepareColumn(table: Table, target: ColumnTarget, choices: DraftChoices): PreparedColumn {
  const { property, columnIndex } = target;
  const format = formatOfColumn(table, target, choices.formats);
  const context: ReadingContext = {
    format,
    timeZone: choices.timeZone ?? null,
    appends: choices.appendingColumns?.has(columnIndex) === true,
  };
  const readCell = rememberReadings(makeCellReader(property, context), target);
  const readFix = makeCellReader(property, { ...context, format: { alternatives: format.fitting } });
  const fixes = choices.fixes?.get(columnIndex);
  const isClear = (text: string) => choices.clearToken !== undefined && text.trim() === choices.clearToken;
  return {
    target,
    read: (raw, pipelineLabel) => {
      const fix = fixes?.get(raw);
      if (fix !== undefined)
        return meaningOfFix(fix, raw, { isClear, read: (text) => readFix(text, pipelineLabel) });
      return isClear(raw) ? { kind: 'clear' } : readCell(raw, pipelineLabel);
    },
  };
}

interface FixReading {
  readonly isClear: (text: string) => boolean;
  readonly read: (text: string) => CellReading;
}

/** What is wrong with a fix is told of the cell it stands for: there it can be fixed again. */
function meaningOfFix(fix: CellFix, raw: string, { isClear, read }: FixReading): CellMeaning {
  switch (fix.kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'value':
      return readAs(fix.value);
    case 'text': {
      if (isClear(fix.text)) return { kind: 'clear' };
      const reading = read(fix.text);
      return reading.kind === 'issue' ? { ...reading, issue: { ...reading.issue, raw } } : reading;
    }
  }
}

/** Cells repeat, and searching options for a near one is slow; equal cells share one issue. */
function rememberReadings(read: CellReader, { property }: ColumnTarget): CellReader {
  const kind = valueKindOf(property);
  if (kind === 'text' || kind === 'trimmed' || kind === 'email') return read;
  const byPipeline = new Map<string | null, Map<string, CellReading>>();
  return (raw, pipelineLabel) => {
    const readings = byPipeline.get(pipelineLabel) ?? new Map<string, CellReading>();
    byPipeline.set(pipelineLabel, readings);
    const known = readings.get(raw);
    if (known !== undefined) return known;
    const reading = read(raw, pipelineLabel);
    readings.set(raw, reading);
    return reading;
  };
}
