import { BulkRecordsAction } from '@bulk-records/flow/BulkRecordsAction.tsx';
import { hubspot } from '@hubspot/ui-extensions';

hubspot.extend<'crm.bulkActions'>(({ context, actions }) => (
  <BulkRecordsAction context={context} actions={actions} />
));
