import { Button, Flex, Inline, ProgressBar } from '@hubspot/ui-extensions';
import type { WorkProgress } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeWork } from '../copy/progress-words.ts';

interface WorkStatusProps {
  readonly name: 'reading' | 'checking';
  readonly progress: WorkProgress;
  readonly onStop: () => void;
}

/** How far a longer piece of work is, and the way out of it. */
export function WorkStatus({ name, progress, onStop }: WorkStatusProps) {
  const sentence = describeWork(progress);
  return (
    <Flex direction="column" gap="xs">
      <ProgressBar
        testId={`${name}-progress`}
        title={sentence}
        aria-label={sentence}
        value={progress.done}
        maxValue={Math.max(progress.done, progress.total, 1)}
      />
      <Inline>
        <Button testId={`stop-${name}`} size="xs" onClick={onStop}>
          {say('flow.stop')}
        </Button>
      </Inline>
    </Flex>
  );
}
