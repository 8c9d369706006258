import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { DataStep } from './steps/DataStep.tsx';
import { WholeFlow } from './steps/WholeFlow.tsx';

type PageApi = Pick<ExtensionPointApi<'pages'>, 'context' | 'actions'>;

const PAGE = { kind: 'page' } as const;

/** The flow as a page of the app: as wide as HubSpot's window, and about no record that is open. */
export function BulkRecordsPage({ context, actions: host }: PageApi) {
  return <WholeFlow context={context} place={PAGE} copyText={host.copyTextToClipboard} dataStep={DataStep} />;
}
