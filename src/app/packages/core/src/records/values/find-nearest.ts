import type { PropertyOption } from '../../contract/describe-object-type.ts';
import { countSlips } from './count-slips.ts';

/** The options a slip of the pen away from a folded text; several where they are equally near. */
export type NearestFinder = (folded: string) => readonly PropertyOption[];

/**
 * Letters to compare, some tenths of a second. A column with more wrong texts than this is not misspelt, it is the
 * wrong column, and its later texts get no suggestion.
 */
const MAX_LETTERS = 300_000;

/** A finder for one column; `namesOf` gives an option's spellings, folded. */
export function makeNearestFinder(
  options: readonly PropertyOption[],
  namesOf: (option: PropertyOption) => readonly string[],
): NearestFinder {
  const spellings = options.flatMap((option) =>
    [...new Set(namesOf(option))].map((text) => ({ text, option })),
  );
  let lettersLeft = MAX_LETTERS;
  return (folded) => {
    let leastSlips = allowedSlips(folded);
    const near = spellings.filter(({ text }) => Math.abs(text.length - folded.length) <= leastSlips);
    const letters = near.length * folded.length;
    if (leastSlips === 0 || letters > lettersLeft) return [];
    lettersLeft -= letters;
    let nearest: PropertyOption[] = [];
    for (const { text, option } of near) {
      const slips = countSlips(folded, text, leastSlips);
      if (slips > leastSlips) continue;
      if (slips < leastSlips) nearest = [];
      leastSlips = slips;
      nearest.push(option);
    }
    return nearest;
  };
}

/** One in short words, a quarter of the letters in longer ones; two letters are too few to compare. */
function allowedSlips(text: string): number {
  return text.length > 60 || text.length < 3 ? 0 : Math.min(4, Math.max(1, Math.floor(text.length / 4)));
}
