import type { ExtensionPointApi } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Place } from './state/place.ts';
import { SelectionStep } from './steps/SelectionStep.tsx';
import { WholeFlow } from './steps/WholeFlow.tsx';

type ActionApi = Pick<ExtensionPointApi<'crm.bulkActions'>, 'context' | 'actions'>;

/** The flow for the records that were selected in a list when it was opened: they are its rows. */
export function BulkRecordsAction({ context, actions: host }: ActionApi) {
  const [place] = useState<Place>(() => ({
    kind: 'selection',
    objectTypeId: context.crm.objectTypeId,
    recordIds: context.crm.objectIds.map(String),
  }));
  return (
    <WholeFlow context={context} place={place} copyText={host.copyTextToClipboard} dataStep={SelectionStep} />
  );
}
