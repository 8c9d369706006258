import type { Table } from '../input/table.ts';
import type { Sliced } from '../slices/sliced.ts';
import { formatOfColumn } from './column-format.ts';
import type { CellFix, ColumnTarget, DraftChoices } from './draft-choices.ts';
import { isStage } from './pipeline-columns.ts';
import type { CellMeaning, MeaningReader, PreparedColumn } from './prepared-column.ts';
import { makeCellReader } from './values/make-cell-reader.ts';
import type { CellReader, ReadingContext } from './values/make-cell-reader.ts';
import { isPlainNumber } from './values/number-shape.ts';
import { valueKindOf } from './values/value-kind.ts';

/** Looks at the whole column once, so that its cells can be read one by one. */
export function* prepareColumn(
  table: Table,
  target: ColumnTarget,
  choices: DraftChoices,
): Sliced<PreparedColumn> {
  const { property, columnIndex } = target;
  const format = yield* formatOfColumn(table, target, choices);
  const context: ReadingContext = {
    format,
    timeZone: choices.timeZone ?? null,
    appends: choices.appendingColumns?.has(columnIndex) === true,
    isKey: property.name === choices.keyProperty,
  };
  const clearToken = choices.clearToken?.trim() ?? '';
  const readCell = clearOr(clearToken, locateIssues(makeCellReader(property, context), target));
  const fixes = choices.fixes?.get(columnIndex);
  if (fixes === undefined || fixes.size === 0) return { target, read: rememberReadings(readCell, target) };
  const readText = clearOr(
    clearToken,
    locateIssues(makeCellReader(property, { ...context, format: { alternatives: format.fitting } }), target),
  );
  const read: MeaningReader = (raw, pipeline) => {
    const fix = fixes.get(raw);
    if (fix === undefined) return readCell(raw, pipeline);
    const meaning = meaningOfFix(fix, raw, (text) => readText(text, pipeline));
    return isStage(property.name)
      ? placeFix(meaning, readCell(raw, pipeline), (id) => readCell(id, pipeline))
      : meaning;
  };
  return { target, read: rememberReadings(read, target) };
}

function clearOr(clearToken: string, read: MeaningReader): MeaningReader {
  if (clearToken === '') return read;
  return (raw, pipeline) => (raw.trim() === clearToken ? { kind: 'clear' } : read(raw, pipeline));
}

function locateIssues(read: CellReader, { property, columnIndex }: ColumnTarget): MeaningReader {
  return (raw, pipeline) => {
    const reading = read(raw, pipeline);
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
    case 'record':
      return { kind: 'value', value: fix.recordId };
    case 'text': {
      const meaning = read(fix.text);
      return meaning.kind === 'issue' ? { kind: 'issue', issue: { ...meaning.issue, raw } } : meaning;
    }
  }
}

/**
 * One text may be right in one row's pipeline and wrong in another's: a fix of a stage stands in for the wrong cells
 * only, and in another pipeline it means the stage that is called so there.
 */
function placeFix(fixed: CellMeaning, unfixed: CellMeaning, read: (id: string) => CellMeaning): CellMeaning {
  if (unfixed.kind === 'value') return unfixed;
  if (fixed.kind !== 'value') return fixed;
  const placed = read(fixed.value);
  if (placed.kind !== 'issue') return placed;
  const [namesake, ...others] = placed.issue.candidates;
  if (namesake !== undefined && others.length === 0) return { kind: 'value', value: namesake.value };
  const raw = unfixed.kind === 'issue' ? unfixed.issue.raw : '';
  return { kind: 'issue', issue: { ...placed.issue, raw } };
}

/** More different cells than these are not remembered, only read again. */
const MAX_REMEMBERED = 20_000;

/** Cells repeat, and searching options for a near one is slow; plain numbers are read faster than found again. */
function rememberReadings(read: MeaningReader, { property }: ColumnTarget): MeaningReader {
  const kind = valueKindOf(property);
  if (kind === 'text' || kind === 'trimmed' || kind === 'email' || kind === 'phone' || kind === 'record-id')
    return read;
  const withoutPipeline = new Map<string, CellMeaning>();
  const byPipeline = new Map<string | null, Map<string, CellMeaning>>([[null, withoutPipeline]]);
  return (raw, pipeline) => {
    if (kind === 'number' && isPlainNumber(raw)) return read(raw, pipeline);
    const meanings = pipeline === null ? withoutPipeline : meaningsOf(byPipeline, pipeline);
    const known = meanings.get(raw);
    if (known !== undefined) return known;
    const meaning = read(raw, pipeline);
    if (meanings.size < MAX_REMEMBERED) meanings.set(raw, meaning);
    return meaning;
  };
}

function meaningsOf(
  byPipeline: Map<string | null, Map<string, CellMeaning>>,
  pipeline: string,
): Map<string, CellMeaning> {
  const known = byPipeline.get(pipeline);
  if (known !== undefined) return known;
  const meanings = new Map<string, CellMeaning>();
  byPipeline.set(pipeline, meanings);
  return meanings;
}
