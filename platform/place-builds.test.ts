import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildLikeHubSpot,
  stageUpload,
  switchOnBulkAction,
  type StagedUpload,
  MAX_GZIP_BYTES,
} from './stage-upload.ts';

const moduleSchema = v.object({ module: v.string() });

const manifestSchema = v.object({
  entry: v.string(),
  installedSdkVersion: v.string(),
  modules: v.object({ internal: v.array(moduleSchema), external: v.array(moduleSchema) }),
});

describe("HubSpot's build of the other places, from nothing but the upload", () => {
  let staged: StagedUpload;

  beforeAll(async () => {
    staged = await stageUpload(switchOnBulkAction);
  });

  afterAll(() => {
    staged.remove();
  });

  it.each([
    { place: 'pages', name: 'BulkRecordsPage', only: 'introduction' },
    { place: 'actions', name: 'BulkRecordsAction', only: 'add-constant' },
  ] as const)(
    'makes one script of $name, with the flow and the core it brings along',
    async ({ place, name, only }) => {
      await buildLikeHubSpot(join(staged[place], `${name}.tsx`));
      const bundle = readFileSync(join(staged[place], 'dist', `${name}.js`), 'utf8');
      const text = readFileSync(join(staged[place], 'dist', `${name}-manifest.json`), 'utf8');
      const { modules, ...manifest } = v.parse(manifestSchema, JSON.parse(text));

      expect(bundle.trimEnd().slice(-30)).toMatch(/\}\)\(React,\s?RemoteUI\);$/);
      expect(bundle).toContain(only);
      expect(bundle).not.toContain('PRIVATE_APP_ACCESS_TOKEN');
      expect(gzipSync(bundle).byteLength).toBeLessThanOrEqual(MAX_GZIP_BYTES);
      expect(manifest).toEqual({ entry: `${name}.tsx`, installedSdkVersion: '0.17.0' });

      const names = [...modules.internal, ...modules.external].map(({ module }) => module);
      expect(names.filter((each) => /^(\/|\.\.)|\.test\.|testing\/|cards\//.test(each))).toEqual([]);
      expect(names).toEqual(
        expect.arrayContaining(['flow/steps/FlowPanel.tsx', 'core/dist/run/run-plan.ts']),
      );
    },
  );
});
