import { cardWordsRequestSchema, nearestLanguage } from '@bulk-records/core/contract';
import type { CardWordsReply } from '@bulk-records/core/contract';
import { decodeParameters } from './decode-parameters.ts';
import { makeBadRequest } from './failure.ts';
import { CATALOGUES } from './words/catalogues.ts';

/** Asks HubSpot nothing, so that what is wrong with the app's token can still be said in words. */
export function main(context?: unknown): Promise<CardWordsReply> {
  const decoded = decodeParameters(cardWordsRequestSchema, context);
  if (!decoded.ok) return Promise.resolve(makeBadRequest(decoded.problems));
  const language = nearestLanguage(decoded.value.locale);
  return Promise.resolve({ ok: true, language, messages: CATALOGUES[language] });
}
