import type { PropertyOption } from '../../contract/describe-object-type.ts';
import type { Candidate } from './cell-reading.ts';
import { foldOption, joinWords } from './fold-option.ts';
import type { OptionIndex } from './option-index.ts';

/** What a text names among the options. */
export type OptionMatch =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unknown' };

const MAX_CANDIDATES = 5;
/** Longer texts name no option; they are not compared with any. */
const MAX_LENGTH = 500;

/**
 * Finds the option a text names: by internal value, then label, then either without case, accents, blanks and
 * punctuation. Nothing is guessed.
 */
export function findOption(raw: string, index: OptionIndex): OptionMatch {
  const text = raw.trim();
  if (text.length > MAX_LENGTH) return { kind: 'unknown' };
  const exact = index.byValue.get(raw) ?? index.byValue.get(text) ?? index.byLabel.get(text);
  if (exact !== undefined) return matchOf(exact, index);
  const folded = foldOption(text);
  const similar = index.byFold.get(folded) ?? index.byWords.get(joinWords(folded) ?? '');
  if (similar !== undefined) return matchOf(similar, index);
  if (index.hasExternalOptions) {
    const namesakes = index.byBase.get(folded);
    if (namesakes !== undefined) return { kind: 'ambiguous', candidates: candidatesOf(namesakes, index) };
    // A number may be the id of what stands in no list: an owner who has left, a pipeline without access.
    if (/^\d{1,20}$/.test(text)) return { kind: 'found', value: text };
  }
  return { kind: 'unknown' };
}

/** The options that a text nearly names. */
export function suggestOptions(text: string, index: OptionIndex): readonly Candidate[] {
  return text.length > MAX_LENGTH ? [] : candidatesOf(index.findNearest(foldOption(text)), index);
}

/** Several options of one value, such as an owner's name and address, are one. */
function matchOf(options: readonly PropertyOption[], index: OptionIndex): OptionMatch {
  const [first] = options;
  if (first !== undefined && options.every(({ value }) => value === first.value)) {
    return { kind: 'found', value: first.value };
  }
  return { kind: 'ambiguous', candidates: candidatesOf(options, index) };
}

function candidatesOf(options: readonly PropertyOption[], index: OptionIndex): readonly Candidate[] {
  const values = [...new Set(options.map(({ value }) => value))];
  return values.slice(0, MAX_CANDIDATES).map((value) => ({ value, label: index.labelOf(value) }));
}
