import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, expect, it } from 'vitest';

let project = '';

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

/** HubSpot's rule module reads `.hsignore` once and from the current directory: a process each. */
function listIn(files: Readonly<Record<string, string>>): readonly string[] {
  project = mkdtempSync(join(tmpdir(), 'upload-list-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = resolve(import.meta.dirname, 'upload-list.ts');
  const printed = execFileSync(process.execPath, ['--import', tsx, script], {
    cwd: project,
    encoding: 'utf8',
  });
  return printed.trimEnd().split('\n');
}

const config = { 'hsproject.json': '{"name":"x","srcDir":"src","platformVersion":"2026.09"}' };

it('lists what is below srcDir with sizes and a total', () => {
  expect(listIn({ ...config, 'src/app/a.js': '12345', 'README.md': 'x' })).toEqual([
    '        5  app/a.js',
    '        5  total of 1 files',
  ]);
});

it("leaves out what HubSpot's own list names, at any depth", () => {
  const lines = listIn({
    ...config,
    'src/app/.env': 'x',
    'src/app/node_modules/x/index.js': 'x',
    'src/app/npm.log': 'x',
    'src/app/package-lock.json': '{}',
  });
  expect(lines).toEqual(['        2  app/package-lock.json', '        2  total of 1 files']);
});

it('asks .hsignore about paths below srcDir, so a line that starts with src/ matches nothing', () => {
  const lines = listIn({
    ...config,
    '.hsignore': '*.test.ts\nsrc/app/kept.ts\napp/dropped.ts\n',
    'src/app/a.test.ts': '',
    'src/app/kept.ts': '',
    'src/app/dropped.ts': '',
  });
  expect(lines[0]).toBe('        0  app/kept.ts');
});
