import { closingQuote } from './closing-quote.ts';
import { DELIMITERS } from './delimiter.ts';

const CELL_EDGES: ReadonlySet<string> = new Set([...DELIMITERS, '\r', '\n', '']);
const MASK = '"';

/**
 * The text with every properly quoted cell shrunk to one quote, whatever the delimiter is, so that the
 * delimiters and line ends left over stand outside quotes.
 */
export function maskQuotedCells(text: string): string {
  let masked = '';
  let position = 0;
  let open = text.indexOf('"');
  while (open !== -1) {
    const close = startsCell(text, open) ? closingQuote(text, open) : -1;
    const isQuotedCell = close !== -1 && endsCell(text, close);
    const end = isQuotedCell ? close + 1 : open + 1;
    masked += text.slice(position, open) + MASK;
    position = end;
    open = text.indexOf('"', end);
  }
  return masked + text.slice(position);
}

function startsCell(text: string, open: number): boolean {
  const before = text.charAt(open - 1) === ' ' ? open - 2 : open - 1;
  return CELL_EDGES.has(text.charAt(before));
}

function endsCell(text: string, close: number): boolean {
  return CELL_EDGES.has(text.charAt(close + 1));
}
