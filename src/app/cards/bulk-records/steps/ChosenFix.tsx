import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { fixContext, readFix, type CellFix, type Property } from '@bulk-records/core';
import { describeFix } from '../copy/choice-words.ts';
import { say } from '../copy/say.ts';
import type { FinishedRun } from '../state/run-repairs.ts';
import type { FlowProps } from './flow-props.ts';

export interface RunFixProps extends FlowProps {
  readonly run: FinishedRun;
}

interface ChosenFixProps extends Omit<RunFixProps, 'actions'> {
  readonly fix: CellFix;
  /** The property the fix is a value of; null where it is the name of another record. */
  readonly property: string | null;
  readonly slot: number | string;
  readonly onTakeBack: () => void;
}

/** What was chosen to stand in for equal cells, until their rows are run again. */
export function ChosenFix({ fix, property, slot, state, run, onTakeBack }: ChosenFixProps) {
  const { plan } = run;
  const described = property === null ? undefined : plan.properties.get(property);
  const reading =
    property === null ? null : readFix(fix, described, fixContext(property, plan, state.timeZone));
  const labelOf = (value: string) =>
    optionsToOffer(described).find((option) => option.value === value)?.label ?? value;
  return (
    <Flex direction="column" gap="xs" align="start">
      <Text>{describeFix(fix, labelOf)}</Text>
      {reading?.kind === 'issue' && <Text testId={`unreadable-${slot}`}>{say('repair.unreadableFix')}</Text>}
      <Button testId={`take-back-${slot}`} size="xs" onClick={onTakeBack}>
        {say('repair.takeBack')}
      </Button>
    </Flex>
  );
}

export function optionsToOffer(property: Property | undefined): Property['options'] {
  return (property?.options ?? []).filter(({ hidden }) => !hidden);
}
