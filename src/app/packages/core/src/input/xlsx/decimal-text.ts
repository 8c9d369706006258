/** A decimal number as text: `digits` without its point, which stands before the digit at `point`. */
interface Decimal {
  readonly sign: '' | '-';
  readonly digits: string;
  readonly point: number;
}

/** The digits Excel computes with and shows; what a file holds beyond them is noise of the binary number. */
export const EXCEL_DIGITS = 15;

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** XML holds Excel's 17 digits; more come from hand-made files and are no number to calculate with. */
const MAX_LENGTH = 400;

/**
 * A number of a sheet as plain decimal text: no exponent, no zeros at its ends; null when it is no number.
 * Whole numbers keep every digit. Fractions are rounded to Excel's 15 digits: it stores 37.3 as
 * 37.299999999999997.
 */
export function plainNumber(text: string): string | null {
  const decimal = parseDecimal(text);
  return decimal === null ? null : formatDecimal(decimal);
}

/** `0.125` is `12.5`: moves the point as text, so that no digit changes. */
export function plainPercentage(text: string): string | null {
  const decimal = parseDecimal(text);
  return decimal === null ? null : formatDecimal({ ...decimal, point: decimal.point + 2 });
}

function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  const point = whole.length + Number(exponent);
  const decimal = trimZeros({ sign: sign === '-' ? '-' : '', digits: whole + fraction, point });
  const isNoisy = decimal.digits.length > EXCEL_DIGITS && decimal.point < decimal.digits.length;
  return isNoisy ? parseDecimal(Number(text).toExponential(EXCEL_DIGITS - 1)) : decimal;
}

function trimZeros({ sign, digits, point }: Decimal): Decimal {
  const start = digits.length - digits.replace(/^0+/, '').length;
  const trimmed = digits.slice(start).replace(/0+$/, '');
  return trimmed === ''
    ? { sign: '', digits: '0', point: 1 }
    : { sign, digits: trimmed, point: point - start };
}

function formatDecimal({ sign, digits, point }: Decimal): string {
  if (digits === '0') return '0';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
