import * as v from 'valibot';
import { failureSchema } from './function-error.ts';

export const CARD_WORDS = 'card_words';

/** The languages the card speaks; Portuguese is Brazil's. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Asks for the texts in a language as HubSpot names it, or the nearest there is: `de`, `pt-br`, `en_GB`. */
export const cardWordsRequestSchema = v.strictObject({
  locale: v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i)),
});

export const cardWordsReplySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    language: v.picklist(LANGUAGES),
    /** Texts in ICU message format by their key. */
    messages: v.record(v.string(), v.string()),
    /** By HubSpot's code: the words are `error.NAME.found` and `error.NAME.next` of the messages. */
    errors: v.optional(
      v.record(v.string(), v.object({ about: v.picklist(['cell', 'row']), name: v.string() })),
      {},
    ),
  }),
  failureSchema,
]);

/** The nearest language the card speaks; English where it speaks none like it. */
export function nearestLanguage(locale: string): Language {
  const wanted = locale.slice(0, 2).toLowerCase();
  const isWhole = !/^[a-z]{3}/i.test(locale);
  return LANGUAGES.find((language) => isWhole && language === wanted) ?? 'en';
}

export type CardWordsRequest = v.InferOutput<typeof cardWordsRequestSchema>;
export type CardWords = Extract<CardWordsReply, { ok: true }>;
export type CardWordsReply = v.InferOutput<typeof cardWordsReplySchema>;
