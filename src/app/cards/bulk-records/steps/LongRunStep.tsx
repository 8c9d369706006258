import { Alert, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { describePhase, nameOfChunk } from '../copy/long-words.ts';
import { describeWait } from '../copy/progress-words.ts';
import { say } from '../copy/say.ts';
import type { LongRunning } from '../state/long.ts';
import { CanaryPause } from './CanaryPause.tsx';
import type { FlowProps } from './flow-props.ts';
import { JournalNote } from './RunHistory.tsx';
import { HowFar } from './RunStep.tsx';

interface LongRunProps extends Pick<FlowProps, 'state'> {
  readonly run: LongRunning;
}

/** How far a long file is, over all its parts. */
export function LongRunStep({ state, run }: LongRunProps) {
  const { progress, isStopping, canary } = run;
  if (canary !== null) return <CanaryPause report={canary.report} plan={canary.plan} />;
  if (progress === null) {
    return <LoadingSpinner testId="run-starting" label={say('long.phase.reading')} showLabel={true} />;
  }
  const wait = progress.run === null ? null : describeWait(progress.run);
  return (
    <Flex direction="column" gap="md">
      <HowFar title={nameOfChunk(progress.chunk)} progress={progress} />
      <Text testId="long-phase">{wait ?? describePhase(progress)}</Text>
      {isStopping ? (
        <Alert testId="stopping" variant="info" title={say('flow.stopping')}>
          {say('flow.stoppingText')}
        </Alert>
      ) : (
        <Text variant="microcopy">{say('long.keepOpen')}</Text>
      )}
      <JournalNote failure={state.journalFailure} />
    </Flex>
  );
}
