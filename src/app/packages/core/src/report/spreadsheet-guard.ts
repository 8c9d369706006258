/**
 * The places where a spreadsheet may see a formula begin: the start of a cell and, because it may cut the text at other
 * separators than ours (its locale's, or tabs and line ends of a paste), behind each of them and its quotes.
 */
const INSIDE = String.raw`(?<=[\t\r\n;,|]"*)`;
/** Signs that begin a formula, their full-width forms too (OWASP, CSV injection). */
const SIGN = '[=+\\-@＝＋－＠]';
/** What may stand before a sign and yet not hide it: a guard's apostrophe, and marks that a reader drops at the start. */
const HIDDEN = "['\uFEFF]";
const NUMBER = String.raw`-?\d+(?:\.\d+)*(?=$|[\t\r\n;,|"])`;
const WHOLE_NUMBER = /^-?\d+(?:[.,]\d+)*$/;

const TO_GUARD = new RegExp(
  `^(?=${HIDDEN}*(?:${SIGN}|[\\t\\r\\n]))|(?=['=+\\-@＝＋－＠])${INSIDE}(?='*${SIGN})(?!${NUMBER})`,
  'g',
);
const GUARDED = new RegExp(`^'(?=${HIDDEN}*(?:${SIGN}|[\\t\\r\\n]))|(?=')${INSIDE}'(?='*${SIGN})`, 'g');

/**
 * The cell as it may stand in a file for spreadsheets: what would be executed gets an apostrophe in front. Plain
 * numbers stay as they are.
 */
export function guardCell(cell: string): string {
  return WHOLE_NUMBER.test(cell) ? cell : cell.replace(TO_GUARD, "'");
}

/** Takes back exactly what `guardCell` did. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '');
}
