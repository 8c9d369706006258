import { Button, Flex, Panel, Tag, Text } from '@hubspot/ui-extensions';
import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { useCallback, useMemo } from 'react';
import { countOutcomes } from '@bulk-records/core';

import { BUILT_IN_WORDS } from './copy/built-in-words.ts';
import { LAUNCHER_WORDS } from './copy/launcher-words.ts';
import { say } from './copy/say.ts';
import { describeEquation, describeProgress } from './copy/progress-words.ts';
import { cardPorts } from './ports/card-ports.ts';
import type { RunStatus } from './state/flow-state.ts';
import type { Place } from './state/place.ts';
import { useFlow } from './state/use-flow.ts';
import { useFlowOptions } from './state/use-flow-options.ts';
import { useLanguage } from './state/use-language.ts';
import { useLauncher } from './state/use-launcher.ts';
import { DataStep } from './steps/DataStep.tsx';
import { FlowPanel } from './steps/FlowPanel.tsx';
import { PanelFrame } from './steps/frames.tsx';
import { SpeakingPanel } from './steps/SpeakingPanel.tsx';
import { LatestRuns, LeftBehind } from './steps/LatestRuns.tsx';

const PANEL_ID = 'bulk-records-panel';

type CardApi = Pick<ExtensionPointApi<'crm.record.sidebar'>, 'context' | 'actions'>;

/** The launcher in the sidebar; the work happens in the panel it opens. The flow outlives a closed panel. */
export function BulkRecords({ context, actions: host }: CardApi) {
  const { portal, user, crm } = context;
  const place = useMemo<Place>(
    () => ({ kind: 'record', objectTypeId: crm.objectTypeId, recordId: String(crm.objectId) }),
    [crm.objectTypeId, crm.objectId],
  );
  const onRunFinished = useCallback(() => {
    host.refreshObjectProperties();
  }, [host]);
  const { state, actions } = useFlow(useFlowOptions({ context, place, onRunFinished }));
  const speech = useLanguage(cardPorts, user);
  const builtIn = BUILT_IN_WORDS[speech.language];
  const launcher = useLauncher(state.run, actions, speech);
  const tongue = { words: LAUNCHER_WORDS[speech.language], locale: speech.locale };
  return (
    <Flex direction="column" gap="sm" align="stretch">
      <Text variant="microcopy">{builtIn.launcherText}</Text>
      <RunSummary run={state.run} />
      {state.run.kind === 'none' && (
        <LeftBehind
          {...{ tongue, history: state.history }}
          onChoose={
            state.mayRun
              ? (what, runId, openPanel) => {
                  openPanel(PANEL_ID);
                  launcher.choose(what, runId);
                }
              : null
          }
        />
      )}
      <Button
        testId="open-panel"
        variant="primary"
        onClick={launcher.open}
        overlay={
          <Panel id={PANEL_ID} title={builtIn.title} width="lg" variant="modal" aria-label={builtIn.title}>
            <SpeakingPanel speech={speech} frame={PanelFrame}>
              <FlowPanel
                key={speech.language}
                state={state}
                actions={actions}
                speech={speech}
                portalId={portal.id}
                copyText={host.copyTextToClipboard}
                frame={PanelFrame}
                dataStep={DataStep}
              />
            </SpeakingPanel>
          </Panel>
        }
      >
        {labelOfLauncher(state.run) ?? builtIn.open}
      </Button>
      <LatestRuns history={state.history} tongue={tongue} />
    </Flex>
  );
}

/** Null where the launcher starts afresh. */
function labelOfLauncher(run: RunStatus): string | null {
  switch (run.kind) {
    case 'none':
    case 'refused':
    case 'held':
      return null;
    case 'running':
    case 'long-running':
      return run.canary === null ? say('flow.resumeOpen') : say('flow.waitsOpen');
    case 'finished':
    case 'long-finished':
      return say('flow.showOutcomes');
  }
}

function RunSummary({ run }: { readonly run: RunStatus }) {
  const summary = summaryOf(run);
  if (summary === null) return null;
  const isOver = run.kind === 'finished' || run.kind === 'long-finished';
  return (
    <Flex direction="column" gap="xs">
      <Tag variant={isOver ? 'default' : 'info'}>{say('flow.lastRun')}</Tag>
      <Text testId="launcher-summary" variant="microcopy">
        {summary}
      </Text>
    </Flex>
  );
}

/** Null where there is no run of this session. */
function summaryOf(run: RunStatus): string | null {
  switch (run.kind) {
    case 'none':
    case 'refused':
    case 'held':
      return null;
    case 'running':
    case 'long-running':
      return run.progress === null ? '' : describeProgress(run.progress);
    case 'finished':
      return describeEquation(countOutcomes(run.outcomes), run.outcomes.length);
    case 'long-finished':
      return describeEquation(run.ran.counts, run.ran.rowCount);
  }
}
