import { Button, Flex, Panel, Tag, Text } from '@hubspot/ui-extensions';
import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { countOutcomes, DEFAULT_RUN_SETTINGS } from '@bulk-records/core';
import { WORDS } from './copy/flow-words.ts';
import { describeEquation, describeProgress } from './copy/progress-words.ts';
import { cardPorts } from './ports/card-ports.ts';
import type { RunStatus } from './state/flow-state.ts';
import { chooseApiVersion } from './state/start-state.ts';
import { useFlow } from './state/use-flow.ts';
import { FlowPanel } from './steps/FlowPanel.tsx';

const PANEL_ID = 'bulk-records-panel';

type CardApi = Pick<ExtensionPointApi<'crm.record.sidebar'>, 'context' | 'actions'>;

/** The launcher in the sidebar; the work happens in the panel it opens. The flow outlives a closed panel. */
export function BulkRecords({ context, actions: host }: CardApi) {
  const { variables, crm, portal } = context;
  const apiVersion = chooseApiVersion(variables?.['API_VERSION']);
  const maxBytes = variables?.['MAX_CALL_BYTES'];
  const options = useMemo(
    () => ({
      ports: cardPorts,
      objectTypeId: crm.objectTypeId,
      apiVersion,
      timeZone: portal.timezone,
      maxBytesPerCall: typeof maxBytes === 'number' ? maxBytes : DEFAULT_RUN_SETTINGS.maxBytesPerCall,
      onRunFinished: () => {
        host.refreshObjectProperties();
      },
    }),
    [crm.objectTypeId, apiVersion, portal.timezone, maxBytes, host],
  );
  const { state, actions } = useFlow(options);
  return (
    <Flex direction="column" gap="sm" align="stretch">
      <Text variant="microcopy">{WORDS.launcherText}</Text>
      <RunSummary run={state.run} />
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

function labelOfLauncher(run: RunStatus): string {
  switch (run.kind) {
    case 'none':
    case 'refused':
      return WORDS.open;
    case 'running':
      return run.canary === null ? WORDS.resumeOpen : WORDS.waitsOpen;
    case 'finished':
      return WORDS.showOutcomes;
  }
}

function RunSummary({ run }: { readonly run: RunStatus }) {
  if (run.kind === 'none' || run.kind === 'refused') return null;
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
