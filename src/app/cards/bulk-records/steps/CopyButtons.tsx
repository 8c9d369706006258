import { Alert, Button, Flex, Inline, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { WORDS } from '../copy/flow-words.ts';

/** A text to take away; it is made when it is asked for. */
export interface CopyOffer {
  readonly testId: string;
  readonly label: string;
  readonly makeText: () => string;
}

interface CopyButtonsProps {
  readonly offers: readonly CopyOffer[];
  readonly copyText: (text: string) => Promise<void>;
}

type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'refused'; readonly text: string };

/** Texts to take away. The browser may refuse to copy; the text is then shown to be marked by hand. */
export function CopyButtons({ offers, copyText }: CopyButtonsProps) {
  const [copy, setCopy] = useState<CopyState>({ kind: 'idle' });
  const offer = (text: string) => {
    copyText(text).then(
      () => {
        setCopy({ kind: 'copied' });
      },
      () => {
        setCopy({ kind: 'refused', text });
      },
    );
  };
  return (
    <Flex direction="column" gap="sm">
      <Inline gap="sm">
        {offers.map(({ testId, label, makeText }) => (
          <Button
            key={testId}
            testId={testId}
            onClick={() => {
              offer(makeText());
            }}
          >
            {label}
          </Button>
        ))}
      </Inline>
      {copy.kind === 'copied' && <Alert testId="copied" variant="success" title={WORDS.copied} />}
      {copy.kind === 'refused' && (
        <>
          <Alert testId="copy-refused" variant="warning" title={WORDS.copyFailed} />
          <TextArea
            testId="copy-text"
            name="copy-text"
            label={WORDS.copyFallbackLabel}
            value={copy.text}
            readOnly={true}
            rows={6}
          />
        </>
      )}
    </Flex>
  );
}
