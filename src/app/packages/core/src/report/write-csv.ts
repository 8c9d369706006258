import { guardCell } from './spreadsheet-guard.ts';

/** Rows as CSV text (RFC 4180: commas, CRLF, doubled quotes), safe to open in a spreadsheet. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quote(guardCell(cell))).join(',')}\r\n`).join('');
}

/** Quoted when needed, and when a reader might trim it or take a tab for the separator. */
function quote(cell: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
