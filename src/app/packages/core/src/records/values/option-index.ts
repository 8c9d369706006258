import type { Property, PropertyOption } from '../../contract/describe-object-type.ts';
import { makeNearestFinder } from './find-nearest.ts';
import type { NearestFinder } from './find-nearest.ts';
import { foldOption, joinWords } from './fold-option.ts';

type Finder = ReadonlyMap<string, readonly PropertyOption[]>;

/** A property's options by every spelling that may name them, the surest first. */
export interface OptionIndex {
  readonly hasExternalOptions: boolean;
  readonly byValue: Finder;
  readonly byLabel: Finder;
  readonly byFold: Finder;
  readonly byWords: Finder;
  /** By a label's words before a bracket: `Closed won` of `Closed won (Sales)`. */
  readonly byBase: Finder;
  readonly findNearest: NearestFinder;
  /** The label people see in HubSpot, not a hidden spelling. */
  readonly labelOf: (value: string) => string;
}

/** Built once for a column. */
export function indexOptions({
  options,
  externalOptions,
}: Pick<Property, 'options' | 'externalOptions'>): OptionIndex {
  const folds = (option: PropertyOption) => [foldOption(option.label), foldOption(option.value)];
  const bases = (option: PropertyOption) => (externalOptions ? basesOf(option.label) : []);
  const byValue = groupOptions(options, ({ value }) => [value]);
  return {
    hasExternalOptions: externalOptions,
    byValue,
    byLabel: groupOptions(options, ({ label }) => [label.trim()]),
    byFold: groupOptions(options, folds),
    byWords: groupOptions(options, (option) => folds(option).flatMap((folded) => joinWords(folded) ?? [])),
    byBase: groupOptions(options, bases),
    findNearest: makeNearestFinder(options, (option) => [...folds(option), ...bases(option)]),
    labelOf: (value) => {
      const named = byValue.get(value) ?? [];
      return (named.find(({ hidden }) => !hidden) ?? named[0])?.label ?? value;
    },
  };
}

/** Labels with brackets of their own have more than one beginning. */
function basesOf(label: string): readonly string[] {
  const pieces = label.endsWith(')') ? label.split(' (') : [];
  return pieces.slice(1).map((_, index) => foldOption(pieces.slice(0, index + 1).join(' (')));
}

function groupOptions(
  options: readonly PropertyOption[],
  namesOf: (option: PropertyOption) => readonly string[],
): Finder {
  const groups = new Map<string, PropertyOption[]>();
  for (const option of options) {
    for (const name of new Set(namesOf(option))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [option]);
      else group.push(option);
    }
  }
  groups.delete('');
  return groups;
}
