import { Alert, Button, Flex, Inline, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import {
  countForgotten,
  groupLeftOut,
  groupOpenNames,
  groupRefusals,
  mendRows,
  renameRows,
  repairRows,
  unreadSlots,
  unwrittenRows,
} from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeRetryProblem } from '../copy/repair-words.ts';
import { isRetryable, updatableSlots, type FinishedRun } from '../state/run-repairs.ts';
import type { RunRepairs } from '../state/wanted-repairs.ts';
import type { FlowProps } from './flow-props.ts';
import { LeftOutRows } from './LeftOutRows.tsx';
import { Refusals } from './Refusals.tsx';

interface OutcomeRepairsProps extends FlowProps {
  readonly run: FinishedRun;
}

/** What failed, one line for all equal cells, and what repairs it; rows that are fixed are run again, and no others. */
export function OutcomeRepairs({ state, actions, run }: OutcomeRepairsProps) {
  const failures = useMemo(() => failuresOf(run), [run]);
  const { problem } = state.repairs;
  const said = problem === null ? null : describeRetryProblem(problem);
  const isRunnable = isRetryable(run);
  return (
    <Flex direction="column" gap="sm">
      {said && (
        <Alert testId="retry-problem" variant="warning" title={said.title}>
          {said.body}
        </Alert>
      )}
      {failures.forgottenCount > 0 && (
        <Text testId="forgotten-rows" variant="microcopy">
          {say('repair.forgotten', { count: failures.forgottenCount })}
        </Text>
      )}
      {failures.isAny && !isRunnable && (
        <Text testId="not-retryable" variant="microcopy">
          {say('repair.notKept')}
        </Text>
      )}
      {failures.isAny && state.mayRun && isRunnable && <Offers {...{ failures, state, actions, run }} />}
    </Flex>
  );
}

/** Everything of a run that is over and that something can be done about. */
function failuresOf(run: FinishedRun) {
  const refused = groupRefusals(run);
  const leftOut = groupLeftOut(run.plan);
  const openNames = groupOpenNames(run);
  const conflicts = updatableSlots(run);
  const counts = {
    unread: unreadSlots(run.plan).size,
    unwritten: unwrittenRows(run).length,
    settle: run.outcomes.filter(({ kind }) => kind === 'unknown').length,
  };
  const count = refused.length + leftOut.length + openNames.length + conflicts.length;
  const isAny = count + counts.unread + counts.unwritten + counts.settle > 0;
  return { refused, leftOut, openNames, conflicts, counts, isAny, forgottenCount: countForgotten(run.plan) };
}

interface OffersProps extends OutcomeRepairsProps {
  readonly failures: ReturnType<typeof failuresOf>;
}

function Offers({ failures, state, actions, run }: OffersProps) {
  const { repairs, timeZone } = state;
  const { refused, leftOut, openNames, conflicts, counts } = failures;
  const fixedCount = useMemo(() => countFixed(run, repairs, timeZone), [run, repairs, timeZone]);
  return (
    <>
      <Refusals groups={refused} state={state} actions={actions} run={run} />
      <LeftOutRows testId="left-out" groups={leftOut} state={state} actions={actions} run={run} />
      <LeftOutRows testId="open-names" groups={openNames} state={state} actions={actions} run={run} />
      <Conflicts slots={conflicts} state={state} actions={actions} />
      {fixedCount > 0 && (
        <Inline>
          <Button testId="retry" variant="primary" onClick={actions.retry}>
            {say('repair.retry', { count: fixedCount })}
          </Button>
        </Inline>
      )}
      <Another testId="ask-unread" what="unread" count={counts.unread} onClick={actions.askUnread} />
      <Another
        testId="send-unwritten"
        what="unwritten"
        count={counts.unwritten}
        onClick={actions.sendUnwritten}
      />
      <Another testId="settle" what="settle" count={counts.settle} onClick={actions.settleUnknown} />
    </>
  );
}

function countFixed(run: FinishedRun, { fixes, asUpdates }: RunRepairs, timeZone: string | null): number {
  const fixed = [...repairRows(run, fixes, timeZone), ...mendRows(run.plan, { fixes, timeZone })];
  const renamed = renameRows(run, fixes).map(({ row }) => row.slot);
  return new Set([...fixed.map(({ slot }) => slot), ...renamed, ...asUpdates]).size;
}

interface AnotherProps {
  readonly testId: string;
  readonly what: 'unread' | 'unwritten' | 'settle';
  readonly count: number;
  readonly onClick: () => void;
}

/** Another go at rows that need no fix, and why it does no harm. */
function Another({ testId, what, count, onClick }: AnotherProps) {
  if (count === 0) return null;
  return (
    <Flex direction="column" gap="xs" align="start">
      <Button testId={testId} onClick={onClick}>
        {say(`repair.${what}`, { count })}
      </Button>
      <Text variant="microcopy">{say(`repair.${what}Note`)}</Text>
    </Flex>
  );
}

interface ConflictsProps extends FlowProps {
  readonly slots: readonly number[];
}

/** All conflicts at once; each by itself stands in the table. */
function Conflicts({ slots, state, actions }: ConflictsProps) {
  if (slots.length === 0) return null;
  const areUpdates = slots.every((slot) => state.repairs.asUpdates.has(slot));
  return (
    <Flex direction="column" gap="xs" align="start">
      <Text testId="conflicts">{say('repair.conflicts', { count: slots.length })}</Text>
      <Button
        testId="update-conflicts"
        size="sm"
        onClick={() => {
          actions.settleConflicts(slots, !areUpdates);
        }}
      >
        {areUpdates ? say('repair.doNotUpdateAll') : say('repair.updateAll', { count: slots.length })}
      </Button>
    </Flex>
  );
}
