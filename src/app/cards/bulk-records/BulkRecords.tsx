import { Button, Flex, Panel, Tag, Text } from '@hubspot/ui-extensions';
import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { countOutcomes, Pacer } from '@bulk-records/core';

import { BUILT_IN_WORDS } from './copy/built-in-words.ts';
import { say } from './copy/say.ts';
import { describeEquation, describeProgress } from './copy/progress-words.ts';
import { cardPorts } from './ports/card-ports.ts';
import { makeRunKeeper } from './ports/run-keeper.ts';
import type { RunStatus } from './state/flow-state.ts';
import { mayRun } from './state/may-run.ts';
import { chooseRunSettings } from './state/run-settings.ts';
import { chooseApiVersion } from './state/start-state.ts';
import { useFlow, type FlowOptions } from './state/use-flow.ts';
import { useLanguage } from './state/use-language.ts';
import { FlowPanel } from './steps/FlowPanel.tsx';
import { SpeakingPanel } from './steps/SpeakingPanel.tsx';
import { LeftBehind } from './steps/RunHistory.tsx';

const PANEL_ID = 'bulk-records-panel';

type CardApi = Pick<ExtensionPointApi<'crm.record.sidebar'>, 'context' | 'actions'>;

/** The launcher in the sidebar; the work happens in the panel it opens. The flow outlives a closed panel. */
export function BulkRecords({ context, actions: host }: CardApi) {
  const { portal, user } = context;
  const { state, actions } = useFlow(useFlowOptions(context, host));
  const speech = useLanguage(cardPorts, user);
  const builtIn = BUILT_IN_WORDS[speech.language];
  return (
    <Flex direction="column" gap="sm" align="stretch">
      <Text variant="microcopy">{builtIn.launcherText}</Text>
      <RunSummary run={state.run} />
      {state.run.kind === 'none' && speech.canSpeak && <LeftBehind history={state.history} />}
      <Button
        testId="open-panel"
        variant="primary"
        onClick={() => {
          speech.load();
          actions.load();
        }}
        overlay={
          <Panel id={PANEL_ID} title={builtIn.title} width="lg" variant="modal" aria-label={builtIn.title}>
            <SpeakingPanel speech={speech}>
              <FlowPanel
                key={speech.language}
                state={state}
                actions={actions}
                speech={speech}
                portalId={portal.id}
                copyText={host.copyTextToClipboard}
              />
            </SpeakingPanel>
          </Panel>
        }
      >
        {labelOfLauncher(state.run) ?? builtIn.open}
      </Button>
    </Flex>
  );
}

/** What the flow is started with; the same object as long as nothing of it has changed. */
function useFlowOptions(context: CardApi['context'], host: CardApi['actions']): FlowOptions {
  const { variables, crm, portal, user } = context;
  const apiVersion = chooseApiVersion(variables?.['API_VERSION']);
  const maxCallBytes = variables?.['MAX_CALL_BYTES'];
  const headroomPercent = variables?.['API_HEADROOM_PERCENT'];
  const importAboveRows = variables?.['IMPORT_ABOVE_ROWS'];
  const runners = variables?.['MAY_RUN'];
  const journalDays = variables?.['JOURNAL_DAYS'];
  const settings = useMemo(
    () => chooseRunSettings({ maxCallBytes, headroomPercent, importAboveRows }, portal.timezone),
    [maxCallBytes, headroomPercent, importAboveRows, portal.timezone],
  );
  return useMemo(
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
}

/** Unless a deploy profile says otherwise. */
const JOURNAL_DAYS = 90;

function nameOf({ firstName, lastName, email }: CardApi['context']['user']): string {
  const name = [firstName, lastName].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return (name === '' ? email : name).slice(0, 200);
}

/** Null where the launcher starts afresh. */
function labelOfLauncher(run: RunStatus): string | null {
  switch (run.kind) {
    case 'none':
    case 'refused':
    case 'held':
      return null;
    case 'running':
      return run.canary === null ? say('flow.resumeOpen') : say('flow.waitsOpen');
    case 'finished':
      return say('flow.showOutcomes');
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
      <Tag variant={run.kind === 'finished' ? 'default' : 'info'}>{say('flow.lastRun')}</Tag>
      <Text testId="launcher-summary" variant="microcopy">
        {text}
      </Text>
    </Flex>
  );
}
