import { Alert, Flex, List, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import {
  countLeftOut,
  countPlan,
  countTied,
  countWrites,
  PLANNED_KINDS,
  shortDigest,
  writePlanFile,
  type Plan,
  type PlanCounts,
} from '@bulk-records/core';

import { joinSentences } from '../copy/numbers.ts';
import { say } from '../copy/say.ts';
import { describeCounts, describeSideEffect } from '../copy/plan-words.ts';

import { describeHeld } from '../copy/history-words.ts';

import { CautionChoices } from './CautionChoices.tsx';
import { CreateProof } from './CreateProof.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { DuplicateGroups } from './DuplicateGroups.tsx';
import type { FlowProps } from './flow-props.ts';
import { Breaches } from './LoadedPlan.tsx';
import { LookupResult } from './LookupStatus.tsx';
import { OpenAssociations } from './OpenAssociations.tsx';
import { PlanTable } from './PlanTable.tsx';
import { costsOfWays } from '../state/way-costs.ts';
import { Repairs } from './Repairs.tsx';
import { WayChoice } from './WayChoice.tsx';
import { RunDescription } from './RunDescription.tsx';
import type { Review } from './use-review.ts';

interface PlanReviewProps extends FlowProps {
  readonly review: Review;
  readonly plan: Plan;
  readonly copyText: (text: string) => Promise<void>;
}

/** The plan: what was read, what to look at, what to fix, every row, and how it is written. */
export function PlanReview({ state, actions, review, plan, copyText }: PlanReviewProps) {
  const { lookup, caution, duplicates } = state;
  const { question, breaches, drafts } = review;
  const counts = useMemo(() => countPlan(plan), [plan]);
  const costs = costsOfWays(plan, counts, state.waySettings);
  const kinds = PLANNED_KINDS.filter((kind) => counts[kind] > 0);
  const labelOf = (name: string) => plan.properties.get(name)?.label ?? name;
  return (
    <Flex direction="column" gap="md">
      <Text testId="plan-counts" format={{ fontWeight: 'demibold' }}>
        {describeCounts(counts, kinds, plan.rows.length)}
      </Text>
      {lookup.kind === 'read' && question !== null && (
        <LookupResult
          lookup={lookup}
          unreadCount={counts.unread}
          digest={shortDigest(plan)}
          now={actions.now}
          onRead={(trust) => {
            actions.lookUp(question, trust);
          }}
        />
      )}
      {breaches !== null && <Breaches breaches={breaches} labelOf={labelOf} />}
      <RunNotice run={state.run} />
      <Notices plan={plan} counts={counts} labelOf={labelOf} />
      <PlanDescription state={state} plan={plan} labelOf={labelOf} />
      <Repairs state={state} actions={actions} plan={plan} />
      <OpenAssociations state={state} actions={actions} plan={plan} question={question} />
      <DuplicateGroups
        plan={plan}
        drafts={drafts}
        otherwise={duplicates.otherwise}
        labelOf={labelOf}
        onSettle={actions.settleDuplicates}
      />
      <PlanTable plan={plan} counts={counts} kinds={kinds} labelOf={labelOf} />
      {plan.operation === 'create' && counts.create > 0 && <CreateProof plan={plan} actions={actions} />}
      <CautionChoices
        caution={caution}
        operation={plan.operation}
        counts={counts}
        onChoose={actions.chooseCaution}
      />
      {costs !== null && <WayChoice costs={costs} caution={caution} onChoose={actions.chooseCaution} />}
      <CopyButtons
        offers={[
          {
            testId: 'copy-plan',
            label: say('review.copyPlan'),
            makeText: () => writePlanFile(plan, labelOf),
          },
        ]}
        copyText={copyText}
      />
    </Flex>
  );
}

interface PlanDescriptionProps extends Pick<FlowProps, 'state'> {
  readonly plan: Plan;
  readonly labelOf: (property: string) => string;
}

function PlanDescription({ state, plan, labelOf }: PlanDescriptionProps) {
  const { planSource } = state;
  if (planSource?.kind === 'undo') {
    const count = planSource.keptAssociations;
    const kept = count === 0 ? '' : say('history.keptAssociations', { count });
    return <Text testId="undo-description">{joinSentences([say('history.undoTitle'), kept])}</Text>;
  }
  const keyLabel = plan.keyProperty === null ? null : labelOf(plan.keyProperty);
  return <RunDescription state={state} operation={plan.operation} keyLabel={keyLabel} />;
}

/** Why a run of this plan did not begin. */
function RunNotice({ run }: { readonly run: FlowProps['state']['run'] }) {
  if (run.kind === 'refused') {
    return (
      <Alert testId="run-refused" variant="danger" title={say('review.refusedTitle')}>
        {say('review.refusedBody')}
      </Alert>
    );
  }
  if (run.kind !== 'held') return null;
  const { title, body } = describeHeld(run.untilMs);
  return (
    <Alert testId="run-held" variant="warning" title={title}>
      {body}
    </Alert>
  );
}

interface NoticesProps {
  readonly plan: Plan;
  readonly counts: PlanCounts;
  readonly labelOf: (property: string) => string;
}

/** What has to be known before the button is pressed. */
function Notices({ plan, counts, labelOf }: NoticesProps) {
  const isUnchanged = counts.unchanged > 0 && countLeftOut(counts) === 0;
  const hasWork = countWrites(counts) + countTied(plan) > 0;
  return (
    <>
      {counts.archive > 0 && (
        <Alert testId="archive-warning" variant="warning" title={say('flow.archiveConfirm')} />
      )}
      {!hasWork && isUnchanged && (
        <Alert
          testId="all-unchanged"
          variant="success"
          title={say('review.nothingTitle', { unchanged: counts.unchanged })}
        >
          {say('review.nothingBody')}
        </Alert>
      )}
      {!hasWork && !isUnchanged && (
        <Alert testId="nothing-to-write" variant="warning" title={say('review.noRowsTitle')}>
          {say('review.noRowsBody')}
        </Alert>
      )}
      {plan.sideEffects.length > 0 && (
        <Alert testId="side-effects" variant="info" title={say('review.sideEffects')}>
          <List variant="unordered-styled">
            {plan.sideEffects.map((effect) => (
              <Text key={`${effect.kind} ${effect.property ?? ''}`}>
                {describeSideEffect(effect, labelOf)}
              </Text>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
