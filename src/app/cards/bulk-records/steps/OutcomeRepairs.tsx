import {
  Alert,
  Button,
  Flex,
  Inline,
  TableBody,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import {
  groupRefusals,
  readFix,
  repairRows,
  unwrittenRows,
  valueKindOf,
  type CellFix,
  type RefusedCells,
} from '@bulk-records/core';
import { say } from '../copy/say.ts';
import { describeFix } from '../copy/choice-words.ts';
import { describeRefusal, describeRetryProblem, nameRows } from '../copy/repair-words.ts';
import { isRetryable, updatableSlots, type FinishedRun } from '../state/run-repairs.ts';
import { FixControl, type FixableCell } from './FixControl.tsx';
import type { FlowProps } from './flow-props.ts';
import { PagedTable } from './PagedTable.tsx';
import { SideBySide } from './SideBySide.tsx';

interface OutcomeRepairsProps extends FlowProps {
  readonly run: FinishedRun;
}

/** What failed, one line for all equal cells, and what repairs it; rows that are fixed are run again, and no others. */
export function OutcomeRepairs({ state, actions, run }: OutcomeRepairsProps) {
  const { repairs, timeZone, mayRun } = state;
  const groups = useMemo(() => groupRefusals(run), [run]);
  const conflicts = useMemo(() => updatableSlots(run), [run]);
  const fixedCount = useMemo(() => {
    const fixed = repairRows(run, repairs.fixes, timeZone).map(({ slot }) => slot);
    return new Set([...fixed, ...repairs.asUpdates]).size;
  }, [run, repairs, timeZone]);
  const unknownCount = run.outcomes.filter(({ kind }) => kind === 'unknown').length;
  const { problem } = repairs;
  const said = problem === null ? null : describeRetryProblem(problem);
  const unwrittenCount = useMemo(() => unwrittenRows(run).length, [run]);
  const isOffered = groups.length + conflicts.length + unknownCount + unwrittenCount > 0;
  return (
    <Flex direction="column" gap="sm">
      {said && (
        <Alert testId="retry-problem" variant="warning" title={said.title}>
          {said.body}
        </Alert>
      )}
      {isOffered && !isRetryable(run) && (
        <Text testId="not-retryable" variant="microcopy">
          {say('repair.notKept')}
        </Text>
      )}
      {isOffered && mayRun && isRetryable(run) && (
        <>
          {groups.length > 0 && <Refusals groups={groups} state={state} actions={actions} run={run} />}
          <Conflicts slots={conflicts} state={state} actions={actions} />
          {fixedCount > 0 && (
            <Inline>
              <Button testId="retry" variant="primary" onClick={actions.retry}>
                {say('repair.retry', { count: fixedCount })}
              </Button>
            </Inline>
          )}
          {unwrittenCount > 0 && (
            <Another
              testId="send-unwritten"
              label={say('repair.unwritten', { count: unwrittenCount })}
              note={say('repair.unwrittenNote')}
              onClick={actions.sendUnwritten}
            />
          )}
          {unknownCount > 0 && (
            <Another
              testId="settle"
              label={say('repair.settle', { count: unknownCount })}
              note={say('repair.settleNote')}
              onClick={actions.settleUnknown}
            />
          )}
        </>
      )}
    </Flex>
  );
}

interface AnotherProps {
  readonly testId: string;
  readonly label: string;
  readonly note: string;
  readonly onClick: () => void;
}

/** Another go at rows that need no fix, and why it does no harm. */
function Another({ testId, label, note, onClick }: AnotherProps) {
  return (
    <Flex direction="column" gap="xs" align="start">
      <Button testId={testId} onClick={onClick}>
        {label}
      </Button>
      <Text variant="microcopy">{note}</Text>
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

const GROUPS_PER_PAGE = 10;

interface RefusalsProps extends OutcomeRepairsProps {
  readonly groups: readonly RefusedCells[];
}

function Refusals({ groups, state, actions, run }: RefusalsProps) {
  const { properties } = run.plan;
  const labelOf = (property: string) => properties.get(property)?.label ?? property;
  return (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{say('repair.title')}</Text>
      <PagedTable testId="refusals" rows={groups} rowsPerPage={GROUPS_PER_PAGE}>
        {(shown) => (
          <>
            <TableHead>
              <TableRow>
                <TableHeader>{`${say('repair.refused')} · ${say('flow.fixColumn')}`}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((group, slot) => (
                <SideBySide key={group.id}>
                  <Flex direction="column" gap="flush">
                    <Text>{describeRefusal(group, labelOf)}</Text>
                    <Text variant="microcopy">
                      {nameRows(group.rowNumbers.slice(0, ROWS_NAMED), group.slots.length)}
                    </Text>
                  </Flex>
                  <RefusalFix group={group} slot={slot} state={state} actions={actions} run={run} />
                </SideBySide>
              ))}
            </TableBody>
          </>
        )}
      </PagedTable>
    </>
  );
}

const ROWS_NAMED = 5;

interface RefusalFixProps extends OutcomeRepairsProps {
  readonly group: RefusedCells;
  readonly slot: number;
}

/** One fix for all equal cells, or what was chosen. */
function RefusalFix({ group, slot, state, actions, run }: RefusalFixProps) {
  const { properties, keyProperty } = run.plan;
  const property = properties.get(group.property);
  const options = (property?.options ?? []).filter(({ hidden }) => !hidden);
  const fix = state.repairs.fixes.get(group.id);
  const onFix = (chosen: CellFix | null) => {
    actions.fixRefusal(group.id, chosen);
  };
  if (fix !== undefined) {
    const told = { timeZone: state.timeZone, isKey: group.property === keyProperty };
    const isUnreadable = readFix(fix, property, told).kind === 'issue';
    const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
    return (
      <Flex direction="column" gap="xs" align="start">
        <Text>{describeFix(fix, labelOf)}</Text>
        {isUnreadable && <Text testId={`unreadable-${slot}`}>{say('repair.unreadableFix')}</Text>}
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
  if (property === undefined || property.readOnly) {
    return (
      <Button
        testId={`blank-${slot}`}
        size="xs"
        onClick={() => {
          onFix({ kind: 'blank' });
        }}
      >
        {say('repair.leaveColumnOut')}
      </Button>
    );
  }
  const isChoice = ['option', 'options', 'boolean'].includes(valueKindOf(property));
  const issue: FixableCell = {
    property: group.property,
    raw: group.value ?? '',
    needsValue: group.value === null || group.property === keyProperty,
    candidates: [],
    expected: isChoice ? { kind: 'option' } : { kind: 'visible-text' },
  };
  return <FixControl key={group.id} issue={issue} slot={slot} optionsOf={() => options} onFix={onFix} />;
}
