import { EXCEL_DIGITS } from './decimal-text.ts';
import { writeNumber } from './number-display.ts';
import type { NumberDisplay } from './number-display.ts';
import { unescapeText } from './text-collector.ts';

/** A cell as its part holds it; `type` is the attribute `t`, `value` the text of `v`. */
export interface RawCell {
  readonly type: string;
  readonly styleIndex: number;
  readonly value: string;
  readonly inlineText: string;
  readonly hasFormula: boolean;
}

/** What cells refer to. */
export interface CellContext {
  readonly texts: readonly string[];
  readonly displays: readonly NumberDisplay[];
  readonly startsIn1904: boolean;
}

/** Something to know about a cell whose text is nevertheless read. */
export type CellFinding = 'cell-errors' | 'uncomputed-formulas' | 'long-numbers';

/** `broken`: the cell names a text that does not exist. */
export type WrittenCell =
  | { readonly kind: 'text'; readonly text: string; readonly finding?: CellFinding }
  | { readonly kind: 'broken' };

/** The text of a cell (ECMA-376 part 1, 18.18.11): what the sheet shows where that is more than a number. */
export function writeCell(cell: RawCell, context: CellContext): WrittenCell {
  const { type, value } = cell;
  if (value === '' && cell.inlineText === '')
    return cell.hasFormula && type !== 'str'
      ? { kind: 'text', text: '', finding: 'uncomputed-formulas' }
      : { kind: 'text', text: '' };
  switch (type) {
    case 's':
      return sharedText(value, context);
    case 'str':
      return { kind: 'text', text: unescapeText(value) };
    case 'inlineStr':
      return { kind: 'text', text: cell.inlineText === '' ? unescapeText(value) : cell.inlineText };
    case 'b':
      return { kind: 'text', text: value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { kind: 'text', text: value, finding: 'cell-errors' };
    case 'd':
      return { kind: 'text', text: isoText(value.trim()) };
  }
  return numberText(value.trim(), context.displays[cell.styleIndex], context);
}

function sharedText(value: string, { texts }: CellContext): WrittenCell {
  const text = /^\s*\d+\s*$/.test(value) ? texts[Number(value)] : undefined;
  return text === undefined ? { kind: 'broken' } : { kind: 'text', text };
}

const LONG_WHOLE_NUMBER = new RegExp(`^-?\\d{${EXCEL_DIGITS + 1},}$`);

function numberText(
  value: string,
  display: NumberDisplay = { kind: 'number' },
  { startsIn1904 }: CellContext,
): WrittenCell {
  const text = writeNumber(value, display, startsIn1904);
  // Excel keeps 15 digits: of a longer number the last ones became zeros when it was typed.
  return display.kind === 'number' && LONG_WHOLE_NUMBER.test(text)
    ? { kind: 'text', text, finding: 'long-numbers' }
    : { kind: 'text', text };
}

/** ISO 8601 as strict files have it; without midnight, fractions of seconds and zone, which a sheet has not. */
function isoText(value: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(value);
  if (match === null) return value;
  const [, day = '', time = ''] = match;
  return time === '' || /^00:00(?::00)?$/.test(time) ? day : `${day}T${time}`;
}
