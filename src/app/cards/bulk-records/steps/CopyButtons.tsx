import { Alert, Button, Flex, Inline, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { hasFailed, writeFailuresCsv, writeOutcomesCsv, type Outcome, type Table } from '@bulk-records/core';
import { WORDS } from '../copy/flow-words.ts';
import { reportWords } from './report-words.ts';
import type { RunWords } from './row-words.ts';

interface CopyButtonsProps {
  readonly outcomes: readonly Outcome[];
  readonly table: Table | null;
  readonly words: RunWords;
  readonly copyText: (text: string) => Promise<void>;
}

type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'refused'; readonly text: string };

/** Results to take away. The browser may refuse to copy; the text is then shown to be marked by hand. */
export function CopyButtons({ outcomes, table, words, copyText }: CopyButtonsProps) {
  const [copy, setCopy] = useState<CopyState>({ kind: 'idle' });
  const failureCount = outcomes.filter(hasFailed).length;
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
        <Button
          testId="copy-all"
          onClick={() => {
            offer(writeOutcomesCsv(outcomes, reportWords(words)));
          }}
        >
          {WORDS.copyAll}
        </Button>
        {failureCount > 0 && table && (
          <Button
            testId="copy-failures"
            onClick={() => {
              offer(writeFailuresCsv(table, outcomes, reportWords(words)));
            }}
          >
            {WORDS.copyFailures(failureCount)}
          </Button>
        )}
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
