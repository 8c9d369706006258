import { NUMBER_FORMATS } from './cell-format.ts';
import type { NumberFormat } from './cell-format.ts';
import { readAs } from './cell-reading.ts';
import type { CellReading } from './cell-reading.ts';
import { makeFormatReader } from './make-format-reader.ts';
import { isPlainNumber, parseNumberShape } from './number-shape.ts';
import { writeNumber } from './write-number.ts';

/**
 * Reads number cells as HubSpot's plain decimal text (HubSpot CRM API guide, property values: `.` is the decimal
 * point). Digits stay as typed, leading zeros too.
 */
export function makeNumberReader(formats: readonly NumberFormat[]): (raw: string) => CellReading {
  const decimalMarks = [...new Set(formats.map(({ decimalMark }) => decimalMark))];
  const expected = { kind: 'number', decimalMarks } as const;
  const read = makeFormatReader(
    { code: 'not-a-number', expected, allFormats: NUMBER_FORMATS, parse },
    formats,
  );
  return (raw) => (isPlainNumber(raw) ? readAs(raw) : read(raw));
}

function parse(raw: string) {
  const shape = parseNumberShape(raw);
  if (shape === null) return null;
  return (format: NumberFormat) => {
    const value = writeNumber(shape, format);
    return value === null ? null : { kind: 'value' as const, value };
  };
}
