import { cardWordsReplySchema, decodeWith, LANGUAGES } from '@bulk-records/core/contract';
import { describe, expect, it } from 'vitest';
import { main } from './card-words.ts';
import { wordsIn } from './words/words-in.ts';

function ask(locale: unknown) {
  return main({ parameters: { locale } });
}

describe('card_words', () => {
  it.each(LANGUAGES)('answers the texts in %s as the card decodes them', async (language) => {
    const reply: unknown = JSON.parse(JSON.stringify(await ask(language)));
    const decoded = decodeWith(cardWordsReplySchema, reply);
    expect(decoded).toEqual({ ok: true, value: { ok: true, language, ...wordsIn(language) } });
  });

  it.each([
    ['de-at', 'de'],
    ['DE', 'de'],
    ['pt-br', 'pt'],
    ['pt_PT', 'pt'],
    ['es-419', 'es'],
    ['ja-JP', 'ja'],
    ['en-gb', 'en'],
    ['nl', 'en'],
    ['den', 'en'],
    ['fra', 'en'],
  ])('answers %s with the texts in %s', async (locale, language) => {
    expect(await ask(locale)).toMatchObject({ ok: true, language });
  });

  it.each(['', 'd', 'de/../en', '__proto__', 'constructor', 'de-', 'a'.repeat(36), null, 5, ['de'], {}])(
    'refuses the locale %j',
    async (locale) => {
      expect(await ask(locale)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    },
  );

  it.each(LANGUAGES)('stays far below what a function may answer, in %s', (language) => {
    expect(Buffer.byteLength(JSON.stringify(wordsIn(language)))).toBeLessThan(100_000);
  });

  it('needs no token, so that a missing one can be told in words', async () => {
    expect(process.env['PRIVATE_APP_ACCESS_TOKEN']).toBeUndefined();
    expect(await ask('fr')).toMatchObject({ ok: true, language: 'fr' });
  });
});
