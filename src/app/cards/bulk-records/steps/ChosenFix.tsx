import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { fixContext, readFix, type CellFix, type Property } from '@bulk-records/core';
import { describeFix } from '../copy/choice-words.ts';
import { describeCellIssue } from '../copy/issue-words.ts';
import { say } from '../copy/say.ts';
import type { FinishedRun } from '../state/run-repairs.ts';
import { FixControl } from './FixControl.tsx';
import type { FlowProps } from './flow-props.ts';

export interface RunFixProps extends FlowProps {
  readonly run: FinishedRun;
}

interface ChosenFixProps extends Omit<RunFixProps, 'actions'> {
  readonly fix: CellFix;
  /** The property the fix is a value of; null where it is the name of another record. */
  readonly property: string | null;
  readonly slot: number | string;
  /** Null takes it back. */
  readonly onFix: (fix: CellFix | null) => void;
}

/** What was chosen to stand in for equal cells, until their rows are run again. */
export function ChosenFix({ fix, property, slot, state, run, onFix }: ChosenFixProps) {
  const { plan } = run;
  const described = property === null ? undefined : plan.properties.get(property);
  const options = optionsToOffer(described);
  const optionsOf = () => options;
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const issue = property === null ? null : issueOf(fix, property, { described, plan, state });
  return (
    <Flex direction="column" gap="xs" align="start">
      <Text>{describeFix(fix, labelOf)}</Text>
      {issue && <Text testId={`unreadable-${slot}`}>{describeCellIssue(issue, { optionsOf })}</Text>}
      {issue && <FixControl key={issue.raw} {...{ issue, slot, optionsOf, onFix }} />}
      <Button
        testId={`take-back-${slot}`}
        size="xs"
        onClick={() => {
          onFix(null);
        }}
      >
        {say('repair.takeBack')}
      </Button>
    </Flex>
  );
}

interface FixedCell {
  readonly described: Property | undefined;
  readonly plan: FinishedRun['plan'];
  readonly state: FlowProps['state'];
}

/** What is wrong with a fix that is no value of its property, or may be several; null where nothing is. */
function issueOf(fix: CellFix, property: string, { described, plan, state }: FixedCell) {
  const context = fixContext(property, plan, state.timeZone);
  const reading = readFix(fix, described, context);
  return reading.kind === 'issue' ? { ...reading.issue, property, needsValue: context.isKey } : null;
}

export function optionsToOffer(property: Property | undefined): Property['options'] {
  return (property?.options ?? []).filter(({ hidden }) => !hidden);
}
