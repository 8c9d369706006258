import { createRenderer } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import { BulkRecordsAction } from '../BulkRecordsAction.tsx';
import { BulkRecordsPage } from '../BulkRecordsPage.tsx';
import { healthyFunctions, serverlessOf, type FakeFunctions } from './fake-functions.ts';
import type { Speaker } from './open-card.tsx';

/** The page of the app, as it stands right after it was opened. */
export function openPage(functions: FakeFunctions = healthyFunctions(), user: Speaker = {}) {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(functions)) });
  const renderer = createRenderer('pages');
  Object.assign(renderer.mocks.context.user, user);
  const { context, actions } = renderer.mocks;
  renderer.render(<BulkRecordsPage context={context} actions={actions} />);
  return renderer;
}

/** The bulk action on selected records; of contacts, unless told otherwise. */
export function openAction(
  objectIds: readonly number[],
  functions: FakeFunctions = healthyFunctions(),
  objectTypeId = '0-1',
) {
  vi.stubGlobal('self', { serverless: vi.fn(serverlessOf(functions)) });
  const renderer = createRenderer('crm.bulkActions');
  const { context, actions } = renderer.mocks;
  const crm = { objectTypeId, objectIds: [...objectIds] };
  renderer.render(<BulkRecordsAction context={{ ...context, crm }} actions={actions} />);
  return renderer;
}
