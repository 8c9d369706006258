import { NUMBER_FORMATS } from './cell-format.ts';
import type { CellFormat, NumberFormat } from './cell-format.ts';
import { readAs, refuse } from './cell-reading.ts';
import type { Candidate, CellReading } from './cell-reading.ts';
import { parseNumberShape } from './number-shape.ts';
import type { NumberShape } from './number-shape.ts';
import { writeNumber } from './write-number.ts';

const PLAIN_INTEGER = /^-?\d{1,300}$/;

/**
 * A number cell as HubSpot's plain decimal text (HubSpot CRM API guide, property values: `.` is the decimal point).
 * Digits stay as typed, leading zeros too. Where the formats disagree about it, it is an issue with each meaning.
 */
export function readNumber(raw: string, formats: readonly CellFormat[]): CellReading {
  const text = raw.trim();
  if (PLAIN_INTEGER.test(text)) return readAs(text);
  const numberFormats = formats.filter((format) => format.kind === 'number');
  const decimalMarks = [...new Set(numberFormats.map(({ decimalMark }) => decimalMark))];
  const expected = { kind: 'number', decimalMarks } as const;
  const shape = parseNumberShape(raw);
  if (shape === null) return refuse(raw, { code: 'not-a-number', expected });
  const candidates = listMeanings(shape, numberFormats);
  const [only] = candidates;
  if (only === undefined) {
    return refuse(raw, { code: 'not-a-number', expected, candidates: listMeanings(shape, NUMBER_FORMATS) });
  }
  return candidates.length === 1
    ? readAs(only.value)
    : refuse(raw, { code: 'format-open', expected, candidates });
}

function listMeanings(shape: NumberShape, formats: readonly NumberFormat[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const format of formats) {
    const value = writeNumber(shape, format);
    if (value !== null && !found.has(value)) found.set(value, { value, label: value, format });
  }
  return [...found.values()];
}
