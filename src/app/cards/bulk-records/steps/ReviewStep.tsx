import { Alert, Button, ButtonRow, Flex, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { ObjectTypeDescription, Plan } from '@bulk-records/core';
import { nameOfRun, WORDS } from '../copy/flow-words.ts';
import { formatCount, listSome } from '../copy/numbers.ts';
import type { FlowProps } from './flow-props.ts';
import { Repairs } from './Repairs.tsx';
import { RunDescription } from './RunDescription.tsx';

export interface ReviewProps extends FlowProps {
  readonly plan: Plan | null;
}

export function ReviewStep({ state, actions, plan }: ReviewProps) {
  if (plan === null || state.description.kind !== 'loaded') return null;
  const description = state.description.value;
  const { toWrite, blocked, repeatedKeys } = plan;
  const keyLabel = labelOf(description, plan.keyProperty);
  return (
    <Flex direction="column" gap="md">
      <Text format={{ fontWeight: 'demibold' }}>{WORDS.reviewTitle}</Text>
      <Statistics testId="plan-counts">
        <StatisticsItem label={WORDS.toWrite} number={formatCount(toWrite.length)} />
        <StatisticsItem label={WORDS.blocked} number={formatCount(blocked.length)} />
        <StatisticsItem label={WORDS.repeated} number={formatCount(repeatedKeys.length)} />
      </Statistics>
      <RunDescription state={state} operation={plan.operation} keyLabel={keyLabel} />
      {plan.operation === 'archive' && toWrite.length > 0 && (
        <Alert testId="archive-warning" variant="warning" title={WORDS.archiveConfirm} />
      )}
      {toWrite.length === 0 && (
        <Alert testId="nothing-to-write" variant="warning" title={WORDS.noRowsToWrite} />
      )}
      {repeatedKeys.length > 0 && (
        <Alert testId="repeated-keys" variant="info" title={WORDS.repeatedTitle(repeatedKeys.length)}>
          {WORDS.repeatedBody(
            listSome(
              repeatedKeys.map(({ key, rowNumbers }) => WORDS.repeatedExample(key, listSome(rowNumbers))),
            ),
          )}
        </Alert>
      )}
      <Repairs state={state} actions={actions} plan={plan} />
    </Flex>
  );
}

export function ReviewFooter({ actions, plan }: ReviewProps) {
  if (plan === null) return null;
  const { operation, toWrite } = plan;
  return (
    <ButtonRow disableDropdown={true}>
      <Button
        testId="run"
        variant={operation === 'archive' ? 'destructive' : 'primary'}
        disabled={toWrite.length === 0}
        onClick={() => {
          actions.run(plan);
        }}
      >
        {nameOfRun(operation, toWrite.length)}
      </Button>
      <Button
        testId="back-to-match"
        onClick={() => {
          actions.openStep('match');
        }}
      >
        {WORDS.back}
      </Button>
    </ButtonRow>
  );
}

function labelOf(description: ObjectTypeDescription, name: string | null): string | null {
  return description.properties.find((property) => property.name === name)?.label ?? null;
}
