import type { CardWords, Language } from '@bulk-records/core/contract';
import { CATALOGUES } from './catalogues.ts';
import { NAMED_ERRORS } from './named-errors.ts';

/** All that the card's panel says in a language. */
export function wordsIn(language: Language): Pick<CardWords, 'messages' | 'errors'> {
  return { messages: CATALOGUES[language], errors: NAMED_ERRORS };
}
