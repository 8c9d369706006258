import type { Encoding, Form, InputIssue, Reading, TableReading, UnreadableInput } from '@bulk-records/core';
import type { FileProblem } from '../state/flow-state.ts';
import { formatBytes, listSome } from './numbers.ts';
import { say } from './say.ts';
import { describeSheetIssue, describeWorkbookProblem, type ProblemWords } from './workbook-words.ts';

const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

function nameOfDelimiter(delimiter: string): (typeof DELIMITER_NAMES)[keyof typeof DELIMITER_NAMES] | null {
  return delimiter === ',' || delimiter === ';' || delimiter === '\t' ? DELIMITER_NAMES[delimiter] : null;
}

/** Names of standards are the same in every language. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

export function nameOfForm(form: Form): string {
  switch (form.format) {
    case 'delimited': {
      const name = nameOfDelimiter(form.delimiter);
      return name === null ? say('separator.other', { delimiter: form.delimiter }) : say(`separator.${name}`);
    }
    case 'one-column':
      return say('form.one-column');
    case 'json':
      return 'JSON';
    case 'json-lines':
      return 'JSON Lines';
    case 'xlsx':
      return say('form.xlsx', { name: form.sheetName });
  }
}

/** "Tab-separated · 1,204 rows × 8 columns · header in row 1" */
export function describeReading(
  reading: TableReading,
  encoding: Encoding | null,
  /** Of the rows of a file that is not read to its end; null for any other input. */
  rowEstimate: number | null,
): string {
  const { table, form, headerRow } = reading;
  const suffix = encoding === null ? '' : ` · ${ENCODING_NAMES[encoding]}`;
  const columns = table.columns.length;
  const size =
    rowEstimate === null
      ? say('reading.size', { rows: table.rows.length, columns })
      : say('long.size', { rows: rowEstimate, columns });
  const isJson = form.format === 'json' || form.format === 'json-lines';
  if (isJson) return `${nameOfForm(form)} · ${size}${suffix}`;
  const header = headerRow === null ? say('reading.noHeader') : say('reading.header', { row: headerRow });
  return `${nameOfForm(form)} · ${size} · ${header}${suffix}`;
}

export function describeRunnerUp(reading: Reading): string | null {
  if (reading.kind !== 'table' || reading.runnerUp === null) return null;
  const form = reading.runnerUp;
  const delimiter = form.format === 'delimited' ? nameOfDelimiter(form.delimiter) : null;
  if (delimiter !== null) return say(`reading.runnerUp.${delimiter}`);
  if (form.format === 'one-column') return say('reading.runnerUp.one-column');
  return say('reading.runnerUp.other', { form: nameOfForm(form) });
}

export function describeOtherEncoding(encoding: Encoding): string {
  return say('reading.runnerUp.other', { form: ENCODING_NAMES[encoding] });
}

export function describeUnreadable(issue: UnreadableInput): ProblemWords {
  switch (issue.code) {
    case 'empty':
      return { title: say('unreadable.empty.title'), body: say('unreadable.empty.body') };
    case 'header-only':
      return {
        title: say('unreadable.header-only.title'),
        body: say('unreadable.header-only.body', { headers: listSome(issue.headers) }),
      };
    case 'blank-rows':
      return {
        title: say('unreadable.blank-rows.title', { count: issue.count }),
        body: say('unreadable.blank-rows.body'),
      };
    case 'binary':
      return {
        title: say(issue.found === 'zip' ? 'unreadable.zip.title' : 'unreadable.binary.title'),
        body: say('unreadable.binary.body'),
      };
    case 'markup':
      return {
        title: say('unreadable.markup.title', { found: issue.found.toUpperCase() }),
        body: say('unreadable.markup.body'),
      };
    case 'broken-json':
    case 'json-too-deep':
    case 'json-without-records':
      return describeJsonProblem(issue);
    case 'too-many-columns':
      return {
        title: say('unreadable.too-many-columns.title', { found: issue.found }),
        body: say('unreadable.too-many-columns.body', { max: issue.maxColumns }),
      };
    case 'too-many-cells':
      return {
        title: say('unreadable.too-many-cells.title', { found: issue.found }),
        body: say('unreadable.too-many-cells.body', { max: issue.maxCells }),
      };
    case 'row-too-long':
      return {
        title: say('unreadable.row-too-long.title', { row: issue.rowNumber }),
        body: say('unreadable.row-too-long.body', { line: issue.line, max: issue.maxLength }),
      };
    case 'no-such-header-row':
      return {
        title: say('unreadable.no-such-header-row.title', { row: issue.headerRow }),
        body: say('unreadable.no-such-header-row.body', { count: issue.rowCount }),
      };
    case 'not-a-workbook':
    case 'broken-workbook':
    case 'workbook-too-large':
    case 'no-such-sheet':
      return describeWorkbookProblem(issue);
  }
}

type JsonProblem = Extract<
  UnreadableInput,
  { readonly code: 'broken-json' | 'json-too-deep' | 'json-without-records' }
>;

function describeJsonProblem(issue: JsonProblem): ProblemWords {
  switch (issue.code) {
    case 'broken-json': {
      const { found, line, column } = issue;
      return {
        title: say('unreadable.broken-json.title', { line, column }),
        body: found === '' ? say('unreadable.json-ends.body') : say('unreadable.broken-json.body', { found }),
      };
    }
    case 'json-too-deep':
      return {
        title: say('unreadable.json-too-deep.title'),
        body: say('unreadable.json-too-deep.body', { max: issue.maxDepth }),
      };
    case 'json-without-records':
      return {
        title: say('unreadable.json-without-records.title'),
        body: say('unreadable.json-without-records.body', { found: issue.found }),
      };
  }
}

/** One sentence for a kind of finding in a readable input. Nothing of it is lost; it may be wrong. */
export function describeInputIssue(issue: InputIssue): string {
  const rows = 'places' in issue ? listSome(issue.places.map(rowOf), issue.count) : '';
  switch (issue.code) {
    case 'long-rows':
    case 'short-rows':
      return say(`input.${issue.code}`, { count: issue.count, expected: issue.expected, rows });
    case 'unclosed-quote':
      return say('input.unclosed-quote', { rows });
    case 'no-header':
      return say('input.no-header');
    case 'blank-headers':
      return say('input.blank-headers', { count: issue.count });
    case 'repeated-headers': {
      const headers = issue.headers.map(({ header }) => header);
      return say('input.repeated-headers', { headers: listSome(headers, issue.count) });
    }
    case 'unusual-characters': {
      const { columnIndex, character, count } = issue;
      return say('input.unusual-characters', { place: columnIndex + 1, character, count, rows });
    }
    case 'repeated-keys':
      return say('input.repeated-keys', { keys: listSome(issue.keys, issue.count) });
    case 'literal-quotes':
    case 'rows-above-header':
    case 'not-records':
      return say(`input.${issue.code}`, { count: issue.count, rows });
    case 'broken-lines': {
      const lines = issue.places.map(({ line }) => line);
      return say('input.broken-lines', { count: issue.count, rows: listSome(lines, issue.count) });
    }
    case 'cell-errors':
    case 'uncomputed-formulas':
    case 'long-numbers':
    case 'merged-cells':
    case 'hidden-rows':
      return describeSheetIssue(issue, rows);
  }
}

function rowOf(place: { readonly line: number } | { readonly rowNumber: number }): number {
  return 'rowNumber' in place ? place.rowNumber : place.line;
}

export function describeFileProblem(problem: FileProblem): ProblemWords {
  const { fileName: name } = problem;
  switch (problem.code) {
    case 'not-text':
      return { title: say(`fileKind.${problem.found}`, { name }), body: say('file.not-text') };
    case 'too-large':
      return {
        title: say('file.too-large.title', { name, size: formatBytes(problem.bytes) }),
        body: say('file.too-large.body', { max: formatBytes(problem.maxBytes) }),
      };
    case 'no-workbook': {
      const { title, body } = describeUnreadable(problem.issue);
      return { title: say('pair', { name, text: title }), body };
    }
    case 'unreadable':
      return {
        title: say('file.unreadable.title', { name, detail: problem.detail }),
        body: say('file.unreadable.body'),
      };
  }
}
