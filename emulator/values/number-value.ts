import type { ValueVerdict } from './value-verdict.ts';
import { accept, reject } from './value-verdict.ts';

const decimalOrScientific = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** Decimal or scientific notation with a point; the text is stored as sent ("24.00" stays "24.00", observed live). */
export function judgeNumber(propertyName: string, raw: string): ValueVerdict {
  const text = raw.trim();
  if (decimalOrScientific.test(text)) return accept(text);
  return reject({
    propertyName,
    code: 'INVALID_NUMBER',
    message: `${raw} was not a valid number`,
    value: raw,
  });
}
