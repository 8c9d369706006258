import type { Sliced } from '../slices/sliced.ts';
import { buildTable } from './build-table.ts';
import { findHeader, HEADER_SAMPLE_RECORDS } from './find-header.ts';
import type { HeaderChoice } from './find-header.ts';
import type { InputIssue, UnreadableInput } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_PLACES, MAX_QUOTED_LENGTH } from './limits.ts';
import type { ReadingChoices } from './reading.ts';
import type { Table } from './table.ts';

/** A table without word on its form, which the caller knows. */
export type TablePart =
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly headerRow: number | null;
      readonly headerConfidence: number;
      readonly issues: readonly InputIssue[];
    }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

type ChosenHeader = HeaderChoice | { readonly kind: 'no-such-row'; readonly headerRow: number };

/** Reads records that are not blank: finds or takes the header, lays out the table. */
export function* readRecords(records: readonly InputRecord[], choices: ReadingChoices): Sliced<TablePart> {
  if (records.length === 0) return { kind: 'unreadable', issue: { code: 'empty' } };
  const choice = chosenHeader(records, choices);
  if (choice.kind === 'no-such-row') {
    const issue = {
      code: 'no-such-header-row',
      headerRow: choice.headerRow,
      rowCount: records.length,
    } as const;
    return { kind: 'unreadable', issue };
  }
  const index = choice.kind === 'row' ? choice.index : -1;
  const header = records[index];
  const body = records.slice(index + 1);
  if (body.length === 0)
    return { kind: 'unreadable', issue: { code: 'header-only', headers: header?.cells ?? [] } };
  const built = yield* buildTable({ header, records: body });
  if (built.kind === 'unreadable') return built;
  const above = header === undefined ? [] : records.slice(0, index);
  const issues = [...(header === undefined ? [NO_HEADER] : aboveHeader(above)), ...built.issues];
  const headerRow = header?.number ?? null;
  return { kind: 'table', table: built.table, headerRow, headerConfidence: choice.confidence, issues };
}

function chosenHeader(records: readonly InputRecord[], { headerRow }: ReadingChoices): ChosenHeader {
  if (headerRow === undefined)
    return findHeader(records.slice(0, HEADER_SAMPLE_RECORDS).map(({ cells }) => cells));
  if (headerRow === 'none') return { kind: 'none', confidence: 1 };
  const index = records.findIndex((record) => record.number === headerRow);
  return index === -1 ? { kind: 'no-such-row', headerRow } : { kind: 'row', index, confidence: 1 };
}

/** Of a table none of whose rows is a header. */
export const NO_HEADER: InputIssue = { code: 'no-header', count: 1 };

/** Records above the header, `count` in all. */
export function aboveHeader(above: readonly InputRecord[], count = above.length): readonly InputIssue[] {
  if (count === 0) return [];
  const places = above.slice(0, MAX_PLACES).map((record) => ({
    rowNumber: record.number,
    line: record.line,
    found: record.cells.find((cell) => cell.trim() !== '')?.slice(0, MAX_QUOTED_LENGTH) ?? '',
  }));
  return [{ code: 'rows-above-header', count, places }];
}
