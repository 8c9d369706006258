import { DELIMITERS, type Delimiter } from '../input/delimiter.ts';

const FIRST_CHARACTERS = 20_000;

/**
 * The delimiter of a file of ours, known by its last header, of which `lastHeader` is the pattern; null for any other text.
 * Spreadsheets paste and save it with delimiters of their own.
 */
export function recogniseOwnFile(text: string, lastHeader: string): Delimiter | null {
  const start = text.slice(0, FIRST_CHARACTERS);
  const match = new RegExp(`([\\t,;|])"?${lastHeader}"?(?=[\\r\\n]|$)`).exec(start);
  const delimiter = DELIMITERS.find((each) => each === match?.[1]);
  if (!match || delimiter === undefined) return null;
  const before = start.slice(0, match.index).replace(/"(?:[^"]|"")*"/g, '');
  return /[\r\n]/.test(before) ? null : delimiter;
}
