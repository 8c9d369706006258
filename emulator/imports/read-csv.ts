/** One record of a CSV file and where it stands: as a record and as a physical line, both from 1. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly recordNumber: number;
  readonly lineNumber: number;
}

/**
 * Reads RFC 4180: commas, quotes doubled inside quotes, any line ends, a byte order mark ignored. Empty lines are no
 * records but count. A quote that is never closed takes in the rest of the file.
 */
export function readCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let position = 0;
  let lineNumber = 1;
  let recordNumber = 1;
  while (position < source.length) {
    const record = readRecord(source, position);
    const isEmptyLine = record.cells.length === 1 && record.cells[0] === '' && !record.isQuoted;
    if (!isEmptyLine) records.push({ cells: record.cells, recordNumber, lineNumber });
    recordNumber += 1;
    lineNumber += record.lines;
    position = record.end;
  }
  return records;
}

interface ReadRecord {
  readonly cells: readonly string[];
  readonly isQuoted: boolean;
  /** Physical lines it takes. */
  readonly lines: number;
  readonly end: number;
}

function readRecord(source: string, start: number): ReadRecord {
  const cells: string[] = [];
  let isQuoted = false;
  let position = start;
  for (;;) {
    const cell = source[position] === '"' ? readQuoted(source, position) : readPlain(source, position);
    isQuoted ||= source[position] === '"';
    cells.push(cell.text);
    position = cell.end;
    if (source[position] !== ',') break;
    position += 1;
  }
  if (source[position] === '\r') position += 1;
  if (source[position] === '\n') position += 1;
  const lines = Math.max(1, countLineEnds(source, start, position));
  return { cells, isQuoted, lines, end: position };
}

interface ReadCell {
  readonly text: string;
  readonly end: number;
}

const cellEnd = /[,\r\n]/gu;

function readPlain(source: string, start: number): ReadCell {
  cellEnd.lastIndex = start;
  const end = cellEnd.exec(source)?.index ?? source.length;
  return { text: source.slice(start, end), end };
}

function readQuoted(source: string, start: number): ReadCell {
  let close = source.indexOf('"', start + 1);
  while (close >= 0 && source[close + 1] === '"') close = source.indexOf('"', close + 2);
  const end = close < 0 ? source.length : close;
  const text = source.slice(start + 1, end).replaceAll('""', '"');
  if (close < 0) return { text, end };
  // What follows a closing quote up to the next comma belongs to the cell.
  const rest = readPlain(source, end + 1);
  return { text: text + rest.text, end: rest.end };
}

function countLineEnds(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const isLoneReturn = source[at] === '\r' && source[at + 1] !== '\n';
    if (source[at] === '\n' || isLoneReturn) count += 1;
  }
  return count;
}
