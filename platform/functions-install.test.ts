import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StagedUpload } from './stage-upload.ts';
import { installLikeHubSpot, stageUpload } from './stage-upload.ts';

const entries = [
  'associate-records',
  'card-words',
  'describe-object-type',
  'import-records',
  'list-object-types',
  'mapping-memory',
  'read-records',
  'row-property',
  'run-journal',
  'write-records',
];

const metaSchema = v.object({
  config: v.object({ entrypoint: v.string(), secretKeys: v.array(v.string()) }),
});

/** Requires an entry in a fresh Node, as HubSpot does, and calls it with bad parameters. */
const CALL = `
  const { main } = require(process.argv[1]);
  main({ parameters: { objectType: 5 } }).then((reply) => console.log(JSON.stringify(reply)));
`;

describe('the functions, installed from nothing but the upload', () => {
  let staged: StagedUpload;

  beforeAll(async () => {
    staged = await stageUpload();
    await installLikeHubSpot(staged.functions);
  });

  afterAll(() => {
    staged.remove();
  });

  it("bring HubSpot's client in a version that old and new Nodes run", () => {
    const packageJson = readFileSync(
      join(staged.functions, 'node_modules/@hubspot/api-client/package.json'),
      'utf8',
    );
    expect(JSON.parse(packageJson)).toMatchObject({ version: '13.5.0', engines: { node: '>=18.0.0' } });
  });

  it.each(entries)('answer bad parameters: %s', async (entry) => {
    const path = join(staged.functions, 'dist', `${entry}.js`);
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', CALL, path], { env: {} });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'bad-request', retryable: false } });
  });

  it.each(entries)("are CommonJS that needs HubSpot's client and Node alone: %s", (entry) => {
    const code = readFileSync(join(staged.functions, 'dist', `${entry}.js`), 'utf8');
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
    const packages = required.filter((name) => !isBuiltin(name ?? ''));
    expect(packages.filter((name) => name !== '@hubspot/api-client')).toEqual([]);
    expect(code).not.toMatch(/^(import|export) /m);
  });

  it('have a meta file each, which asks for no secret', () => {
    const metaFiles = readdirSync(staged.functions).filter((name) => name.endsWith('-hsmeta.json'));
    const configs = metaFiles.map((name) => {
      const text = readFileSync(join(staged.functions, name), 'utf8');
      return v.parse(metaSchema, JSON.parse(text)).config;
    });
    expect(configs.map((config) => config.entrypoint).sort()).toEqual(
      entries.map((entry) => `/app/functions/dist/${entry}.js`),
    );
    // HubSpot injects the token itself; naming it fails the build.
    expect(configs.flatMap((config) => config.secretKeys)).toEqual([]);
  });
});
