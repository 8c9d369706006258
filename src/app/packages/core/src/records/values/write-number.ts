import type { NumberFormat } from './cell-format.ts';
import type { NumberShape } from './number-shape.ts';

/** Thousands in threes, or the Indian way (12,34,567), one kind of mark throughout; then the fraction. */
const GROUPED =
  /^(?:(\d*)|([1-9]\d{0,2}(?:([, '])\d{3})(?:\3\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3}))(?:\.(\d*))?$/;

/**
 * HubSpot's plain decimal text of a number under a format; null where the format cannot read it. Digits are moved
 * as text: a float would round long ones.
 */
export function writeNumber(shape: NumberShape, { decimalMark, percentAs }: NumberFormat): string | null {
  const body = decimalMark === '.' ? shape.body : swapMarks(shape.body);
  const match = GROUPED.exec(body);
  if (match === null) return null;
  const [, plain = '', grouped = '', , fraction = ''] = match;
  const whole = plain + grouped.replace(/[, ']/g, '');
  if (whole + fraction === '') return null;
  const sign = shape.isNegative ? '-' : '';
  if (shape.isPercent && percentAs === 'fraction') {
    return shape.exponent === '' ? `${sign}${divideByHundred(whole, fraction)}` : null;
  }
  return `${sign}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}${shape.exponent}`;
}

function swapMarks(body: string): string {
  return body.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

function divideByHundred(whole: string, fraction: string): string {
  const padded = whole.padStart(3, '0');
  const cents = `${padded.slice(-2)}${fraction}`.replace(/0+$/, '');
  const left = padded.slice(0, -2).replace(/^0+(?=\d)/, '');
  return cents === '' ? left : `${left}.${cents}`;
}
