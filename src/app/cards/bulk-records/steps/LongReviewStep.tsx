import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  LoadingSpinner,
  ProgressBar,
  Select,
  Text,
} from '@hubspot/ui-extensions';
import { LONG_DUPLICATE_CHOICES, MAX_INPUTS_PER_BATCH, type LongCheck } from '@bulk-records/core';
import { describeLongCheck } from '../copy/long-words.ts';
import { describeInputIssue, describeUnreadable } from '../copy/input-words.ts';
import { formatDuration } from '../copy/numbers.ts';
import { nameOfRun } from '../copy/plan-words.ts';
import { say } from '../copy/say.ts';
import type { LongChoices } from '../state/long.ts';
import { mayBeBlind } from '../state/long-order.ts';
import { costsOfRows } from '../state/way-costs.ts';
import type { FlowProps } from './flow-props.ts';
import { LongRepairs } from './LongRepairs.tsx';
import { reportsOfChunks } from './long-reports.ts';
import { RunDescription } from './RunDescription.tsx';
import type { LongReview } from './use-long-review.ts';
import { WayChoice } from './WayChoice.tsx';

interface LongReviewProps extends FlowProps {
  readonly review: LongReview;
}

/** What checking all rows of a long file has found, and how they are to be written. */
export function LongReviewStep({ state, actions, review }: LongReviewProps) {
  const { check, problem } = review;
  if (problem !== null) {
    return (
      <Alert testId="long-unreadable" variant="danger" title={say('long.unreadableTitle')}>
        {say('long.unreadableBody', { detail: problem })}
      </Alert>
    );
  }
  if (check === null) return <Checking state={state} actions={actions} review={review} />;
  return <Checked state={state} actions={actions} review={review} check={check} />;
}

function Checking({ review: { progress, input } }: LongReviewProps) {
  const begun = progress ?? ({ stage: 'checking', bytesRead: 0, rowCount: 0, passes: 1 } as const);
  const { size } = input.source;
  const sentence = describeLongCheck(begun, size);
  const done = begun.bytesRead + (begun.stage === 'checking' && begun.passes === 2 ? size : 0);
  return (
    <ProgressBar
      testId="long-progress"
      title={sentence}
      aria-label={sentence}
      value={done}
      maxValue={begun.passes * size}
    />
  );
}

interface CheckedProps extends LongReviewProps {
  readonly check: LongCheck;
}

function Checked({ state, actions, review, check }: CheckedProps) {
  const { order } = review;
  const ready = readyCount(check);
  const keyLabel = order.target.properties.get(order.target.keyProperty ?? '')?.label ?? null;
  const costs = costsOfRows(ready, order.columns.length, state.waySettings);
  return (
    <Flex direction="column" gap="md">
      <Text testId="long-counts" format={{ fontWeight: 'demibold' }}>
        {say('long.counts', {
          ready,
          blocked: check.blockedCount,
          repeated: check.repeatedCount,
          rows: check.rowCount,
        })}
      </Text>
      {check.problem !== null && (
        <Alert testId="long-ends" variant="warning" title={describeUnreadable(check.problem).title}>
          {describeUnreadable(check.problem).body}
        </Alert>
      )}
      <Text>{say('long.explanation', { count: check.chunks.length })}</Text>
      <Earlier state={state} actions={actions} review={review} />
      <RunDescription state={state} operation={order.target.operation} keyLabel={keyLabel} />
      {check.inputIssues.length > 0 && (
        <Text testId="long-input-issues" variant="microcopy">
          {check.inputIssues.map(describeInputIssue).join(' ')}
        </Text>
      )}
      <LongRepairs state={state} actions={actions} check={check} properties={order.target.properties} />
      <Choices state={state} actions={actions} review={review} check={check} />
      {order.target.operation !== 'archive' && costs !== null && (
        <WayChoice costs={costs} caution={state.caution} onChoose={actions.chooseCaution} />
      )}
    </Flex>
  );
}

function readyCount({ rowCount, blockedCount, repeatedCount }: LongCheck): number {
  return rowCount - blockedCount - repeatedCount;
}

/** What an earlier session has written of these rows. */
function Earlier({ state, actions, review: { earlier } }: LongReviewProps) {
  if (earlier === null)
    return <LoadingSpinner testId="long-looking" label={say('long.lookingBack')} showLabel />;
  const known = earlier.same ?? earlier.otherwise;
  if (earlier.seenCount !== null) return <NotSeen seenCount={earlier.seenCount} actions={actions} />;
  if (known === null) return null;
  const { longChoices } = state;
  const { firstRow, lastRow } = known.chunk;
  const { isAllAgain } = longChoices;
  const title = known.isOpen
    ? say('long.earlierOpenTitle', { first: firstRow, last: lastRow })
    : say('long.earlierTitle', { row: lastRow });
  if (earlier.same === null) {
    return (
      <Alert testId="long-earlier" variant="warning" title={title}>
        {say('long.earlierOtherwise', { label: say('long.compareLabel') })}
      </Alert>
    );
  }
  return (
    <Alert testId="long-earlier" variant="info" title={title}>
      <Text>{isAllAgain ? say('long.earlierIgnored') : say('long.earlierBody')}</Text>
      <Button
        testId="long-again"
        size="xs"
        onClick={() => {
          actions.chooseLong({ ...longChoices, isAllAgain: !isAllAgain });
        }}
      >
        {isAllAgain ? say('long.goOn') : say('long.writeAgain')}
      </Button>
    </Alert>
  );
}

interface NotSeenProps extends Pick<FlowProps, 'actions'> {
  readonly seenCount: number;
}

/** Not all earlier runs could be looked through, so one of these rows may be among the others. */
function NotSeen({ seenCount, actions }: NotSeenProps) {
  return (
    <Alert testId="long-not-seen" variant="warning" title={say('long.notSeenTitle', { count: seenCount })}>
      <Text>{say('long.notSeenBody')}</Text>
      <Button testId="long-look-again" size="xs" onClick={actions.loadHistory}>
        {say('flow.tryAgain')}
      </Button>
    </Alert>
  );
}

function Choices({ state, actions, review: { order }, check }: CheckedProps) {
  const { longChoices, waySettings } = state;
  const choose = (choices: Partial<LongChoices>) => {
    actions.chooseLong({ ...longChoices, ...choices });
  };
  const requests = Math.ceil(readyCount(check) / MAX_INPUTS_PER_BATCH);
  const seconds = costsOfRows(readyCount(check), 1, waySettings)?.batches.seconds ?? 1;
  const cost = { requests, time: formatDuration(Math.max(1, Math.round(seconds)) * 1000) };
  return (
    <>
      {check.repeatedCount > 0 && (
        <Select
          testId="long-duplicates"
          name="long-duplicates"
          label={say('long.repeatedLabel', { count: check.repeatedCount })}
          value={longChoices.duplicates}
          options={LONG_DUPLICATE_CHOICES.map((value) => ({ label: say(`duplicate.${value}`), value }))}
          onChange={(chosen) => {
            const duplicates = LONG_DUPLICATE_CHOICES.find((each) => each === chosen);
            if (duplicates) choose({ duplicates });
          }}
        />
      )}
      {mayBeBlind(order) ? (
        <Select
          testId="long-compare"
          name="long-compare"
          label={say('long.compareLabel')}
          value={longChoices.isCompared ? 'yes' : 'no'}
          options={[
            { label: say('long.compareYes', cost), value: 'yes' },
            { label: say('long.compareNo'), value: 'no' },
          ]}
          onChange={(chosen) => {
            choose({ isCompared: chosen !== 'no' });
          }}
        />
      ) : (
        <Text testId="long-compare-needed" variant="microcopy">
          {say('long.compareNeeded', cost)}
        </Text>
      )}
    </>
  );
}

interface LongFooterProps extends LongReviewProps {
  readonly portalId: number;
}

export function LongReviewFooter({ state, actions, review, portalId }: LongFooterProps) {
  const { check, order, input } = review;
  const earlier = review.earlier?.same ?? null;
  const { operation } = order.target;
  const { longChoices, description, mayRun } = state;
  const objectTypeId = description.kind === 'loaded' ? description.value.objectTypeId : '';
  const isAllDone =
    earlier !== null &&
    !earlier.isOpen &&
    !longChoices.isAllAgain &&
    earlier.chunk.number === check?.chunks.length;
  return (
    <ButtonRow disableDropdown={true}>
      {check !== null && (
        <Button
          testId="run-long"
          variant={operation === 'archive' ? 'destructive' : 'primary'}
          // Until the earlier runs are known nobody can say what is written already.
          disabled={readyCount(check) === 0 || isAllDone || !mayRun || review.earlier === null}
          onClick={() => {
            actions.runLong({
              ...{ input, order, check },
              earlier: longChoices.isAllAgain ? null : earlier,
              reportsOf: reportsOfChunks({ portalId, objectTypeId, types: state.association.types }),
            });
          }}
        >
          {nameOfRun(operation, { writes: readyCount(check), ties: 0, leftOut: check.blockedCount })}
        </Button>
      )}
      <Button
        testId="back-to-match"
        onClick={() => {
          actions.openStep('match');
        }}
      >
        {say('flow.back')}
      </Button>
    </ButtonRow>
  );
}
