import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import { describe, expect, it } from 'vitest';
import { listUploadedFiles } from '../scripts/upload-list.ts';

const paths = listUploadedFiles().map(({ path }) => path);

describe('the upload', () => {
  it.each([
    'app/app-hsmeta.json',
    'app/cards/bulk-records-hsmeta.json',
    'app/cards/BulkRecordsCard.tsx',
    'app/cards/package.json',
    'app/cards/package-lock.json',
    'app/cards/tsconfig.json',
    'app/cards/core/package.json',
    'app/pages/bulk-records-page-hsmeta.json',
    'app/pages/BulkRecordsPage.tsx',
    'app/pages/package.json',
    'app/pages/package-lock.json',
    'app/pages/tsconfig.json',
    'app/functions/package.json',
    'app/functions/package-lock.json',
    'app/functions/write-records-hsmeta.json',
  ])('has %s', (path) => {
    expect(paths).toContain(path);
  });

  // Built before an upload, so it is their names that count: git ignores them, HubSpot must not.
  it.each([
    'app/functions/dist/write-records.js',
    'app/cards/core/dist/index.ts',
    'app/cards/core/dist/run/run-plan.ts',
    'app/pages/core/package.json',
    'app/pages/core/dist/run/run-plan.ts',
    'app/pages/flow/package.json',
    'app/pages/flow/BulkRecordsPage.tsx',
    'app/actions/flow/steps/SelectionStep.tsx',
    'app/actions/bulk-records-action-hsmeta.json',
  ])('would have %s', (path) => {
    expect(shouldIgnoreFile(path, true)).toBe(false);
  });

  it.each([
    ['tests', /\.test\.[jt]sx?$/],
    ['what only tests use', /(^|\/)(testing|fixtures|__tests__)\//],
    ['environment files', /(^|\/)\.env/],
    ['dot files', /(^|\/)\./],
    ['installed packages', /node_modules/],
    ['sources of functions, which HubSpot cannot run', /^app\/functions\/src\//],
    ['the core outside of the cards', /^app\/packages\//],
    ['logs', /\.log$/],
    ['manifest of the flow where it is no package', /^app\/cards\/bulk-records\/package\.json$/],
  ])('has no %s', (_, pattern) => {
    expect(paths.filter((path) => pattern.test(path))).toEqual([]);
  });

  it.each([
    'app/functions/.env',
    'app/functions/.env.local',
    'app/cards/testing/fixture.ts',
    'app/cards/core/dist/testing/x.ts',
  ])('would leave out %s', (path) => {
    expect(shouldIgnoreFile(path, true)).toBe(true);
  });
});
