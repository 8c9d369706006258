import type { PropertyOption } from '../../contract/describe-object-type.ts';
import { foldOption } from './fold-option.ts';

/** The options a slip of the pen away from a folded text; all of them where several are equally near. */
export function findNearest(folded: string, options: readonly PropertyOption[]): readonly PropertyOption[] {
  let nearest: PropertyOption[] = [];
  let leastSlips = allowedSlips(folded);
  if (leastSlips === 0) return [];
  for (const option of options) {
    const slips = Math.min(...spellingsOf(option).map((name) => countSlips(folded, name, leastSlips)));
    if (slips > leastSlips) continue;
    if (slips < leastSlips) nearest = [];
    leastSlips = slips;
    nearest.push(option);
  }
  return nearest;
}

/** One in short words, a quarter of the letters in long ones; two letters are too few to compare. */
function allowedSlips(text: string): number {
  return text.length > 40 || text.length < 3 ? 0 : Math.max(1, Math.floor(text.length / 4));
}

const folds = new WeakMap<PropertyOption, readonly string[]>();

function spellingsOf(option: PropertyOption): readonly string[] {
  const known = folds.get(option);
  if (known !== undefined) return known;
  const spellings = [foldOption(option.label), foldOption(option.value)];
  folds.set(option, spellings);
  return spellings;
}

/** Letters to change, add, drop or swap with their neighbour; `most` + 1 as soon as it is more than `most`. */
function countSlips(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const at = (line: readonly number[], place: number) => line[place] ?? Infinity;
      let slips = Math.min(at(last, column) + 1, at(current, column - 1) + 1);
      slips = Math.min(slips, at(last, column - 1) + (isSame ? 0 : 1));
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) slips = Math.min(slips, at(beforeLast, column - 2) + 1);
      current.push(slips);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? most + 1;
}
