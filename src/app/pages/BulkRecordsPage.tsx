import { BulkRecordsPage } from '@bulk-records/flow/BulkRecordsPage.tsx';
import { hubspot } from '@hubspot/ui-extensions';

hubspot.extend<'pages'>(({ context, actions }) => <BulkRecordsPage context={context} actions={actions} />);
