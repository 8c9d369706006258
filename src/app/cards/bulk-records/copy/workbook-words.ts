import type { InputIssue, UnreadableInput } from '@bulk-records/core';
import { formatBytes } from './numbers.ts';
import { say } from './say.ts';

type WorkbookProblem = Extract<
  UnreadableInput,
  { code: 'not-a-workbook' | 'broken-workbook' | 'workbook-too-large' | 'no-such-sheet' }
>;

/** What is wrong, and what to do about it. */
export interface ProblemWords {
  readonly title: string;
  readonly body: string;
}

export function describeWorkbookProblem(problem: WorkbookProblem): ProblemWords {
  switch (problem.code) {
    case 'not-a-workbook':
      return {
        title: say(`foreign.${problem.found}`),
        body: say(problem.found === 'encrypted' ? 'workbook.encrypted' : 'workbook.foreign'),
      };
    case 'broken-workbook':
      return {
        title: say('workbook.broken.title'),
        body: say('workbook.broken.body', { part: problem.part }),
      };
    case 'workbook-too-large':
      return { title: say('workbook.too-large.title'), body: describeLimit(problem) };
    case 'no-such-sheet':
      return {
        title: say('workbook.no-sheet.title', { sheet: problem.sheetIndex + 1 }),
        body: say('workbook.no-sheet.body', { count: problem.sheetCount }),
      };
  }
}

function describeLimit({ limit, max }: Extract<WorkbookProblem, { code: 'workbook-too-large' }>): string {
  return limit === 'unpacked-bytes'
    ? say('workbook.too-large.unpacked-bytes', { max: formatBytes(max) })
    : say(`workbook.too-large.${limit}`, { max });
}

type SheetIssue = Extract<
  InputIssue,
  { code: 'cell-errors' | 'uncomputed-formulas' | 'long-numbers' | 'merged-cells' | 'hidden-rows' }
>;

/** One sentence for a kind of finding in a readable sheet; `rows` names the rows. */
export function describeSheetIssue(issue: SheetIssue, rows: string): string {
  const { count } = issue;
  switch (issue.code) {
    case 'cell-errors':
      return say('input.cell-errors', { count, rows, found: issue.places[0]?.found ?? '#N/A' });
    case 'long-numbers':
      return say('input.long-numbers', { count, rows, found: issue.places[0]?.found ?? '' });
    case 'uncomputed-formulas':
    case 'merged-cells':
    case 'hidden-rows':
      return say(`input.${issue.code}`, { count, rows });
  }
}
