import { Button, Flex, Panel, Tag, Text } from '@hubspot/ui-extensions';
import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { countOutcomes, Pacer } from '@bulk-records/core';
import { WORDS } from './copy/flow-words.ts';
import { describeEquation, describeProgress } from './copy/progress-words.ts';
import { cardPorts } from './ports/card-ports.ts';
import { makeRunKeeper } from './ports/run-keeper.ts';
import type { RunStatus } from './state/flow-state.ts';
import { mayRun } from './state/may-run.ts';
import { chooseRunSettings } from './state/run-settings.ts';
import { chooseApiVersion } from './state/start-state.ts';
import { useFlow } from './state/use-flow.ts';
import { FlowPanel } from './steps/FlowPanel.tsx';
import { LeftBehind } from './steps/RunHistory.tsx';

const PANEL_ID = 'bulk-records-panel';

type CardApi = Pick<ExtensionPointApi<'crm.record.sidebar'>, 'context' | 'actions'>;

/** The launcher in the sidebar; the work happens in the panel it opens. The flow outlives a closed panel. */
export function BulkRecords({ context, actions: host }: CardApi) {
  const { variables, crm, portal, user } = context;
  const apiVersion = chooseApiVersion(variables?.['API_VERSION']);
  const maxCallBytes = variables?.['MAX_CALL_BYTES'];
  const headroomPercent = variables?.['API_HEADROOM_PERCENT'];
  const runners = variables?.['MAY_RUN'];
  const journalDays = variables?.['JOURNAL_DAYS'];
  const settings = useMemo(
    () => chooseRunSettings({ maxCallBytes, headroomPercent }, portal.timezone),
    [maxCallBytes, headroomPercent, portal.timezone],
  );
  const options = useMemo(
    () => ({
      ports: cardPorts,
      pacer: new Pacer(cardPorts, settings),
      settings,
      keeper: makeRunKeeper(typeof journalDays === 'number' ? journalDays : JOURNAL_DAYS),
      startedBy: nameOf(user),
      objectTypeId: crm.objectTypeId,
      recordId: String(crm.objectId),
      apiVersion,
      timeZone: portal.timezone,
      mayRun: mayRun(runners, user),
      onRunFinished: () => {
        host.refreshObjectProperties();
      },
    }),
    [crm.objectTypeId, crm.objectId, apiVersion, portal.timezone, settings, journalDays, runners, user, host],
  );
  const { state, actions } = useFlow(options);
  return (
    <Flex direction="column" gap="sm" align="stretch">
      <Text variant="microcopy">{WORDS.launcherText}</Text>
      <RunSummary run={state.run} />
      {state.run.kind === 'none' && <LeftBehind history={state.history} />}
      <Button
        testId="open-panel"
        variant="primary"
        onClick={actions.load}
        overlay={
          <Panel
            id={PANEL_ID}
            title={WORDS.panelTitle}
            width="lg"
            variant="modal"
            aria-label={WORDS.panelTitle}
          >
            <FlowPanel
              state={state}
              actions={actions}
              portalId={portal.id}
              copyText={host.copyTextToClipboard}
            />
          </Panel>
        }
      >
        {labelOfLauncher(state.run)}
      </Button>
    </Flex>
  );
}

/** Unless a deploy profile says otherwise. */
const JOURNAL_DAYS = 90;

function nameOf({ firstName, lastName, email }: CardApi['context']['user']): string {
  const name = [firstName, lastName].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return (name === '' ? email : name).slice(0, 200);
}

function labelOfLauncher(run: RunStatus): string {
  switch (run.kind) {
    case 'none':
    case 'refused':
    case 'held':
      return WORDS.open;
    case 'running':
      return run.canary === null ? WORDS.resumeOpen : WORDS.waitsOpen;
    case 'finished':
      return WORDS.showOutcomes;
  }
}

function RunSummary({ run }: { readonly run: RunStatus }) {
  if (run.kind === 'none' || run.kind === 'refused' || run.kind === 'held') return null;
  const text =
    run.kind === 'finished'
      ? describeEquation(countOutcomes(run.outcomes), run.outcomes.length)
      : run.progress
        ? describeProgress(run.progress)
        : '';
  return (
    <Flex direction="column" gap="xs">
      <Tag variant={run.kind === 'finished' ? 'default' : 'info'}>{WORDS.lastRun}</Tag>
      <Text testId="launcher-summary" variant="microcopy">
        {text}
      </Text>
    </Flex>
  );
}
