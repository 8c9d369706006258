import type { InputIssue, Place, UnusualCharacter } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_NAMED, MAX_PLACES } from './limits.ts';
import type { Column } from './table.ts';

/**
 * Line ends and tabs are ordinary in a cell. The zero-width joiners are part of emoji and of Persian and
 * Indic words, so they count only between plain ASCII.
 */
const PATTERNS: readonly (readonly [UnusualCharacter, RegExp])[] = [
  ['control', /[^\P{Cc}\t\n\r]|[\u2028\u2029]/u],
  ['bidirectional', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  ['zero-width', /[\u200b\u2060\ufeff\u00ad]|(?<=^|\p{ASCII})[\u200c\u200d](?=\p{ASCII}|$)/u],
  ['lone-surrogate', /\p{Surrogate}/u],
  ['replacement', /\ufffd/u],
];
const ANY = new RegExp(PATTERNS.map(([, pattern]) => pattern.source).join('|'), 'u');

interface Tally {
  count: number;
  readonly places: Place[];
}

/** Counts cells with characters nobody sees, per kind and column. The cells stay as they are. */
export function findUnusualCharacters(
  columns: readonly Column[],
  records: readonly InputRecord[],
): readonly InputIssue[] {
  const tallies = new Map<UnusualCharacter, Map<number, Tally>>();
  for (const record of records) {
    record.cells.forEach((cell, columnIndex) => {
      if (columnIndex >= columns.length || !ANY.test(cell)) return;
      for (const [character, pattern] of PATTERNS) {
        if (pattern.test(cell)) note(tallyOf(tallies, character, columnIndex), record);
      }
    });
  }
  return [...tallies].flatMap(([character, byColumn]) => issuesOf(character, byColumn));
}

function tallyOf(
  tallies: Map<UnusualCharacter, Map<number, Tally>>,
  character: UnusualCharacter,
  columnIndex: number,
): Tally {
  const byColumn = tallies.get(character) ?? new Map<number, Tally>();
  tallies.set(character, byColumn);
  const tally = byColumn.get(columnIndex) ?? { count: 0, places: [] };
  byColumn.set(columnIndex, tally);
  return tally;
}

function note(tally: Tally, record: InputRecord): void {
  tally.count += 1;
  if (tally.places.length < MAX_PLACES) tally.places.push({ rowNumber: record.number, line: record.line });
}

function issuesOf(character: UnusualCharacter, byColumn: ReadonlyMap<number, Tally>): readonly InputIssue[] {
  return [...byColumn].slice(0, MAX_NAMED).map(([columnIndex, { count, places }]) => ({
    code: 'unusual-characters',
    count,
    columnIndex,
    columnCount: byColumn.size,
    character,
    places,
  }));
}
