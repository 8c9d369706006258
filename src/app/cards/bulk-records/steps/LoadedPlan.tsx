import { Alert, List, Text } from '@hubspot/ui-extensions';
import type { Breach, PlanFile } from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeBreach } from '../copy/plan-words.ts';
import { describeUnusablePlan } from '../copy/review-words.ts';

const SHOWN_BREACHES = 20;

interface BreachesProps {
  readonly breaches: readonly Breach[];
  readonly labelOf: (property: string) => string;
}

/** What no longer holds of a plan that was loaded. */
export function Breaches({ breaches, labelOf }: BreachesProps) {
  if (breaches.length === 0) {
    return <Alert testId="plan-holds" variant="success" title={say('review.planHolds')} />;
  }
  const hiddenCount = breaches.length - SHOWN_BREACHES;
  return (
    <Alert
      testId="plan-broken"
      variant="warning"
      title={say('review.planBrokenTitle', { count: breaches.length })}
    >
      <List variant="unordered-styled">
        {breaches.slice(0, SHOWN_BREACHES).map((breach) => (
          <Text key={breach.rowNumber}>{describeBreach(breach, labelOf)}</Text>
        ))}
      </List>
      {hiddenCount > 0 && <Text>{say('review.moreBreaches', { count: hiddenCount })}</Text>}
    </Alert>
  );
}

export function UnusablePlan({ file }: { readonly file: Exclude<PlanFile, { kind: 'plan' }> }) {
  const { title, body } = describeUnusablePlan(file);
  return (
    <Alert testId="plan-unusable" variant="danger" title={title}>
      {body}
    </Alert>
  );
}
