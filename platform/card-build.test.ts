import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StagedUpload } from './stage-upload.ts';
import { buildLikeHubSpot, stageUpload, MAX_GZIP_BYTES } from './stage-upload.ts';

const moduleSchema = v.object({ module: v.string() });

const manifestSchema = v.object({
  entry: v.string(),
  installedSdkVersion: v.string(),
  modules: v.object({ internal: v.array(moduleSchema), external: v.array(moduleSchema) }),
  package: v.object({ lockfileVersion: v.number() }),
});

describe("HubSpot's build of the card, from nothing but the upload", () => {
  let staged: StagedUpload;
  let bundle = '';
  let manifest: v.InferOutput<typeof manifestSchema>;

  beforeAll(async () => {
    staged = await stageUpload();
    await buildLikeHubSpot(join(staged.cards, 'BulkRecordsCard.tsx'));
    const outputDir = join(staged.cards, 'dist');
    bundle = readFileSync(join(outputDir, 'BulkRecordsCard.js'), 'utf8');
    const text = readFileSync(join(outputDir, 'BulkRecordsCard-manifest.json'), 'utf8');
    manifest = v.parse(manifestSchema, JSON.parse(text));
  });

  afterAll(() => {
    staged.remove();
  });

  it('is one script that takes React and the remote UI from its host', () => {
    expect(bundle.trimEnd().slice(-30)).toMatch(/\}\)\(React,\s?RemoteUI\);$/);
    expect(bundle.match(/\brequire\(|\bimport\(|^import /gm)).toBeNull();
  });

  it("uses React 18's production JSX runtime", () => {
    expect(bundle.includes('Symbol.for("react.element")')).toBe(true);
    expect(bundle.includes('jsxDEV')).toBe(false);
  });

  it('keeps no private field in a WeakMap: the build lowers `#` to ES2020, which is slow in every loop', () => {
    expect(bundle.match(/new WeakMap/g)).toBeNull();
  });

  it('assigns class fields (`useDefineForClassFields` off): defined ones cost a helper call each', () => {
    expect(bundle.match(/Object\.defineProperty/g)).toBeNull();
  });

  it('stays within its size budget', () => {
    expect(gzipSync(bundle).byteLength).toBeLessThanOrEqual(MAX_GZIP_BYTES);
  });

  it('leaves tables of an object to the function that describes it: aliases of headers, calling plans', () => {
    expect(bundle.includes('vertriebsphase')).toBe(false);
    expect(bundle.includes('DE49')).toBe(false);
  });

  it('leaves the names of errors to the functions: what they are called, and how far an import’s reach', () => {
    expect(bundle.includes('SECONDARY_EMAIL_WRITE_FAILURE')).toBe(false);
  });

  it('has a manifest that names entry, SDK and lock file', () => {
    expect(manifest).toMatchObject({
      entry: 'BulkRecordsCard.tsx',
      installedSdkVersion: '0.17.0',
      package: { lockfileVersion: 3 },
    });
  });

  it("takes every module from the cards' own folder", () => {
    const names = [...manifest.modules.internal, ...manifest.modules.external].map(({ module }) => module);
    expect(names.filter((name) => name.startsWith('/') || name.startsWith('..'))).toEqual([]);
    expect(names).toContain('core/dist/run/run-plan.ts');
  });

  it('contains no test and nothing of the functions', () => {
    const names = manifest.modules.internal.map(({ module }) => module);
    expect(names.filter((name) => /\.test\.|testing\/|functions\//.test(name))).toEqual([]);
    expect(bundle.includes('PRIVATE_APP_ACCESS_TOKEN')).toBe(false);
  });
});
