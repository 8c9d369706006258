import type { InputIssue, Place, UnusualCharacter } from './input-issue.ts';
import type { InputRecord } from './input-record.ts';
import { MAX_NAMED, MAX_PLACES } from './limits.ts';

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

/** A quick no for nearly every cell: matches wherever a pattern may, and all surrogates. */
const MAYBE =
  /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u061b\u061d-\u200a\u2010-\u2027\u202f-\u205f\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffc\ufffe\uffff]/;

interface Tally {
  count: number;
  readonly places: Place[];
}

/** Counts cells with characters nobody sees, per kind and column. The cells stay as they are. */
export interface CharacterTally {
  readonly note: (record: InputRecord) => void;
  readonly issues: () => readonly InputIssue[];
}

export function makeCharacterTally(columnCount: number): CharacterTally {
  const tallies = new Map<UnusualCharacter, Map<number, Tally>>();
  const tallyOf = (character: UnusualCharacter, columnIndex: number): Tally => {
    const byColumn = tallies.get(character) ?? new Map<number, Tally>();
    tallies.set(character, byColumn);
    const tally = byColumn.get(columnIndex) ?? { count: 0, places: [] };
    byColumn.set(columnIndex, tally);
    return tally;
  };
  return {
    note: (record) => {
      const count = Math.min(record.cells.length, columnCount);
      for (let columnIndex = 0; columnIndex < count; columnIndex += 1) {
        const cell = record.cells[columnIndex] ?? '';
        if (!MAYBE.test(cell)) continue;
        for (const [character, pattern] of PATTERNS) {
          if (pattern.test(cell)) note(tallyOf(character, columnIndex), record);
        }
      }
    },
    issues: () => [...tallies].flatMap(([character, byColumn]) => issuesOf(character, byColumn)),
  };
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
