import { LANGUAGES } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../../scripts/message-values.ts';
import { CATALOGUES } from './catalogues.ts';

const { en, ...translations } = CATALOGUES;
const keys = Object.keys(en);

/** The quotes a language encloses with; a translation with another's was not proofread. */
const QUOTES = { en: '“”', de: '„“', es: '“”', fr: '«»', pt: '“”', ja: '「」' } as const;

describe.each(Object.entries(translations))('the texts in %s', (_, catalogue) => {
  it('have the keys of the English ones, in their order', () => {
    expect(Object.keys(catalogue)).toEqual(keys);
  });

  it('take the same values', () => {
    const english = Object.entries(en).map(([key, text]) => [key, namesOf(text)]);
    expect(Object.entries(catalogue).map(([key, text]) => [key, namesOf(text)])).toEqual(english);
  });

  it('are translated: no sentence is the English one', () => {
    const same = Object.entries(catalogue).filter(
      ([key, text]) => text === entry(key) && / \w+ \w+ /.test(text),
    );
    expect(same).toEqual([]);
  });
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = Object.values(CATALOGUES[language]);

  it('name HubSpot as it names itself, and have no typewriter quotes or apostrophes', () => {
    expect(texts.filter((text) => /hubspot/i.test(text.replaceAll('HubSpot', '')))).toEqual([]);
    expect(texts.filter((text) => /['"]/.test(text))).toEqual([]);
  });

  it('enclose with the quotes of the language, in pairs', () => {
    const foreign = Array.from('“”„«»「」').filter((mark) => !QUOTES[language].includes(mark));
    expect(texts.filter((text) => foreign.some((mark) => text.includes(mark)))).toEqual([]);
    const [open = '', close = ''] = QUOTES[language];
    expect(texts.filter((text) => text.split(open).length !== text.split(close).length)).toEqual([]);
  });
});

function namesOf(text: string): readonly string[] {
  return [...valuesOf(text)].map(([name]) => name).sort();
}

function entry(key: string): string | undefined {
  return Object.entries(en).find(([name]) => name === key)?.[1];
}
