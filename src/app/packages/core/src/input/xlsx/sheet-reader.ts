import type { Sliced } from '../../slices/sliced.ts';
import type { InputIssue, UnreadableInput } from '../input-issue.ts';
import { MAX_PLACES } from '../limits.ts';
import { readRecords } from '../read-records.ts';
import type { Reading, ReadingChoices, SheetForm } from '../reading.ts';
import { RowCollector } from './collect-rows.ts';
import type { CollectedRows, SheetRow } from './collect-rows.ts';
import { readPartSliced } from './read-part.ts';
import type { PartSource } from './read-part.ts';
import { readSharedStrings } from './read-shared-strings.ts';
import { readStyles } from './read-styles.ts';
import type { Sheet, Workbook } from './workbook.ts';
import type { CellContext } from './write-cell.ts';

export type SheetChoices = Pick<ReadingChoices, 'headerRow'>;

export type ReadSheet = (sheetIndex: number, choices: SheetChoices) => Sliced<Reading>;

/** Reads several sheets of a workbook with one allowance of unpacked bytes, and their shared parts once. */
export function makeSheetReader(workbook: Workbook, spent: PartSource['spent']): ReadSheet {
  const source = { archive: workbook.archive, spent };
  let context: SharedParts | undefined;
  return function* (sheetIndex, choices) {
    const sheet = workbook.sheets[sheetIndex];
    if (sheet === undefined) {
      const issue = { code: 'no-such-sheet', sheetIndex, sheetCount: workbook.sheets.length } as const;
      return { kind: 'unreadable', issue, form: null };
    }
    context ??= yield* readSharedParts(workbook, source);
    const form: SheetForm = { format: 'xlsx', sheetIndex, sheetName: sheet.name };
    if (context.kind === 'unreadable') return { ...context, form };
    const collected = yield* collectRows({ sheet, source }, context.context);
    return yield* readRows(collected, choices, form);
  };
}

type SharedParts =
  | { readonly kind: 'context'; readonly context: CellContext }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

function* readSharedParts({ parts, startsIn1904 }: Workbook, source: PartSource): Sliced<SharedParts> {
  const styles = yield* readStyles(source, parts.styles);
  if (styles.kind === 'unreadable') return styles;
  const strings = yield* readSharedStrings(source, parts.sharedStrings);
  if (strings.kind === 'unreadable') return strings;
  return {
    kind: 'context',
    context: { texts: strings.texts, displays: styles.displays, startsIn1904 },
  };
}

function* collectRows(
  { sheet, source }: { readonly sheet: Sheet; readonly source: PartSource },
  context: CellContext,
): Sliced<CollectedRows> {
  const collector = new RowCollector(context, sheet.partName);
  const problem = yield* readPartSliced(source, sheet.partName, collector);
  const collected = collector.collected();
  return { ...collected, problem: collected.problem ?? problem };
}

function* readRows(collected: CollectedRows, choices: SheetChoices, form: SheetForm): Sliced<Reading> {
  if (collected.problem !== null) return { kind: 'unreadable', issue: collected.problem, form };
  // Programs may write rows in any order; the sheet shows them by their numbers.
  const rows = [...collected.rows].sort((one, other) => one.number - other.number);
  const records = rows.map(({ number, cells }) => ({ number, line: number, cells }));
  const part = yield* readRecords(records, choices);
  if (part.kind === 'unreadable') return { ...part, form };
  const firstRow = part.table.rows[0]?.number ?? 0;
  return {
    ...part,
    form,
    confidence: 1,
    runnerUp: null,
    issues: [
      // A sheet does not write blank cells at a row's end: no row of it is short.
      ...part.issues.filter(({ code }) => code !== 'short-rows'),
      ...cellIssues(collected),
      ...mergeIssues(collected, firstRow),
      ...hiddenIssues(rows, firstRow),
    ],
  };
}

function cellIssues({ tallies }: CollectedRows): readonly InputIssue[] {
  const findings = ['cell-errors', 'uncomputed-formulas', 'long-numbers'] as const;
  return findings.flatMap((code) => {
    const tally = tallies.of(code);
    return tally === undefined ? [] : [{ code, ...tally }];
  });
}

/** Merged titles above the table are common and harmless; below, rows lose the value they share. */
function mergeIssues({ merges }: CollectedRows, firstRow: number): readonly InputIssue[] {
  const ranges = merges.filter(({ last }) => last.rowNumber >= firstRow);
  if (ranges.length === 0) return [];
  const places = ranges
    .slice(0, MAX_PLACES)
    .map(({ first: { rowNumber } }) => ({ rowNumber, line: rowNumber }));
  return [{ code: 'merged-cells', count: ranges.length, places }];
}

function hiddenIssues(rows: readonly SheetRow[], firstRow: number): readonly InputIssue[] {
  const hidden = rows.filter((row) => row.isHidden && row.number >= firstRow);
  if (hidden.length === 0) return [];
  const places = hidden.slice(0, MAX_PLACES).map(({ number }) => ({ rowNumber: number, line: number }));
  return [{ code: 'hidden-rows', count: hidden.length, places }];
}
