import { Alert, Button, ButtonRow, Flex, Text } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import {
  countAssociations,
  countOutcomes,
  findStop,
  OUTCOME_KINDS,
  type OutcomeCounts,
  type OutcomeKind,
} from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeAssociations } from '../copy/association-words.ts';

import { describeMemoryProblem } from '../copy/memory-words.ts';
import { formatDuration } from '../copy/numbers.ts';

import { describeEquation } from '../copy/progress-words.ts';
import { isRetryable, updatableSlots, type FinishedRun } from '../state/run-repairs.ts';
import { FilterButtons } from './FilterButtons.tsx';
import type { FlowProps } from './flow-props.ts';
import { isAtWork } from '../state/history.ts';
import { RunNote } from './RunNote.tsx';
import { JournalNote, TaskNote } from './RunHistory.tsx';
import { OutcomeRepairs } from './OutcomeRepairs.tsx';
import { OutcomeTable, type ConflictChoices } from './OutcomeTable.tsx';
import { wordsForRun } from './row-words.ts';
import { TakeAway } from './TakeAway.tsx';

interface OutcomesStepProps extends FlowProps {
  readonly portalId: number;
  readonly copyText: (text: string) => Promise<void>;
}

export function OutcomesStep({ state, actions, portalId, copyText }: OutcomesStepProps) {
  const { run } = state;
  const [filter, setFilter] = useState<OutcomeKind | null>(null);
  const finished = run.kind === 'finished' ? run : null;
  const { types } = state.association;
  const objectTypeId = state.description.kind === 'loaded' ? state.description.value.objectTypeId : '';
  const words = useMemo(
    () => finished && wordsForRun(finished.plan, finished.outcomes, { portalId, objectTypeId, types }),
    [finished, portalId, objectTypeId, types],
  );
  if (finished === null || words === null) return null;
  const { outcomes, elapsedMs } = finished;
  const counts = countOutcomes(outcomes);
  const associated = describeAssociations(outcomes);
  const shown = filter === null ? outcomes : outcomes.filter(({ kind }) => kind === filter);
  const stop = findStop(outcomes);
  return (
    <Flex direction="column" gap="md">
      <Sum
        counts={counts}
        rowCount={outcomes.length}
        elapsedMs={elapsedMs}
        isStopped={stop !== null || countAssociations(outcomes)['not-sent'] > 0}
      />
      {associated !== '' && <Text testId="associations">{associated}</Text>}
      <JournalNote failure={state.journalFailure} />
      <TaskNote state={state} />
      <MappingNote failure={state.notKept} />
      {stop && (
        <Alert
          testId="stopped"
          variant="warning"
          title={say('flow.rowsNotSent', { count: counts['not-sent'] })}
        >
          {words.reasonOf(stop)}
        </Alert>
      )}
      <OutcomeRepairs state={state} actions={actions} run={finished} />
      <FilterButtons
        filters={OUTCOME_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({
          kind,
          label: say('flow.filterSome', { name: say(`outcome.${kind}`), count: counts[kind] }),
        }))}
        allLabel={say('flow.filterAll', { count: outcomes.length })}
        chosen={filter}
        onChoose={setFilter}
      />
      <OutcomeTable
        key={filter ?? 'all'}
        outcomes={shown}
        words={words}
        conflicts={conflictChoices({ state, actions }, finished)}
      />
      <RunNote state={state} actions={actions} run={finished} />
      <TakeAway state={state} actions={actions} run={finished} words={words} copyText={copyText} />
    </Flex>
  );
}

function MappingNote({ failure }: { readonly failure: FlowProps['state']['notKept'] }) {
  return (
    failure && (
      <Text testId="mapping-not-kept" variant="microcopy">
        {describeMemoryProblem(failure)}
      </Text>
    )
  );
}

interface SumProps {
  readonly counts: OutcomeCounts;
  readonly rowCount: number;
  /** Null for a run of an earlier session. */
  readonly elapsedMs: number | null;
  /** By the admin, or by what does not pass by itself, as a daily limit or a token that is gone. */
  readonly isStopped: boolean;
}

/** The equation that adds up to the number of rows, and how long it took. */
export function Sum({ counts, rowCount, elapsedMs, isStopped }: SumProps) {
  return (
    <>
      <Text testId="equation" format={{ fontWeight: 'demibold' }}>
        {describeEquation(counts, rowCount)}
      </Text>
      {elapsedMs !== null && (
        <Text testId="took" variant="microcopy">
          {say(isStopped ? 'flow.stoppedAfter' : 'flow.finishedIn', { duration: formatDuration(elapsedMs) })}
        </Text>
      )}
    </>
  );
}

/** Which conflicts may become updates, and which are to; null where nothing may be run from here. */
function conflictChoices({ state, actions }: FlowProps, run: FinishedRun): ConflictChoices | null {
  if (!state.mayRun || !isRetryable(run)) return null;
  return {
    slots: new Set(updatableSlots(run)),
    asUpdates: state.repairs.asUpdates,
    onSettle: (slot, isUpdate) => {
      actions.settleConflicts([slot], isUpdate);
    },
  };
}

export function OutcomesFooter({ state, actions }: FlowProps) {
  const { run, journalFailure, historyTask, mayRun } = state;
  const startOver = (
    <Button testId="start-over" variant="primary" onClick={actions.startOver}>
      {say('flow.newRun')}
    </Button>
  );
  // What is left of a long file goes on with the file.
  if (run.kind !== 'finished') return startOver;
  const counts = countOutcomes(run.outcomes);
  const isBusy = isAtWork(historyTask);
  const associations = countAssociations(run.outcomes);
  const openCount = counts['not-sent'] + counts.unknown + associations['not-sent'] + associations.unknown;
  const canGoOn = mayRun && journalFailure === null && openCount > 0;
  const canUndo = mayRun && counts.created + counts.updated + counts.unknown > 0;
  return (
    <ButtonRow disableDropdown={true}>
      {startOver}
      {canGoOn && (
        <Button
          testId="resume"
          disabled={isBusy}
          onClick={() => {
            actions.resumeRun(run.runId);
          }}
        >
          {say('history.resume')}
        </Button>
      )}
      {canUndo && (
        <Button
          testId="undo"
          disabled={isBusy}
          onClick={() => {
            actions.undoRun(run.runId);
          }}
        >
          {say('history.undo')}
        </Button>
      )}
    </ButtonRow>
  );
}
