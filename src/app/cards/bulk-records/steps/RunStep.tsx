import { Alert, Button, Flex, LoadingSpinner, ProgressBar, Text } from '@hubspot/ui-extensions';
import { countPlan, countTied, countWrites, type CanaryReport, type RunProgress } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { joinSentences } from '../copy/numbers.ts';
import { nameOfRun, verbOf } from '../copy/plan-words.ts';
import { describeEquation, describePace, describeProgress, describeWait } from '../copy/progress-words.ts';
import { CanaryFooter, CanaryPause } from './CanaryPause.tsx';
import type { FlowProps } from './flow-props.ts';
import { JournalNote } from './RunHistory.tsx';

export function RunStep({ state }: FlowProps) {
  const { run } = state;
  if (run.kind !== 'running') return null;
  const { plan, progress, isStopping, canary } = run;
  if (canary !== null) return <CanaryPause report={canary} plan={plan} />;
  const counts = countPlan(plan);
  const title = nameOfRun(verbOf(plan, counts), {
    writes: countWrites(counts),
    ties: countTied(plan),
    leftOut: 0,
  });
  if (progress === null) return <LoadingSpinner testId="run-starting" label={title} showLabel={true} />;
  const wait = describeWait(progress);
  return (
    <Flex direction="column" gap="md">
      <HowFar title={title} progress={progress} />
      {wait !== null && <Alert testId="wait" variant="info" title={wait} />}
      {isStopping ? (
        <Alert testId="stopping" variant="info" title={say('flow.stopping')}>
          {say('flow.stoppingText')}
        </Alert>
      ) : (
        <Text testId="keep-open" variant="microcopy">
          {joinSentences([say('flow.keepOpen'), state.journalFailure === null ? say('flow.closable') : ''])}
        </Text>
      )}
      <JournalNote failure={state.journalFailure} />
    </Flex>
  );
}

interface HowFarProps {
  readonly title: string;
  readonly progress: Pick<RunProgress, 'counts' | 'settledCount' | 'totalCount' | 'elapsedMs'>;
}

/** A bar, what came of the rows so far, and how fast it goes. */
export function HowFar({ title, progress }: HowFarProps) {
  return (
    <>
      <ProgressBar
        testId="progress"
        title={title}
        aria-label={title}
        showPercentage={true}
        value={progress.settledCount}
        maxValue={progress.totalCount}
        valueDescription={describeProgress(progress)}
      />
      <Text testId="running-counts">{describeEquation(progress.counts, progress.settledCount)}</Text>
      <Text testId="pace" variant="microcopy">
        {describePace(progress)}
      </Text>
    </>
  );
}

export function RunFooter({ state, actions }: FlowProps) {
  const { run } = state;
  const canary = canaryOf(run);
  if (canary !== null) return <CanaryFooter report={canary} onAnswer={actions.answerCanary} />;
  const isStopping = (run.kind === 'running' || run.kind === 'long-running') && run.isStopping;
  return (
    <Button testId="stop" variant="secondary" disabled={isStopping} onClick={actions.stop}>
      {isStopping ? say('flow.stopping') : say('flow.stop')}
    </Button>
  );
}

function canaryOf(run: FlowProps['state']['run']): CanaryReport | null {
  switch (run.kind) {
    case 'running':
      return run.canary;
    case 'long-running':
      return run.canary?.report ?? null;
    case 'none':
    case 'refused':
    case 'held':
    case 'finished':
    case 'long-finished':
      return null;
  }
}
