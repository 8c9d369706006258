import type { InputIssue, UnreadableInput } from '@bulk-records/core';
import { countOf, formatBytes, formatCount } from './numbers.ts';

type WorkbookProblem = Extract<
  UnreadableInput,
  { code: 'not-a-workbook' | 'broken-workbook' | 'workbook-too-large' | 'no-such-sheet' }
>;

const PASTE_INSTEAD = 'or copy the cells and paste them here.';

/** What is wrong, and what to do about it. */
export interface ProblemWords {
  readonly title: string;
  readonly body: string;
}

export function describeWorkbookProblem(problem: WorkbookProblem): ProblemWords {
  switch (problem.code) {
    case 'not-a-workbook':
      return {
        title: `This is ${FOREIGN_NAMES[problem.found]}`,
        body:
          problem.found === 'encrypted'
            ? `Open it in Excel, take the password off and save it again, ${PASTE_INSTEAD}`
            : `Open it in your spreadsheet, save it as XLSX or CSV and choose that file, ${PASTE_INSTEAD}`,
      };
    case 'broken-workbook':
      return {
        title: 'The workbook is damaged or not complete',
        body: `Its part “${problem.part}” cannot be read. Open it in Excel, save it again and choose the new file, ${PASTE_INSTEAD}`,
      };
    case 'workbook-too-large':
      return {
        title: 'The workbook unpacks to more than can be read',
        body: `At most ${describeLimit(problem)}. Delete what you don’t need or split it, ${PASTE_INSTEAD}`,
      };
    case 'no-such-sheet':
      return {
        title: `There is no sheet ${formatCount(problem.sheetIndex + 1)}`,
        body: `The workbook has ${countOf(problem.sheetCount, 'sheet', 'sheets')}. Choose another one.`,
      };
  }
}

const FOREIGN_NAMES: Readonly<Record<Extract<WorkbookProblem, { code: 'not-a-workbook' }>['found'], string>> =
  {
    xls: 'an old Excel workbook (XLS)',
    xlsb: 'a binary Excel workbook (XLSB)',
    ods: 'an OpenDocument spreadsheet',
    numbers: 'a Numbers spreadsheet',
    encrypted: 'a file protected with a password',
    other: 'no Excel workbook (XLSX)',
  };

function describeLimit({ limit, max }: Extract<WorkbookProblem, { code: 'workbook-too-large' }>): string {
  switch (limit) {
    case 'entries':
      return `${formatCount(max)} parts can be read`;
    case 'unpacked-bytes':
      return `${formatBytes(max)} of unpacked content can be read`;
    case 'ratio':
      return `${formatCount(max)} times the packed size can be read`;
  }
}

type SheetIssue = Extract<
  InputIssue,
  { code: 'cell-errors' | 'uncomputed-formulas' | 'long-numbers' | 'merged-cells' | 'hidden-rows' }
>;

/** One sentence for a kind of finding in a readable sheet; `rows` names the rows. */
export function describeSheetIssue(issue: SheetIssue, rows: string): string {
  switch (issue.code) {
    case 'cell-errors':
      return `${countOf(issue.count, 'cell shows', 'cells show')} an error like ${issue.places[0]?.found ?? '#N/A'}: row ${rows}. It is read as text. Correct it in the sheet or leave the column out.`;
    case 'uncomputed-formulas':
      return `${countOf(issue.count, 'formula has', 'formulas have')} no result: row ${rows}. Read as blank. Open the workbook in Excel, save it and choose it again.`;
    case 'long-numbers':
      return `${countOf(issue.count, 'number has', 'numbers have')} more than the 15 digits Excel keeps (${issue.places[0]?.found ?? ''}): row ${rows}. Check the last digits; long ids need the cell format Text.`;
    case 'merged-cells':
      return `${countOf(issue.count, 'range of cells is', 'ranges of cells are')} merged: row ${rows}. Only the first cell of each holds the value, the others are blank.`;
    case 'hidden-rows':
      return `${countOf(issue.count, 'row is', 'rows are')} hidden in the sheet, by a filter for instance, but read: row ${rows}.`;
  }
}
