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

/** Finds the format of one column while it is shown its cells, in any number of steps. */
export interface FormatFinder {
  readonly note: (cell: string) => void;
  readonly found: () => ColumnFormat;
}

/**
 * Finds how a column is written from all of its cells: what contradicts any readable cell is no alternative, unless
 * the cells contradict each other. Alternatives that read every cell alike count as one.
 */
export function chooseColumnFormat(property: Property, cells: Iterable<string>): ColumnFormat {
  const finder = makeFormatFinder(property);
  if (finder === null) return PLAIN;
  for (const cell of cells) finder.note(cell);
  return finder.found();
}

const PLAIN = settleFormat({ kind: 'plain' });

/** Null where the property's values are read in one way only, whatever the cells are. */
export function makeFormatFinder(property: Property): FormatFinder | null {
  switch (valueKindOf(property)) {
    case 'number':
      return findAmong(NUMBER_FORMATS, meaningsOfNumber);
    case 'date':
    case 'date-time':
      return findAmong(DATE_FORMATS, meaningsOfDate);
    case 'text':
    case 'trimmed':
    case 'record-id':
    case 'boolean':
    case 'option':
    case 'options':
    case 'email':
    case 'domain':
    case 'phone':
      return null;
  }
}

/** Cells repeat; more different ones than these are not remembered, only looked at again. */
const MAX_REMEMBERED = 20_000;

/**
 * Of cells that tell the same formats apart the first stands for all: whether it fits, what it distinguishes and
 * whether it is an example depends on nothing else.
 */
function findAmong(
  formats: readonly CellFormat[],
  meaningsOf: (cell: string) => Meanings | undefined,
): FormatFinder {
  const tellingByPattern = new Map<string, TellingCell>();
  const seen = new Set<string>();
  return {
    note: (cell) => {
      if (seen.has(cell)) return;
      const meanings = meaningsOf(cell);
      if (meanings === undefined) return;
      if (seen.size < MAX_REMEMBERED) seen.add(cell);
      if (meanings.every((meaning) => meaning === meanings[0])) return;
      const pattern = patternOf(meanings);
      if (!tellingByPattern.has(pattern)) tellingByPattern.set(pattern, { cell, meanings });
    },
    found: () => formatOf(formats, [...tellingByPattern.values()]),
  };
}

/** Which formats mean the same, and which mean nothing. */
function patternOf(meanings: Meanings): string {
  return meanings.map((meaning) => (meaning === null ? '-' : meanings.indexOf(meaning))).join('');
}

function formatOf(formats: readonly CellFormat[], telling: readonly TellingCell[]): ColumnFormat {
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
  if (cell === '' || WHOLE_NUMBER.test(cell)) return undefined;
  const shape = parseNumberShape(cell);
  return shape === null ? undefined : NUMBER_FORMATS.map((format) => writeNumber(shape, format));
}

/** A year of four digits in front: one meaning under every format, or none. Most date columns. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function meaningsOfDate(cell: string): Meanings | undefined {
  if (cell === '' || ISO_DAY.test(cell)) return undefined;
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
