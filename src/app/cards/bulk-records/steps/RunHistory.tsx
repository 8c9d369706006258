import { Alert, Button, Flex, Link, LoadingSpinner, Tag, Text } from '@hubspot/ui-extensions';
import type { JournalFailure } from '@bulk-records/core';
import { formatMoment } from '../copy/numbers.ts';
import { say } from '../copy/say.ts';
import {
  describeEntry,
  describeJournalFailure,
  describeSummaryCounts,
  describeTaskProblem,
  nameOfState,
} from '../copy/history-words.ts';
import { describeReadFailure } from '../copy/review-words.ts';
import type { FlowState } from '../state/flow-state.ts';
import { isAtWork, isResumable, type HistoryEntry } from '../state/history.ts';
import type { FlowProps } from './flow-props.ts';
import { PagedTable } from './PagedTable.tsx';
import { SideBySide } from './SideBySide.tsx';

const ENTRIES_PER_PAGE = 5;

/** Earlier runs of the portal, and what can be done with each. */
export function RunHistory({ state, actions }: FlowProps) {
  const { history } = state;
  if (history.kind === 'none') return null;
  return (
    <Flex direction="column" gap="sm" testId="history">
      <Text format={{ fontWeight: 'demibold' }}>{say('history.title')}</Text>
      {history.kind === 'loading' && <LoadingSpinner label={say('history.loading')} showLabel={true} />}
      {history.kind === 'failed' && (
        <Text testId="history-failed" variant="microcopy">
          {describeReadFailure(history.failure).body}
        </Text>
      )}
      <TaskNote state={state} />
      {history.kind === 'listed' && history.entries.length === 0 && (
        <Text variant="microcopy">{say('history.none')}</Text>
      )}
      {history.kind === 'listed' && history.entries.length > 0 && (
        <Entries entries={history.entries} state={state} actions={actions} />
      )}
    </Flex>
  );
}

interface EntriesProps extends FlowProps {
  readonly entries: readonly HistoryEntry[];
}

function Entries({ entries, state, actions }: EntriesProps) {
  return (
    <PagedTable testId="runs" rows={entries} rowsPerPage={ENTRIES_PER_PAGE} heads={[say('history.run')]}>
      {(entry, slot) => (
        <SideBySide key={slot}>
          <Text variant="microcopy">{describeEntry(entry)}</Text>
          <EntryState entry={entry} />
          <EntryButtons entry={entry} slot={slot} state={state} actions={actions} />
        </SideBySide>
      )}
    </PagedTable>
  );
}

function EntryState({ entry: { summary } }: { readonly entry: HistoryEntry }) {
  if (summary === null) return null;
  return (
    <Flex direction="column" gap="flush" align="start">
      <Tag variant={summary.state === 'finished' ? 'success' : 'warning'}>{nameOfState(summary)}</Tag>
      <Text variant="microcopy">{describeSummaryCounts(summary)}</Text>
    </Flex>
  );
}

interface EntryButtonsProps extends FlowProps {
  readonly entry: HistoryEntry;
  readonly slot: number;
}

function EntryButtons({ entry, slot, state, actions }: EntryButtonsProps) {
  const { historyTask, mayRun } = state;
  const isBusy = isAtWork(historyTask);
  const { runId } = entry;
  const offers = [
    { name: 'open', label: say('history.open'), act: actions.openRun, isOffered: true },
    {
      name: 'resume',
      label: say('history.resume'),
      act: actions.resumeRun,
      isOffered: mayRun && isResumable(entry),
    },
    { name: 'undo', label: say('history.undo'), act: actions.undoRun, isOffered: mayRun },
    {
      name: 'report',
      label: say('history.report'),
      act: actions.fetchReport,
      isOffered: entry.hasReport,
    },
    { name: 'forget', label: say('history.forget'), act: actions.forgetRun, isOffered: mayRun },
  ];
  return (
    <Flex direction="row" gap="xs" wrap="wrap" align="start">
      {offers
        .filter(({ isOffered }) => isOffered)
        .map(({ name, label, act }) => (
          <Button
            key={name}
            testId={`${name}-run-${slot}`}
            size="xs"
            disabled={isBusy}
            onClick={() => {
              act(runId);
            }}
          >
            {label}
          </Button>
        ))}
    </Flex>
  );
}

/** What is being done with an earlier run, or why it could not be done. */
export function TaskNote({ state: { historyTask } }: { readonly state: Pick<FlowState, 'historyTask'> }) {
  if (historyTask === null) return null;
  if (historyTask.kind === 'report') {
    const { url, expiresAt } = historyTask;
    return (
      <Flex direction="row" gap="sm" wrap="wrap">
        <Link testId="report-link" href={{ url, external: true }}>
          {say('takeAway.openFile')}
        </Link>
        <Text variant="microcopy">{say('history.reportUntil', { until: formatMoment(expiresAt) })}</Text>
      </Flex>
    );
  }
  if (historyTask.kind !== 'problem' && historyTask.kind !== 'held') {
    return (
      <LoadingSpinner testId="history-task" label={say(`history.${historyTask.kind}`)} showLabel={true} />
    );
  }
  const { title, body } = describeTaskProblem(historyTask);
  return (
    <Alert testId="history-problem" variant="warning" title={title}>
      {body}
    </Alert>
  );
}

/** Why this run is not kept; nothing while it is. */
export function JournalNote({ failure }: { readonly failure: JournalFailure | null }) {
  if (failure === null) return null;
  const { title, body } = describeJournalFailure(failure);
  return (
    <Alert testId="no-journal" variant="warning" title={title}>
      {body}
    </Alert>
  );
}
