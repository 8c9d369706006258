import { Alert, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { say } from '../copy/say.ts';

type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'refused'; readonly text: string };

export interface CopyOffer {
  readonly state: CopyState;
  readonly copy: (text: string) => void;
}

/** Text to take away. The browser may refuse to copy; the text is then shown to be marked by hand. */
export function useCopyOffer(copyText: (text: string) => Promise<void>): CopyOffer {
  const [state, setState] = useState<CopyState>({ kind: 'idle' });
  const copy = (text: string) => {
    copyText(text).then(
      () => {
        setState({ kind: 'copied' });
      },
      () => {
        setState({ kind: 'refused', text });
      },
    );
  };
  return { state, copy };
}

export function CopyResult({ state }: Pick<CopyOffer, 'state'>) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'copied':
      return <Alert testId="copied" variant="success" title={say('flow.copied')} />;
    case 'refused':
      return (
        <>
          <Alert testId="copy-refused" variant="warning" title={say('flow.copyFailed')} />
          <TextArea
            testId="copy-text"
            name="copy-text"
            label={say('flow.copyFallbackLabel')}
            value={state.text}
            readOnly={true}
            rows={6}
          />
        </>
      );
  }
}
