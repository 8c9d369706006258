import type { Sliced } from '../../slices/sliced.ts';
import type { UnreadableInput } from '../input-issue.ts';
import { MAX_CELLS } from '../limits.ts';
import { readPartSliced } from './read-part.ts';
import type { PartSource } from './read-part.ts';
import { makeTextCollector } from './text-collector.ts';

/** The texts that cells name by their index. */
export type SharedStrings =
  | { readonly kind: 'strings'; readonly texts: readonly string[] }
  | { readonly kind: 'unreadable'; readonly issue: UnreadableInput };

export function* readSharedStrings(source: PartSource, partName: string | null): Sliced<SharedStrings> {
  if (partName === null) return { kind: 'strings', texts: [] };
  const texts: string[] = [];
  const collector = makeTextCollector();
  const problem = yield* readPartSliced(source, partName, {
    open: (name) => {
      collector.open(name);
    },
    close: (name, text) => {
      collector.close(name, text);
      if (name === 'si') texts.push(collector.takeText());
    },
    hasEnough: () => texts.length > MAX_CELLS,
  });
  if (problem !== null) return { kind: 'unreadable', issue: problem };
  if (texts.length > MAX_CELLS)
    return {
      kind: 'unreadable',
      issue: { code: 'too-many-cells', found: texts.length, maxCells: MAX_CELLS },
    };
  return { kind: 'strings', texts };
}
