import { Button, ErrorState, LoadingSpinner, Select, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { LANGUAGES } from '@bulk-records/core';
import { BUILT_IN_WORDS } from '../copy/built-in-words.ts';
import type { LanguageChoice } from '../state/use-language.ts';
import type { Frame } from './frames.tsx';

interface SpeakingPanelProps {
  readonly speech: LanguageChoice;
  readonly frame: Frame;
  readonly children: ReactNode;
}

/** What the panel holds, once there are texts to say it with. */
export function SpeakingPanel({ speech, frame: Framed, children }: SpeakingPanelProps) {
  const words = BUILT_IN_WORDS[speech.language];
  if (speech.words !== 'failed' && speech.canSpeak) return children;
  return (
    <Framed
      head={
        speech.words === 'failed' ? (
          <ErrorState testId="words-failed" title={words.failedTitle} type="error">
            <Text>{words.failedBody}</Text>
            <Button testId="words-failed-retry" onClick={speech.load}>
              {words.tryAgain}
            </Button>
          </ErrorState>
        ) : (
          <LoadingSpinner testId="words-loading" label={words.loading} showLabel={true} />
        )
      }
      foot={speech.words === 'failed' && <LanguageSelect speech={speech} />}
    />
  );
}

/** Each language by its own name: whoever looks for one may not read the present one. */
export function LanguageSelect({ speech }: Pick<SpeakingPanelProps, 'speech'>) {
  return (
    <Select
      testId="language"
      name="language"
      label={BUILT_IN_WORDS[speech.language].language}
      value={speech.language}
      options={LANGUAGES.map((language) => ({ label: BUILT_IN_WORDS[language].name, value: language }))}
      onChange={(chosen) => {
        const language = LANGUAGES.find((each) => each === chosen);
        if (language !== undefined) speech.choose(language);
      }}
    />
  );
}
