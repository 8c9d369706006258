import type { Table } from '../input/table.ts';
import { formatOfColumn } from './column-format.ts';
import type { CellFix, ColumnTarget, DraftChoices } from './draft-choices.ts';
import type { ColumnIssue } from './draft-record.ts';
import { makeCellReader } from './values/make-cell-reader.ts';
import type { CellReader, ReadingContext } from './values/make-cell-reader.ts';
import { valueKindOf } from './values/value-kind.ts';

/** A cell after all choices: as read, or to be cleared in HubSpot. Its issue knows where it stands. */
export type CellMeaning =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'issue'; readonly issue: ColumnIssue }
  | { readonly kind: 'clear' };

type MeaningReader = (raw: string, pipelineLabel: string | null) => CellMeaning;

/** One column, ready to tell what each of its cells means. */
export interface PreparedColumn {
  readonly target: ColumnTarget;
  readonly read: MeaningReader;
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
  const isClear = (text: string) => choices.clearToken !== undefined && text.trim() === choices.clearToken;
  const readCell = clearOr(isClear, locateIssues(makeCellReader(property, context), target));
  const fixes = choices.fixes?.get(columnIndex);
  if (fixes === undefined || fixes.size === 0) return { target, read: rememberReadings(readCell, target) };
  const readText = clearOr(
    isClear,
    locateIssues(makeCellReader(property, { ...context, format: { alternatives: format.fitting } }), target),
  );
  const read: MeaningReader = (raw, pipelineLabel) => {
    const fix = fixes.get(raw);
    if (fix === undefined) return readCell(raw, pipelineLabel);
    return meaningOfFix(fix, raw, (text) => readText(text, pipelineLabel));
  };
  return { target, read: rememberReadings(read, target) };
}

function clearOr(isClear: (text: string) => boolean, read: MeaningReader): MeaningReader {
  return (raw, pipelineLabel) => (isClear(raw) ? { kind: 'clear' } : read(raw, pipelineLabel));
}

function locateIssues(read: CellReader, { property, columnIndex }: ColumnTarget): MeaningReader {
  return (raw, pipelineLabel) => {
    const reading = read(raw, pipelineLabel);
    if (reading.kind !== 'issue') return reading;
    // Field by field: spreading an object and adding to it takes ten times as long.
    const { code, raw: text, found, expected, candidates } = reading.issue;
    const issue = { code, raw: text, found, expected, candidates, property: property.name, columnIndex };
    return { kind: 'issue', issue };
  };
}

/** What is wrong with a fix is told of the cell it stands for: there it can be fixed again. */
function meaningOfFix(fix: CellFix, raw: string, read: (text: string) => CellMeaning): CellMeaning {
  switch (fix.kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'value':
      return { kind: 'value', value: fix.value };
    case 'text': {
      const meaning = read(fix.text);
      return meaning.kind === 'issue' ? { kind: 'issue', issue: { ...meaning.issue, raw } } : meaning;
    }
  }
}

/** Cells repeat, and searching options for a near one is slow; equal cells share one issue. */
function rememberReadings(read: MeaningReader, { property }: ColumnTarget): MeaningReader {
  const kind = valueKindOf(property);
  if (kind === 'text' || kind === 'trimmed' || kind === 'email') return read;
  const byPipeline = new Map<string | null, Map<string, CellMeaning>>();
  return (raw, pipelineLabel) => {
    const meanings = byPipeline.get(pipelineLabel) ?? new Map<string, CellMeaning>();
    byPipeline.set(pipelineLabel, meanings);
    const known = meanings.get(raw);
    if (known !== undefined) return known;
    const meaning = read(raw, pipelineLabel);
    meanings.set(raw, meaning);
    return meaning;
  };
}
