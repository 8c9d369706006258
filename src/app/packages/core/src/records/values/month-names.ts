/** Languages of HubSpot's own product whose names of months do not contradict each other. */
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'pl'];
const SHORTEST = 3;

let months: ReadonlyMap<string, number> | undefined;

/** The month (1 to 12) of a name or its beginning, in any of the languages: `May`, `März`, `sept`, `stycznia`. */
export function findMonth(word: string): number | undefined {
  months ??= listMonths();
  const month = months.get(foldMonth(word));
  return month === AMBIGUOUS ? undefined : month;
}

const AMBIGUOUS = 0;

/** Every beginning of at least three letters; `jui` begins June and July in French and is neither. */
function listMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [name, month] of monthNames()) {
    for (let length = SHORTEST; length <= name.length; length += 1) {
      const beginning = name.slice(0, length);
      const known = found.get(beginning) ?? month;
      found.set(beginning, known === month ? month : AMBIGUOUS);
    }
  }
  return found;
}

/** With a day before them, because Polish months then have another ending. */
function monthNames(): readonly (readonly [name: string, month: number])[] {
  return LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index) => {
        const parts = format.formatToParts(Date.UTC(2024, index, 1));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        return [foldMonth(name), index + 1] as const;
      });
    }),
  );
}

function foldMonth(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '');
}
