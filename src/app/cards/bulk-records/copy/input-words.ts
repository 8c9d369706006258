import type {
  Encoding,
  FileKind,
  Form,
  InputIssue,
  Reading,
  TableReading,
  UnreadableInput,
} from '@bulk-records/core';
import type { FileProblem } from '../state/flow-state.ts';
import { countOf, formatBytes, formatCount, listSome } from './numbers.ts';
import { describeSheetIssue, describeWorkbookProblem, type ProblemWords } from './workbook-words.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'Comma-separated',
  ';': 'Semicolon-separated',
  '\t': 'Tab-separated',
  '|': 'Separated by |',
};

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

export function nameOfForm(form: Form): string {
  switch (form.format) {
    case 'delimited':
      return DELIMITER_NAMES[form.delimiter] ?? `Separated by ${form.delimiter}`;
    case 'one-column':
      return 'One column';
    case 'json':
      return 'JSON';
    case 'json-lines':
      return 'JSON Lines';
    case 'xlsx':
      return `Sheet “${form.sheetName}”`;
  }
}

/** "Tab-separated · 1,204 rows × 8 columns · header in row 1" */
export function describeReading(reading: TableReading, encoding: Encoding | null): string {
  const { table, form, headerRow } = reading;
  const suffix = encoding === null ? '' : ` · ${ENCODING_NAMES[encoding]}`;
  const size = `${countOf(table.rows.length, 'row', 'rows')} × ${countOf(table.columns.length, 'column', 'columns')}`;
  const isJson = form.format === 'json' || form.format === 'json-lines';
  if (isJson) return `${nameOfForm(form)} · ${size}${suffix}`;
  const header = headerRow === null ? 'no header row' : `header in row ${formatCount(headerRow)}`;
  return `${nameOfForm(form)} · ${size} · ${header}${suffix}`;
}

export function describeRunnerUp(reading: Reading): string | null {
  if (reading.kind !== 'table' || reading.runnerUp === null) return null;
  return `This could also be ${nameOfForm(reading.runnerUp).toLowerCase()}. Please check the first rows below.`;
}

export function describeOtherEncoding(encoding: Encoding): string {
  return `This could also be ${ENCODING_NAMES[encoding]}. Please check the first rows below.`;
}

export function describeUnreadable(issue: UnreadableInput): ProblemWords {
  switch (issue.code) {
    case 'empty':
      return {
        title: 'There is nothing to read yet',
        body: 'Paste your rows with their header row, or choose a file.',
      };
    case 'blank-rows':
      return {
        title: `${countOf(issue.count, 'row holds', 'rows hold')} nothing but separators and blanks`,
        body: 'Copy the rows together with the header and paste again.',
      };
    case 'header-only':
      return {
        title: 'There is a header, but no row below it',
        body: `Found the headers ${listSome(issue.headers)}. Copy the rows together with the header and paste again.`,
      };
    case 'binary':
      return {
        title: issue.found === 'zip' ? 'This is a packed file, not text' : 'This is not text',
        body: 'Open it in your spreadsheet, copy the cells and paste them here, or save it as CSV.',
      };
    case 'markup':
      return {
        title: `This is ${issue.found.toUpperCase()}, not a table`,
        body: 'Copy the cells from the spreadsheet or the page itself and paste them here.',
      };
    case 'broken-json':
    case 'json-too-deep':
    case 'json-without-records':
      return describeJsonProblem(issue);
    case 'too-many-columns':
      return {
        title: `${formatCount(issue.found)} columns are more than can be read`,
        body: `At most ${formatCount(issue.maxColumns)} columns. Is the separator right? Remove columns you don’t need.`,
      };
    case 'too-many-cells':
      return {
        title: `${formatCount(issue.found)} cells are more than can be read at once`,
        body: `At most ${formatCount(issue.maxCells)} cells. Split the file and run the parts one after another.`,
      };
    case 'no-such-header-row':
      return {
        title: `There is no row ${formatCount(issue.headerRow)}`,
        body: `The input has ${countOf(issue.rowCount, 'row', 'rows')}. Choose another header row.`,
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
    case 'broken-json':
      return {
        title: `The JSON breaks at line ${formatCount(issue.line)}, column ${formatCount(issue.column)}`,
        body: `Found ${issue.found === '' ? 'the end of the text' : `“${issue.found}”`} where JSON goes on. Correct it and paste again.`,
      };
    case 'json-too-deep':
      return {
        title: 'The JSON is nested too deeply',
        body: `At most ${issue.maxDepth} levels can be read as columns.`,
      };
    case 'json-without-records':
      return {
        title: 'The JSON holds no list of records',
        body: `Found ${issue.found}. Expected a list of objects, or an object with one such list.`,
      };
  }
}

/** One sentence for a kind of finding in a readable input. Nothing of it is lost; it may be wrong. */
export function describeInputIssue(issue: InputIssue): string {
  const rows = 'places' in issue ? listSome(issue.places.map(rowOf), issue.count) : '';
  switch (issue.code) {
    case 'long-rows':
      return `${countOf(issue.count, 'row has', 'rows have')} more cells than the header (${issue.expected}): row ${rows}. The surplus cells go to no property; they come back in the list of failures.`;
    case 'short-rows':
      return `${countOf(issue.count, 'row has', 'rows have')} fewer cells than there are columns (${issue.expected}): row ${rows}. The missing cells count as blank.`;
    case 'literal-quotes':
      return `${countOf(issue.count, 'cell starts', 'cells start')} with a quote that does not enclose it: row ${rows}. Kept as written.`;
    case 'unclosed-quote':
      return `A quote in row ${rows} is never closed. It is kept as written and the rows after it are read as usual. Check row ${rows}.`;
    case 'no-header':
      return 'No row looks like a header. Tell below which property each column goes to, or choose the header row.';
    case 'rows-above-header':
      return `${countOf(issue.count, 'row', 'rows')} above the header ${issue.count === 1 ? 'is' : 'are'} not read as records: row ${rows}.`;
    case 'blank-headers':
      return `${countOf(issue.count, 'column has', 'columns have')} no header.`;
    case 'repeated-headers':
      return `The same header stands over several columns: ${listSome(
        issue.headers.map(({ header }) => header),
        issue.count,
      )}. Only one of them can go to a property.`;
    case 'unusual-characters':
      return `Column ${issue.columnIndex + 1} holds invisible or damaged characters (${issue.character}) in ${countOf(issue.count, 'cell', 'cells')}: row ${rows}. They are kept.`;
    case 'repeated-keys':
      return `JSON objects name a key twice: ${listSome(issue.keys, issue.count)}. The last value counts.`;
    case 'not-records':
      return `${countOf(issue.count, 'entry is', 'entries are')} no record and left out: entry ${rows}.`;
    case 'broken-lines':
      return `${countOf(issue.count, 'line is', 'lines are')} no JSON and left out: line ${listSome(
        issue.places.map(({ line }) => line),
        issue.count,
      )}.`;
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
  switch (problem.code) {
    case 'not-text':
      return {
        title: `${problem.fileName} is ${FILE_KIND_NAMES[problem.found]}, not a text file`,
        body: 'Open it in your spreadsheet and paste the cells here, or save it as CSV and choose that file.',
      };
    case 'too-large':
      return {
        title: `${problem.fileName} is too large (${formatBytes(problem.bytes)})`,
        body: `Split it into files of at most ${formatBytes(problem.maxBytes)} and run them one after another.`,
      };
    case 'no-workbook': {
      const { title, body } = describeUnreadable(problem.issue);
      return { title: `${problem.fileName}: ${title}`, body };
    }
    case 'unreadable':
      return {
        title: `${problem.fileName} could not be read (${problem.detail})`,
        body: 'Paste its content instead; pasting always works.',
      };
  }
}

const FILE_KIND_NAMES: Readonly<Record<FileKind, string>> = {
  xlsx: 'an Excel workbook',
  xls: 'an old Excel workbook',
  ods: 'an OpenDocument spreadsheet',
  docx: 'a Word document',
  numbers: 'a Numbers spreadsheet',
  zip: 'a ZIP archive',
  'office-97': 'an old Office file',
  gzip: 'a packed file (gzip)',
  '7z': 'a packed file (7-Zip)',
  rar: 'a packed file (RAR)',
  pdf: 'a PDF',
  png: 'a picture (PNG)',
  jpeg: 'a picture (JPEG)',
  gif: 'a picture (GIF)',
  webp: 'a picture (WebP)',
  sqlite: 'a database',
  parquet: 'a Parquet file',
};
