import type { Language } from '@bulk-records/core';
import { formatMessage, type Tongue } from './format-message.ts';
import type { MessageValues } from './values/message-values.ts';

type Key = keyof MessageValues;

/** A text without values is asked for by its key alone. */
type ValuesOf<K extends Key> = MessageValues[K] extends null ? [] : [values: MessageValues[K]];

/** What is spoken: the language of the sentences, and the locale of their figures and dates. */
interface Speech extends Tongue {
  readonly language: Language | null;
  readonly locale: string;
  readonly messages: Readonly<Record<string, string>>;
}

/**
 * The one thing here that changes: like `Intl`'s own default locale, the language belongs to the worker, which serves
 * one admin. Whoever speaks another one renders everything anew (`useLanguage`).
 */
let speech: Speech = speechOf(null, 'en', {});

function speechOf(language: Language | null, locale: string, messages: Speech['messages']): Speech {
  return {
    language,
    locale,
    messages,
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale),
  };
}

/** From here on sentences are said with these messages, figures and dates written as in the locale. */
export function speak(language: Language, messages: Speech['messages'], locale: string): void {
  speech = speechOf(language, locale, messages);
}

export function spoken(): Speech {
  return speech;
}

export function say<K extends Key>(key: K, ...[values]: ValuesOf<K>): string {
  return formatMessage(speech.messages[key] ?? key, values ?? {}, speech);
}
