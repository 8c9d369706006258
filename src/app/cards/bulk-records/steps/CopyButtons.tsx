import { Button, Flex, Inline } from '@hubspot/ui-extensions';
import { hasFailed, writeFailuresCsv, writeOutcomesCsv, type Outcome, type Table } from '@bulk-records/core';
import { WORDS } from '../copy/flow-words.ts';
import { CopyResult, useCopyOffer } from './copy-offer.tsx';
import { reportWords } from './report-words.ts';
import type { RunWords } from './row-words.ts';

interface CopyButtonsProps {
  readonly outcomes: readonly Outcome[];
  readonly table: Table | null;
  readonly words: RunWords;
  readonly copyText: (text: string) => Promise<void>;
}

/** Results to take away. */
export function CopyButtons({ outcomes, table, words, copyText }: CopyButtonsProps) {
  const offer = useCopyOffer(copyText);
  const failureCount = outcomes.filter(hasFailed).length;
  return (
    <Flex direction="column" gap="sm">
      <Inline gap="sm">
        <Button
          testId="copy-all"
          onClick={() => {
            offer.copy(writeOutcomesCsv(outcomes, reportWords(words)));
          }}
        >
          {WORDS.copyAll}
        </Button>
        {failureCount > 0 && table && (
          <Button
            testId="copy-failures"
            onClick={() => {
              offer.copy(writeFailuresCsv(table, outcomes, reportWords(words)));
            }}
          >
            {WORDS.copyFailures(failureCount)}
          </Button>
        )}
      </Inline>
      <CopyResult state={offer.state} />
    </Flex>
  );
}
