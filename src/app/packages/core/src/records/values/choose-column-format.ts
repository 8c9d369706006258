import type { Property } from '../../contract/describe-object-type.ts';
import { civilDateOf, parseDateShape } from './date-shape.ts';
import type { DateShape } from './date-shape.ts';
import { formatDate } from './civil-date.ts';
import { DATE_FORMATS, NUMBER_FORMATS, settleFormat } from './cell-format.ts';
import type { CellFormat, ColumnFormat } from './cell-format.ts';
import { parseNumberShape } from './number-shape.ts';
import { valueKindOf } from './value-kind.ts';
import { writeNumber } from './write-number.ts';

/** What one cell means under each format of a list, null where it means nothing. */
type Meanings = readonly (string | null)[];

/** A cell whose meaning depends on the format. */
interface TellingCell {
  readonly cell: string;
  readonly meanings: Meanings;
}

/**
 * Finds how a column is written from all of its cells: what contradicts any readable cell is no alternative, unless
 * the cells contradict each other. Alternatives that read every cell alike count as one.
 */
export function chooseColumnFormat(property: Property, cells: readonly string[]): ColumnFormat {
  switch (valueKindOf(property)) {
    case 'number':
      return chooseAmong(NUMBER_FORMATS, cells, meaningsOfNumber);
    case 'date':
    case 'date-time':
      return chooseAmong(DATE_FORMATS, cells, meaningsOfDate);
    case 'text':
    case 'trimmed':
    case 'record-id':
    case 'boolean':
    case 'option':
    case 'options':
    case 'email':
    case 'domain':
    case 'phone':
      return settleFormat({ kind: 'plain' });
  }
}

function chooseAmong(
  formats: readonly CellFormat[],
  cells: readonly string[],
  meaningsOf: (cell: string) => Meanings | undefined,
): ColumnFormat {
  const telling = [...new Set(cells)].flatMap((cell): readonly TellingCell[] => {
    const meanings = meaningsOf(cell);
    const isTelling = meanings?.some((meaning) => meaning !== meanings[0]) === true;
    return isTelling ? [{ cell, meanings }] : [];
  });
  const fitting = listFitting(telling, formats.length);
  const different = fitting.filter(
    (place, index) => !fitting.slice(0, index).some((earlier) => isSame(earlier, place, telling)),
  );
  const formatsAt = (places: readonly number[]) => places.flatMap((place) => formats[place] ?? []);
  return {
    alternatives: formatsAt(different),
    examples: chooseExamples(telling, different),
    fitting: formatsAt(fitting),
  };
}

/** Places of the formats that read every telling cell; where none does, of those that read any. */
function listFitting(telling: readonly TellingCell[], formatCount: number): readonly number[] {
  const places = Array.from({ length: formatCount }, (_, place) => place);
  const readAll = places.filter((place) => telling.every(({ meanings }) => meanings[place] !== null));
  if (readAll.length > 0) return readAll;
  return places.filter((place) => telling.some(({ meanings }) => meanings[place] !== null));
}

function isSame(one: number, other: number, telling: readonly TellingCell[]): boolean {
  return telling.every(({ meanings }) => meanings[one] === meanings[other]);
}

/** As few cells as tell the alternatives apart. One that only one alternative can read needs no answer. */
function chooseExamples(telling: readonly TellingCell[], places: readonly number[]): readonly string[] {
  const examples: string[] = [];
  let signatures = places.map(() => '');
  for (const { cell, meanings } of telling) {
    const count = new Set(signatures).size;
    if (count === places.length) break;
    const known = places.map((place) => meanings[place] ?? null);
    if (new Set(known.filter((meaning) => meaning !== null)).size < 2) continue;
    const next = signatures.map((signature, index) => `${signature}|${known[index] ?? ''}`);
    if (new Set(next).size === count) continue;
    signatures = next;
    examples.push(cell);
  }
  return examples;
}

const WHOLE_NUMBER = /^-?\d+$/;

function meaningsOfNumber(cell: string): Meanings | undefined {
  if (WHOLE_NUMBER.test(cell)) return undefined;
  const shape = parseNumberShape(cell);
  return shape === null ? undefined : NUMBER_FORMATS.map((format) => writeNumber(shape, format));
}

function meaningsOfDate(cell: string): Meanings | undefined {
  const shape = parseDateShape(cell);
  if (shape === null || shape.kind === 'instant' || isNeutral(shape)) return undefined;
  const meanings = DATE_FORMATS.map((format) => {
    const day = civilDateOf(shape, format);
    return day === null ? null : formatDate(day);
  });
  const isDayFirst = shape.kind === 'numbers' && shape.mark === '.' && meanings[0] !== null;
  // No language of CLDR puts the month first between full stops, or a year of two digits.
  return isDayFirst ? meanings.map((meaning, place) => (place < 2 ? meaning : null)) : meanings;
}

function isNeutral(shape: Exclude<DateShape, { kind: 'instant' }>): boolean {
  switch (shape.kind) {
    case 'named':
      return shape.year.length === 4;
    case 'numbers':
      return shape.parts[0].length === 4;
  }
}
