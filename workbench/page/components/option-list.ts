/** A choice of a Select, MultiSelect or ToggleGroup, as the card gives it. */
export interface Choice {
  readonly label: string;
  readonly value: string | number | boolean;
}

/** HubSpot adds a search bar to a list with more than seven options (SDK, Select). */
export const maxChoicesWithoutSearch = 7;

/** The choices whose label contains every word of the query, in any case. */
export function choicesMatching(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter((choice) => {
    const label = choice.label.toLowerCase();
    return words.every((word) => label.includes(word));
  });
}

/** Where an arrow, Home or End key leads in a list; `undefined` for every other key. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
