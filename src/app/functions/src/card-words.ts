import { CARD_WORDS, cardWordsRequestSchema, nearestLanguage } from '@bulk-records/core/contract';
import type { CardWordsReply } from '@bulk-records/core/contract';
import { decodeParameters } from './decode-parameters.ts';
import { neverRejecting } from './define-function.ts';
import { makeBadRequest } from './failure.ts';
import { wordsIn } from './words/words-in.ts';

/** Asks HubSpot nothing, so that what is wrong with the app's token can still be said in words. */
export const main = neverRejecting<CardWordsReply>(CARD_WORDS, (context) => {
  const decoded = decodeParameters(cardWordsRequestSchema, context);
  if (!decoded.ok) return makeBadRequest(decoded.problems);
  const language = nearestLanguage(decoded.value.locale);
  return { ok: true, language, ...wordsIn(language) };
});
