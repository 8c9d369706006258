import type { CardWords, Language } from '@bulk-records/core';
import { formatMessage, type Tongue } from './format-message.ts';
import type { MessageValues } from './values/message-values.ts';

type Key = keyof MessageValues;

/** A text without values is asked for by its key alone. */
type ValuesOf<K extends Key> = MessageValues[K] extends null ? [] : [values: MessageValues[K]];

/** What is spoken: the language of the sentences, and the locale of their figures and dates. */
interface Speech extends Tongue {
  readonly language: Language | null;
  readonly locale: string;
  readonly messages: CardWords['messages'];
  /** By HubSpot's code; a Map, because a code may be called like a method. */
  readonly errors: ReadonlyMap<string, CardWords['errors'][string]>;
}

/**
 * The one thing here that changes: like `Intl`'s own default locale, the language belongs to the worker, which serves
 * one admin. Whoever speaks another one renders everything anew (`useLanguage`).
 */
let speech: Speech = speechOf(null, 'en', { messages: {}, errors: {} });

type Words = Pick<CardWords, 'messages' | 'errors'>;

function speechOf(language: Language | null, locale: string, { messages, errors }: Words): Speech {
  return {
    language,
    locale,
    messages,
    errors: new Map(Object.entries(errors)),
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale),
  };
}

/** From here on sentences are said with these words, figures and dates written as in the locale. */
export function speak(language: Language, words: Words, locale: string): void {
  speech = speechOf(language, locale, words);
}

export function spoken(): Speech {
  return speech;
}

export function say<K extends Key>(key: K, ...[values]: ValuesOf<K>): string {
  return formatMessage(speech.messages[key] ?? key, values ?? {}, speech);
}

/** A text without values that is there for some things only, such as the objects every portal has and HubSpot's errors. */
export function sayIfKnown(key: string): string | undefined {
  return speech.messages[key];
}
