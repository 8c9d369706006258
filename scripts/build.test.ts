import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';

import { buildCard } from './build-card.ts';
import { buildFunctions } from './build-functions.ts';
import { describeBuiltFile } from './built-file.ts';

const outputDirectory = mkdtempSync(join(tmpdir(), 'build-test-'));
const sample = resolve(import.meta.dirname, '../workbench/testing');

afterAll(() => {
  rmSync(outputDirectory, { recursive: true, force: true });
});

describe('the card', () => {
  it("is built by HubSpot's builder: one script over HubSpot's own React, and a manifest", async () => {
    const card = await buildCard({
      entryPath: join(sample, 'SampleCard.tsx'),
      outputDirectory: join(outputDirectory, 'card'),
      minify: true,
    });
    const bundle = readFileSync(card.bundle.path, 'utf8');
    expect(bundle.trimEnd()).toMatch(/\(React,\s*RemoteUI\);$/);
    expect(card.bundle.gzipBytes).toBeLessThan(card.bundle.sizeBytes);
    const manifest: unknown = JSON.parse(readFileSync(card.manifest.path, 'utf8'));
    expect(v.parse(v.object({ entry: v.string() }), manifest).entry).toContain('SampleCard.tsx');
  });

  it('carries the production build of React, whatever the environment says', () => {
    const bundle = readFileSync(join(outputDirectory, 'card/SampleCard.js'), 'utf8');
    expect(process.env.NODE_ENV).toBe('test');
    expect(bundle).not.toContain('react-jsx-runtime.development');
  });
});

describe('a function', () => {
  it('becomes one CommonJS file with `main`', async () => {
    const [built] = await buildFunctions({
      functionsDirectory: join(sample, 'functions'),
      outputDirectory: join(outputDirectory, 'functions'),
    });
    expect(built?.uid).toBe('sample');
    const path = built?.bundle.path ?? '';
    const exported: unknown = createRequire(path)(path);
    expect(v.is(v.object({ main: v.function() }), exported)).toBe(true);
  });
});

describe('a built file', () => {
  it('is described with both its sizes', () => {
    const file = { path: 'x', sizeBytes: 12_345, gzipBytes: 4_567 };
    expect(describeBuiltFile('Card.js', file)).toBe('Card.js  12,345 B  (4,567 B gzip)');
  });
});
