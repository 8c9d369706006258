import {
  Alert,
  Button,
  Flex,
  Inline,
  LoadingSpinner,
  StatusTag,
  Text,
  type StatusTagProps,
} from '@hubspot/ui-extensions';
import type { JournalFailure, RunSummary } from '@bulk-records/core';
import { countLatest, nameLatestState, placeLatest, type LauncherTongue } from '../copy/latest-run-words.ts';
import type { History } from '../state/history.ts';

interface LatestRunsProps {
  readonly history: History;
  readonly tongue: LauncherTongue;
}

/** There is room for so many in the sidebar; all others are in the panel. */
const MAX_SHOWN = 3;

/** The latest runs of the portal, below the launcher. */
export function LatestRuns({ history, tongue }: LatestRunsProps) {
  if (history.kind === 'none') return null;
  const { words } = tongue;
  return (
    <Flex direction="column" gap="xs" testId="latest-runs">
      <Text format={{ fontWeight: 'demibold' }}>{words.runs}</Text>
      {history.kind === 'loading' && (
        <LoadingSpinner testId="latest-loading" label={words.seeking} showLabel={true} size="xs" />
      )}
      {history.kind === 'failed' && (
        <Text testId="latest-failed" variant="microcopy">
          {isScopeMissing(history.failure) ? words.noScope : words.failed}
        </Text>
      )}
      {history.kind === 'listed' && <Latest runs={latestOf(history)} tongue={tongue} />}
    </Flex>
  );
}

function isScopeMissing(failure: JournalFailure): boolean {
  return failure.kind === 'said' && failure.error.code === 'missing-scopes';
}

function latestOf({ entries }: Extract<History, { kind: 'listed' }>): readonly RunSummary[] {
  return entries.flatMap(({ summary }) => summary ?? []).slice(0, MAX_SHOWN);
}

const TAGS: Readonly<Record<RunSummary['state'], NonNullable<StatusTagProps['variant']>>> = {
  running: 'info',
  stopped: 'warning',
  finished: 'success',
};

function Latest({ runs, tongue }: { readonly runs: readonly RunSummary[]; readonly tongue: LauncherTongue }) {
  if (runs.length === 0) {
    return (
      <Text testId="latest-none" variant="microcopy">
        {tongue.words.none}
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="sm">
      {runs.map((run, slot) => (
        <Flex key={run.runId} direction="column" gap="flush" align="start" testId={`latest-run-${slot}`}>
          <StatusTag variant={TAGS[run.state]}>{nameLatestState(run, tongue)}</StatusTag>
          <Text variant="microcopy">{countLatest(run, tongue)}</Text>
          <Text variant="microcopy">{placeLatest(run, tongue)}</Text>
        </Flex>
      ))}
    </Flex>
  );
}

interface LeftBehindProps extends LatestRunsProps {
  /** Null where the admin may not run. */
  readonly onChoose:
    ((what: 'resume' | 'undo', runId: string, open: (panelId: string) => void) => void) | null;
}

/** Somebody closed the tab of a run, or stopped it: the latest of those shown. */
export function LeftBehind({ history, tongue, onChoose }: LeftBehindProps) {
  const left =
    history.kind === 'listed' ? latestOf(history).find(({ state }) => state !== 'finished') : undefined;
  if (left === undefined) return null;
  const { words } = tongue;
  return (
    <Alert testId="left-behind" variant="warning" title={words.leftTitle}>
      <Flex direction="column" gap="sm">
        <Text>{words.leftBody}</Text>
        {onChoose && (
          <Inline gap="sm">
            {(['resume', 'undo'] as const).map((what) => (
              <Button
                key={what}
                testId={`${what}-left-behind`}
                size="xs"
                onClick={(_, reactions) => {
                  onChoose(what, left.runId, reactions.openPanel);
                }}
              >
                {words[what]}
              </Button>
            ))}
          </Inline>
        )}
      </Flex>
    </Alert>
  );
}
