import { hubspot } from '@hubspot/ui-extensions';
import { BulkRecords } from './bulk-records/BulkRecords.tsx';

hubspot.extend<'crm.record.sidebar'>(({ context, actions }) => (
  <BulkRecords context={context} actions={actions} />
));
