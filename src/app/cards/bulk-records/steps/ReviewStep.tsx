import { Button, ButtonRow, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import { countLeftOut, countPlan, countTied, countWrites } from '@bulk-records/core';

import { say } from '../copy/say.ts';
import { nameOfRun, verbOf } from '../copy/plan-words.ts';

import type { FlowProps } from './flow-props.ts';
import { UnusablePlan } from './LoadedPlan.tsx';
import { LoadProblem } from './LoadProblem.tsx';
import { LookupProgress } from './LookupStatus.tsx';
import { PlanReview } from './PlanReview.tsx';
import type { Review } from './use-review.ts';
import { WorkStatus } from './WorkStatus.tsx';

export interface ReviewProps extends FlowProps {
  readonly review: Review;
}

interface ReviewStepProps extends ReviewProps {
  readonly copyText: (text: string) => Promise<void>;
}

export function ReviewStep(props: ReviewStepProps) {
  const { state, actions, review } = props;
  const { description, lookup } = state;
  if (review.unusable !== null) return <UnusablePlan file={review.unusable} />;
  if (description.kind === 'failed') {
    return (
      <LoadProblem
        testId="properties-failed"
        failure={description.failure}
        onRetry={actions.reloadDescription}
      />
    );
  }
  if (review.plan === null && review.checking !== null) {
    return <Checking actions={actions} review={review} />;
  }
  if (description.kind === 'loading')
    return <LoadingSpinner label={say('flow.loadingProperties')} showLabel={true} />;
  if (review.plan === null) return <LookupProgress lookup={lookup.kind === 'reading' ? lookup : null} />;
  return (
    <Flex direction="column" gap="md">
      <Checking actions={actions} review={review} />
      <PlanReview {...props} plan={review.plan} />
    </Flex>
  );
}

/** How far a long check of the rows is; stopped, it leads back to the columns. */
function Checking({ actions, review: { checking } }: Pick<ReviewProps, 'actions' | 'review'>) {
  return (
    checking && (
      <WorkStatus
        name="checking"
        progress={checking}
        onStop={() => {
          actions.openStep('match');
        }}
      />
    )
  );
}

export function ReviewFooter({ state, actions, review }: ReviewProps) {
  const { plan } = review;
  const back = (
    <Button
      testId="back-to-match"
      onClick={() => {
        actions.openStep(state.planSource === null ? 'match' : 'data');
      }}
    >
      {say('flow.back')}
    </Button>
  );
  if (plan === null) {
    const { lookup } = state;
    return (
      <ButtonRow disableDropdown={true}>
        <Button
          testId="stop-lookup"
          variant="secondary"
          disabled={lookup.kind !== 'reading' || lookup.isStopping}
          onClick={actions.stopLookup}
        >
          {say('review.stopReading')}
        </Button>
        {back}
      </ButtonRow>
    );
  }
  const counts = countPlan(plan);
  const writes = countWrites(counts);
  const ties = countTied(plan);
  const verb = verbOf(plan, counts);
  return (
    <ButtonRow disableDropdown={true}>
      <Button
        testId="run"
        variant={verb === 'archive' ? 'destructive' : 'primary'}
        disabled={writes + ties === 0 || !review.isCurrent || !state.mayRun}
        onClick={() => {
          actions.run(plan);
        }}
      >
        {nameOfRun(verb, { writes, ties, leftOut: countLeftOut(counts) })}
      </Button>
      {back}
    </ButtonRow>
  );
}
