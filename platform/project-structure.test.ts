import { join } from 'node:path';
import { getProjectMetadata, parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  ASSOCIATE_RECORDS,
  CARD_WORDS,
  DESCRIBE_OBJECT_TYPE,
  IMPORT_RECORDS,
  LIST_OBJECT_TYPES,
  MAPPING_MEMORY,
  ROW_PROPERTY,
  READ_RECORDS,
  RUN_JOURNAL,
  WRITE_RECORDS,
} from '@bulk-records/core/contract';
import { readJsonFile } from './read-json-file.ts';
import { isBulkActionOn, projectRoot } from './stage-upload.ts';

const sourceDirectory = join(projectRoot, 'src');
const functionUids = [
  ASSOCIATE_RECORDS,
  CARD_WORDS,
  DESCRIBE_OBJECT_TYPE,
  IMPORT_RECORDS,
  LIST_OBJECT_TYPES,
  MAPPING_MEMORY,
  ROW_PROPERTY,
  READ_RECORDS,
  RUN_JOURNAL,
  WRITE_RECORDS,
].sort();

const manifestSchema = v.object({ dependencies: v.record(v.string(), v.string()) });

async function translateProject() {
  const { platformVersion } = parseProjectConfig(projectRoot);
  const context = { projectSourceDir: sourceDirectory, platformVersion };
  // Validation asks HubSpot for its schemas, with an account.
  const translated = await translate(context, { skipValidation: true });
  expect(translated.skippedHsMetaFiles).toEqual([]);
  return Object.values(translated.intermediateRepresentation.intermediateNodesIndexedByUid);
}

/** The parsing library counts a page under its older name as well. */
const components = {
  ...(isBulkActionOn ? { 'crm-bulk-action': 1 } : {}),
  app: 1,
  card: 1,
  page: 1,
  pages: 1,
  'app-function': functionUids.length,
};

async function countComponents(directory: string) {
  const { components: found } = await getProjectMetadata(directory);
  const counts = Object.entries(found).map(([type, { count }]) => [type, count] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe('the HubSpot project', () => {
  it('is on the platform version with the longest support', () => {
    expect(parseProjectConfig(projectRoot)).toMatchObject({ srcDir: 'src', platformVersion: '2026.09' });
  });

  it('has the components HubSpot is to find, and no stray meta file', async () => {
    expect(await countComponents(sourceDirectory)).toEqual(components);
  });

  it('translates into an app, a card, a page, the functions and their package', async () => {
    const types = (await translateProject()).map((node) => node.componentType.toLowerCase()).sort();
    expect(types).toEqual([
      ...functionUids.map(() => 'app_function'),
      ...['application', 'card'],
      ...(isBulkActionOn ? ['crm_bulk_action'] : []),
      ...['page', 'serverless_package'],
    ]);
  });

  it('names the functions as the contract does', async () => {
    const nodes = await translateProject();
    const uids = nodes.filter((node) => node.metaFilePath.includes('/functions/')).map((node) => node.uid);
    expect(uids.filter((uid) => functionUids.includes(uid)).sort()).toEqual(functionUids);
  });

  it('pins every dependency exactly', () => {
    for (const folder of ['cards', 'cards/core', 'pages', 'actions', 'functions']) {
      const { dependencies } = readJsonFile(manifestSchema, `src/app/${folder}/package.json`);
      for (const version of Object.values(dependencies))
        expect(version).toMatch(/^(\d+\.\d+\.\d+|file:\.\/(core|flow))$/);
    }
  });

  it("gives the cards' copy of the core what the core itself depends on", () => {
    const copy = readJsonFile(manifestSchema, 'src/app/cards/core/package.json');
    expect(copy).toEqual(readJsonFile(manifestSchema, 'src/app/packages/core/package.json'));
  });
});
