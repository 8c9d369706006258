import { useCallback, useRef, useState } from 'react';
import { nearestLanguage, type Language } from '@bulk-records/core';
import { BUILT_IN_WORDS } from '../copy/built-in-words.ts';
import { speak, spoken } from '../copy/say.ts';
import type { CardPorts } from '../ports/card-ports.ts';

/** Whether the card can speak: its texts come from a function. */
export type WordsStatus = 'absent' | 'loading' | 'loaded' | 'failed';

export interface LanguageChoice {
  readonly language: Language;
  /** Of figures and dates. */
  readonly locale: string;
  readonly words: WordsStatus;
  /** There are texts, if perhaps still those of the language before. */
  readonly canSpeak: boolean;
  /** Fetches the texts unless they are here or on their way. */
  readonly load: () => void;
  readonly choose: (language: Language) => void;
}

interface LanguageState {
  readonly language: Language;
  readonly words: WordsStatus;
}

/** What HubSpot tells about the admin: their language, and the locale their figures and dates are written in. */
interface Speaker {
  readonly language?: string | undefined;
  readonly locale?: string | undefined;
}

/**
 * The language of the card: the admin's in HubSpot, until they choose another one for as long as the page is open. While
 * another one is on its way, the card goes on in the one it has.
 */
export function useLanguage(ports: Pick<CardPorts, 'cardWords'>, speaker: Speaker): LanguageChoice {
  const [state, setState] = useState<LanguageState>(() => startIn(languageOf(speaker)));
  const asked = useRef<Language | null>(state.words === 'loaded' ? state.language : null);
  const fetchWords = useCallback(
    async (language: Language) => {
      if (asked.current === language) return;
      asked.current = language;
      if (spoken().language === language) {
        setState({ language, words: 'loaded' });
        return;
      }
      setState((before) => ({ ...before, words: 'loading' }));
      const answer = await ports.cardWords({ locale: language });
      // Somebody chose another language meanwhile.
      if (asked.current !== language) return;
      if (answer.kind === 'no-reply' || !answer.reply.ok) {
        asked.current = null;
        setState({ language, words: 'failed' });
        return;
      }
      speak(answer.reply.language, answer.reply, localeOf(answer.reply.language, speaker));
      setState({ language, words: 'loaded' });
    },
    [ports, speaker],
  );
  return {
    ...state,
    locale: localeOf(state.language, speaker),
    canSpeak: spoken().language !== null,
    load: () => void fetchWords(state.language),
    choose: (language) => void fetchWords(language),
  };
}

function startIn(language: Language): LanguageState {
  return { language, words: spoken().language === language ? 'loaded' : 'absent' };
}

function languageOf({ language, locale }: Speaker): Language {
  return nearestLanguage(language ?? locale ?? 'en');
}

/** The admin's own way to write figures where it is one of this language, else the usual one. */
function localeOf(language: Language, { locale }: Speaker): string {
  const own = locale?.replace('_', '-');
  const isOwn =
    own !== undefined && nearestLanguage(own) === language && own.toLowerCase().startsWith(language);
  return isOwn && isKnown(own) ? own : BUILT_IN_WORDS[language].locale;
}

function isKnown(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    // Not the shape of a locale: HubSpot's own names for locales are not documented.
    return false;
  }
}
