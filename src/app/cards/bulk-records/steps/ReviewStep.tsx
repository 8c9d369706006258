import {
  Alert,
  Button,
  ButtonRow,
  Flex,
  Statistics,
  StatisticsItem,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { ObjectTypeDescription, Plan } from '@bulk-records/core';
import { describeRun, nameOfRun, WORDS } from '../copy/flow-words.ts';
import { formatCount, listSome } from '../copy/numbers.ts';
import { describeRecordIssue } from '../copy/record-words.ts';
import type { FlowState } from '../state/flow-state.ts';
import { planOf, tableOf } from '../state/selections.ts';
import type { FlowProps } from './flow-props.ts';
import { PagedTable } from './PagedTable.tsx';

export function ReviewStep({ state }: FlowProps) {
  const plan = usePlan(state);
  if (plan === null || state.description.kind !== 'loaded') return null;
  const { toWrite, blocked, repeatedKeys } = plan;
  const keyLabel = labelOf(state.description.value, plan.keyProperty);
  return (
    <Flex direction="column" gap="md">
      <Text format={{ fontWeight: 'demibold' }}>{WORDS.reviewTitle}</Text>
      <Statistics testId="plan-counts">
        <StatisticsItem label={WORDS.toWrite} number={formatCount(toWrite.length)} />
        <StatisticsItem label={WORDS.blocked} number={formatCount(blocked.length)} />
        <StatisticsItem label={WORDS.repeated} number={formatCount(repeatedKeys.length)} />
      </Statistics>
      <Text>{describeRun(plan.operation, keyLabel)}</Text>
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
      {blocked.length > 0 && <BlockedRows plan={plan} description={state.description.value} />}
    </Flex>
  );
}

function BlockedRows({
  plan,
  description,
}: {
  readonly plan: Plan;
  readonly description: ObjectTypeDescription;
}) {
  return (
    <Flex direction="column" gap="sm">
      <Alert testId="blocked-rows" variant="warning" title={WORDS.blockedTitle}>
        {WORDS.blockedBody}
      </Alert>
      <PagedTable testId="blocked-table" rows={plan.blocked}>
        {(shown) => (
          <>
            <TableHead>
              <TableRow>
                <TableHeader width="min">{WORDS.rowHeader}</TableHeader>
                <TableHeader>{WORDS.keyColumn}</TableHeader>
                <TableHeader>{WORDS.reasonColumn}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((row, slot) => (
                <TableRow key={slot}>
                  <TableCell>{formatCount(row.rowNumber)}</TableCell>
                  <TableCell>{row.key ?? WORDS.tooLittle}</TableCell>
                  <TableCell>
                    {row.issues
                      .map((issue) =>
                        describeRecordIssue(issue, (name) => labelOf(description, name) ?? name),
                      )
                      .join(' ')}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </>
        )}
      </PagedTable>
    </Flex>
  );
}

export function ReviewFooter({ state, actions }: FlowProps) {
  const plan = usePlan(state);
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

function usePlan(state: FlowState): Plan | null {
  const table = tableOf(state);
  const { description, target, columnChoices, apiVersion } = state;
  return useMemo(() => {
    if (table === null || description.kind !== 'loaded') return null;
    return planOf(table, description.value, { target, columnChoices, apiVersion });
  }, [table, description, target, columnChoices, apiVersion]);
}

function labelOf(description: ObjectTypeDescription, name: string | null): string | null {
  return description.properties.find((property) => property.name === name)?.label ?? null;
}
