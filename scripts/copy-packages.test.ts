import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyPackages } from './copy-packages.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'copy-packages-'));
  write('packages/core/src/run/run-plan.ts', 'core');
  write('cards/core/package.json', 'manifest');
  write('cards/bulk-records/package.json', 'flow manifest');
  write('cards/bulk-records/steps/DataStep.tsx', 'flow');
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(path: string): string {
  return readFileSync(join(directory, path), 'utf8');
}

function has(path: string): boolean {
  return existsSync(join(directory, path));
}

describe('the cards', () => {
  it('get the core with its folders, and need no copy of the flow', () => {
    expect(copyPackages(directory)).toContain('cards/core/dist');
    expect(read('cards/core/dist/run/run-plan.ts')).toBe('core');
    expect(read('cards/core/package.json')).toBe('manifest');
    expect(has('cards/flow')).toBe(false);
  });

  it.each(['run/run-plan.test.ts', 'testing/make-plan.ts', 'input/fixtures/table.csv'])(
    'are spared %s',
    (path) => {
      write(join('packages/core/src', path), 'x');
      copyPackages(directory);
      expect(has(join('cards/core/dist', path))).toBe(false);
    },
  );

  it('keep nothing of an earlier copy', () => {
    write('cards/core/dist/gone.ts', 'x');
    copyPackages(directory);
    expect(has('cards/core/dist/gone.ts')).toBe(false);
  });
});

describe.each(['pages', 'actions'])('a place of its own in %s', (place) => {
  it('gets core and flow with their manifests, and no tests', () => {
    write(`${place}/bulk-records-hsmeta.json`, '{}');
    write('cards/bulk-records/flow.test.tsx', 'x');
    write('cards/bulk-records/testing/open-card.tsx', 'x');
    copyPackages(directory);
    expect(read(`${place}/core/package.json`)).toBe('manifest');
    expect(read(`${place}/core/dist/run/run-plan.ts`)).toBe('core');
    expect(read(`${place}/flow/package.json`)).toBe('flow manifest');
    expect(read(`${place}/flow/steps/DataStep.tsx`)).toBe('flow');
    expect(has(`${place}/flow/flow.test.tsx`)).toBe(false);
    expect(has(`${place}/flow/testing`)).toBe(false);
  });

  it('gets no code while it is switched off, but the manifests its own one names', () => {
    write(`${place}/bulk-records-hsmeta.json.off`, '{}');
    write(`${place}/flow/steps/DataStep.tsx`, 'yesterday');
    write(`${place}/core/dist/index.ts`, 'yesterday');
    copyPackages(directory);
    expect(read(`${place}/flow/package.json`)).toBe('flow manifest');
    expect(read(`${place}/core/package.json`)).toBe('manifest');
    expect(has(`${place}/flow/steps`)).toBe(false);
    expect(has(`${place}/core/dist`)).toBe(false);
  });

  it('may be laid out somewhere else, and is switched on there', () => {
    write(`upload/${place}/bulk-records-hsmeta.json`, '{}');
    copyPackages(directory, join(directory, 'upload'));
    expect(read(`upload/${place}/flow/steps/DataStep.tsx`)).toBe('flow');
    expect(has(`${place}/flow`)).toBe(false);
  });
});
