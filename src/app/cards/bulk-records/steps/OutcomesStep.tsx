import { Alert, Button, Flex, Inline, Text } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import { countOutcomes, OUTCOME_KINDS, type OutcomeKind } from '@bulk-records/core';
import { WORDS } from '../copy/flow-words.ts';
import { describeMemoryProblem } from '../copy/memory-words.ts';
import { formatCount, formatDuration } from '../copy/numbers.ts';
import { OUTCOME_NAMES } from '../copy/outcome-words.ts';
import { describeEquation } from '../copy/progress-words.ts';
import { tableOf } from '../state/selections.ts';
import { CopyButtons } from './CopyButtons.tsx';
import type { FlowProps } from './flow-props.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import { wordsForRun } from './row-words.ts';

interface OutcomesStepProps extends FlowProps {
  readonly portalId: number;
  readonly copyText: (text: string) => Promise<void>;
}

export function OutcomesStep({ state, portalId, copyText }: OutcomesStepProps) {
  const { run } = state;
  const [filter, setFilter] = useState<OutcomeKind | null>(null);
  const finished = run.kind === 'finished' ? run : null;
  const objectTypeId = state.description.kind === 'loaded' ? state.description.value.objectTypeId : '';
  const words = useMemo(
    () => (finished ? wordsForRun(finished.plan, finished.outcomes, { portalId, objectTypeId }) : null),
    [finished, portalId, objectTypeId],
  );
  if (finished === null || words === null) return null;
  const { outcomes, elapsedMs } = finished;
  const counts = countOutcomes(outcomes);
  const shown = filter === null ? outcomes : outcomes.filter(({ kind }) => kind === filter);
  const stop = outcomes.find((outcome) => outcome.kind === 'not-sent');
  return (
    <Flex direction="column" gap="md">
      <Text testId="equation" format={{ fontWeight: 'demibold' }}>
        {describeEquation(counts, outcomes.length)}
      </Text>
      <Text variant="microcopy">{WORDS.finishedIn(formatDuration(elapsedMs))}</Text>
      {state.notKept && (
        <Text testId="mapping-not-kept" variant="microcopy">
          {describeMemoryProblem(state.notKept)}
        </Text>
      )}
      {stop && <Alert testId="stopped" variant="warning" title={words.reasonOf(stop)} />}
      <Inline gap="xs">
        <FilterButton
          isOn={filter === null}
          testId="filter-all"
          onClick={() => {
            setFilter(null);
          }}
        >
          {WORDS.filterAll(outcomes.length)}
        </FilterButton>
        {OUTCOME_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
          <FilterButton
            key={kind}
            isOn={filter === kind}
            testId={`filter-${kind}`}
            onClick={() => {
              setFilter(kind);
            }}
          >
            {`${OUTCOME_NAMES[kind]} ${formatCount(counts[kind])}`}
          </FilterButton>
        ))}
      </Inline>
      <OutcomeTable key={filter ?? 'all'} outcomes={shown} words={words} />
      <CopyButtons outcomes={outcomes} table={tableOf(state)} words={words} copyText={copyText} />
    </Flex>
  );
}

interface FilterButtonProps {
  readonly isOn: boolean;
  readonly testId: string;
  readonly children: string;
  readonly onClick: () => void;
}

function FilterButton({ isOn, testId, children, onClick }: FilterButtonProps) {
  return (
    <Button testId={testId} size="xs" variant={isOn ? 'primary' : 'secondary'} onClick={onClick}>
      {children}
    </Button>
  );
}

export function OutcomesFooter({ actions }: FlowProps) {
  return (
    <Button testId="start-over" onClick={actions.startOver}>
      {WORDS.newRun}
    </Button>
  );
}
