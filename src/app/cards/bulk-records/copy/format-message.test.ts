import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '@bulk-records/core';
import { valuesOf } from '../../../../../scripts/message-values.ts';
import { CATALOGUES } from '../../../functions/src/words/catalogues.ts';
import { formatMessage, type MessageValue, type Tongue } from './format-message.ts';

function tongueOf(locale: string): Tongue {
  return { plural: new Intl.PluralRules(locale), number: new Intl.NumberFormat(locale) };
}

const english = tongueOf('en');

test.each([
  ['Nothing to fill', {}, 'Nothing to fill'],
  ['{name} is kept', { name: 'a.csv' }, 'a.csv is kept'],
  ['{count, number} rows', { count: 1204 }, '1,204 rows'],
  ['ID {id}', { id: 1204 }, 'ID 1204'],
  ['{n, plural, one {# row} other {# rows}}', { n: 1 }, '1 row'],
  ['{n, plural, one {# row} other {# rows}}', { n: 1204 }, '1,204 rows'],
  ['{n, plural, =0 {None} one {One} other {#}}', { n: 0 }, 'None'],
  ['{n, plural, one {row {rows}} other {rows {rows}}}.', { n: 2, rows: '2, 3' }, 'rows 2, 3.'],
  ['{kind, select, a {first} other {else}}', { kind: 'b' }, 'else'],
  ['# stays', {}, '# stays'],
  ['{name}', { name: '{count} # }' }, '{count} # }'],
] as const)('%s with %j is “%s”', (message, values, text) => {
  expect(formatMessage(message, values, english)).toBe(text);
});

test('a language with many plural forms takes its own', () => {
  const polish = '{n, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}';
  const said = [1, 3, 5].map((n) => formatMessage(polish, { n }, tongueOf('pl')));
  expect(said).toEqual(['1 wiersz', '3 wiersze', '5 wierszy']);
});

describe.each(LANGUAGES)('every text in %s', (language) => {
  test('reads as intl-messageformat reads it, whatever the values', () => {
    const tongue = tongueOf(language);
    for (const message of Object.values(CATALOGUES[language])) {
      const referee = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      fc.assert(
        fc.property(valuesFor(message), (values) => {
          expect(formatMessage(message, values, tongue)).toBe(String(referee.format(values)));
        }),
        { numRuns: 8 },
      );
    }
  });
});

test.each([...LANGUAGES])('figures in %s are written as there', (language) => {
  const FIGURES: Readonly<Record<Language, string>> = {
    en: '12,345',
    de: '12.345',
    es: '12.345',
    fr: '12\u202f345',
    pt: '12.345',
    ja: '12,345',
  };
  const text = formatMessage(CATALOGUES[language]['flow.rowCount'], { count: 12_345 }, tongueOf(language));
  expect(text).toContain(FIGURES[language]);
});

function valuesFor(message: string): fc.Arbitrary<Record<string, MessageValue>> {
  const number = fc.oneof(fc.constantFrom(0, 1, 2, 5), fc.nat(2_000_000));
  const kinds = [...valuesOf(message)].map(
    ([name, kind]) => [name, kind === 'number' ? number : fc.string()] as const,
  );
  return fc.record(Object.fromEntries(kinds));
}
