import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import {
  collectFileDependencies,
  collectWorkspaceDirectories,
  findAndParsePackageJsonFiles,
} from '@hubspot/project-parsing-lib/workspaces';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageUpload, switchOffBulkAction, switchOnBulkAction, type StagedUpload } from './stage-upload.ts';

/** What HubSpot's command line reads off the upload: every component with its uid, and what it passes over. */
async function translateUpload({ directory }: StagedUpload, platformVersion: string) {
  const context = { projectSourceDir: join(directory, 'src'), platformVersion };
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(context, {
    skipValidation: true,
  });
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  return { nodes, uids: nodes.map(({ uid }) => uid), skippedHsMetaFiles };
}

/** As HubSpot's command line does before an upload; it throws where a dependency is not there. */
async function dependenciesOutside({ directory }: StagedUpload): Promise<readonly string[]> {
  const manifests = await findAndParsePackageJsonFiles(join(directory, 'src'));
  expect(await collectWorkspaceDirectories(manifests)).toEqual([]);
  const dependencies = await collectFileDependencies(manifests);
  expect(dependencies.length).toBeGreaterThan(0);
  const paths = dependencies.map(({ localPath }) => localPath);
  return paths.filter((path) => !/\/src\/app\/(cards|pages|actions)\/(core|flow)$/.test(path));
}

describe('the bulk action, switched off', () => {
  let staged: StagedUpload;
  beforeAll(async () => {
    staged = await stageUpload(switchOffBulkAction);
  });
  afterAll(() => {
    staged.remove();
  });

  it('is seen by nothing of HubSpot: no component, no stray meta file, no code', async () => {
    const { uids, skippedHsMetaFiles } = await translateUpload(staged, '2026.09');
    expect(uids).toContain('bulk_records_page');
    expect(uids).not.toContain('bulk_records_action');
    expect(skippedHsMetaFiles).toEqual([]);
    expect(existsSync(join(staged.actions, 'flow/BulkRecordsAction.tsx'))).toBe(false);
  });

  it('leaves the project without a dependency that is not in the upload', async () => {
    expect(await dependenciesOutside(staged)).toEqual([]);
  });
});

describe('the bulk action, switched on', () => {
  let staged: StagedUpload;
  beforeAll(async () => {
    staged = await stageUpload(switchOnBulkAction);
  });
  afterAll(() => {
    staged.remove();
  });

  it('is a component of its own beside all others', async () => {
    const { nodes, uids, skippedHsMetaFiles } = await translateUpload(staged, '2026.09');
    const action = nodes.find(({ uid }) => uid === 'bulk_records_action');
    expect(action?.config).toMatchObject({
      displayMode: 'PANEL',
      entrypoint: '/app/actions/BulkRecordsAction.tsx',
    });
    expect(uids).toEqual(expect.arrayContaining(['bulk_records_card', 'bulk_records_page', 'write_records']));
    expect(skippedHsMetaFiles).toEqual([]);
  });

  it('leaves the project without a dependency that is not in the upload', async () => {
    expect(await dependenciesOutside(staged)).toEqual([]);
  });

  it('names an entry that is in the upload, and has its code with it', () => {
    expect(existsSync(join(staged.actions, 'BulkRecordsAction.tsx'))).toBe(true);
    expect(existsSync(join(staged.actions, 'flow/BulkRecordsAction.tsx'))).toBe(true);
    expect(existsSync(join(staged.actions, 'core/dist/index.ts'))).toBe(true);
    expect(parseProjectConfig(staged.directory)).toMatchObject({ platformVersion: '2026.09' });
  });
});
